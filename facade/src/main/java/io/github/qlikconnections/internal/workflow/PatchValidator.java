package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Validates the properties that a patch changes, under the same policy as those of a draft. Immutable and thread-safe. */
final class PatchValidator {

    /** Codes of rules for the value of a property. The other rules require secrets, which the tenant does not return. */
    private static final Set<ViolationCode> VALUE_CODES = EnumSet.of(
            ViolationCode.UNKNOWN_PROPERTY,
            ViolationCode.NOT_ALLOWED,
            ViolationCode.WRONG_TYPE,
            ViolationCode.LENGTH,
            ViolationCode.PATTERN,
            ViolationCode.RANGE,
            ViolationCode.FORMAT,
            ViolationCode.ITEMS,
            ViolationCode.MEMBERS,
            ViolationCode.NO_ALTERNATIVE,
            ViolationCode.SCHEMA,
            ViolationCode.FILE_FORM,
            ViolationCode.FILE_CONTENT,
            ViolationCode.PLACEHOLDER);

    private final ValidationPolicy policy;

    PatchValidator(ValidationPolicy policy) {
        this.policy = policy;
    }

    /** Validates the properties that the patch sets as a whole together with the other ones, on which their rules may depend. */
    ValidationReport validate(ConnectionSpec spec, DataConnection connection, ConnectionPatch patch) {
        ConnectionDraft.Builder draft = toDraft(connection, spec);
        for (PatchOperation operation : patch.operations()) {
            String name = PatchRules.findPropertyName(operation);
            if (name != null) {
                operation.value().ifPresentOrElse(value -> draft.setAll(Map.of(name, value)), () -> draft.unset(name));
            }
        }
        return spec.validate(draft.build(), policy);
    }

    /** Returns a draft with the properties that the tenant returned, without properties if they cannot be those of a draft. */
    private static ConnectionDraft.Builder toDraft(DataConnection connection, ConnectionSpec spec) {
        if (!connection.properties().isEmpty()) {
            try {
                return ConnectionDraft.from(connection, spec).toBuilder();
            } catch (IllegalArgumentException e) {
                // The values of the patch are validated on their own.
            }
        }
        return ConnectionDraft.builder(spec.dataSourceId(), connection.name());
    }

    /** Returns the violations of the properties that the patch sets as a whole. */
    static List<Violation> findValueViolations(ConnectionPatch patch, ValidationReport report) {
        Set<String> names = new HashSet<>();
        for (PatchOperation operation : patch.operations()) {
            String name = PatchRules.findPropertyName(operation);
            if (name != null && operation.value().isPresent()) {
                names.add(name);
            }
        }
        return report.violations().stream()
                .filter(violation ->
                        violation.property().filter(names::contains).isPresent())
                .filter(violation -> !PatchRules.isError(violation) || VALUE_CODES.contains(violation.code()))
                .toList();
    }

    /** Returns the violations of values within a property, and of paths that the specification excludes. */
    List<Violation> findPathViolations(ConnectionSpec spec, DataConnection connection, ConnectionPatch patch) {
        List<Violation> violations = new ArrayList<>();
        for (PatchOperation operation : patch.operations()) {
            if (PatchRules.isPropertyOperation(operation)) {
                List<String> segments = JsonPointers.segments(operation.path());
                String name = segments.get(1);
                boolean isNested = segments.size() > 2;
                Optional<PropertySpec> property = spec.isUsable() ? spec.property(name) : Optional.empty();
                if (isNested) {
                    addNestedViolations(operation, property, violations);
                }
                boolean requiresProperty = isNested || operation.op() == PatchOperation.Op.REMOVE;
                if (requiresProperty
                        && property.isEmpty()
                        && !connection.properties().containsKey(name)) {
                    findUnknownProperty(operation, name, spec).ifPresent(violations::add);
                }
            }
        }
        return violations;
    }

    private void addNestedViolations(
            PatchOperation operation, Optional<PropertySpec> property, List<Violation> violations) {
        String path = operation.path();
        boolean isFileContent = path.endsWith("/value")
                && property.filter(file -> file.type() == PropertyType.FILE).isPresent();
        operation.value().stream()
                .map(value -> isFileContent
                        ? RequestRules.checkFileContent(path, value)
                        : RequestRules.checkValue(path, value))
                .flatMap(List::stream)
                .map(this::withSeverityOfPolicy)
                .forEach(violations::add);
        if (property.filter(PatchValidator::isScalar).isPresent()) {
            violations.add(Violation.of(ViolationCode.PATCH_PATH, path, "points into a property that is not a list")
                    .withAdvice("Set the property as a whole."));
        }
    }

    /** Returns the violation of a draft that sets the property, because a specification can also allow names that it does not list. */
    private Optional<Violation> findUnknownProperty(PatchOperation operation, String name, ConnectionSpec spec) {
        ConnectionDraft draft =
                ConnectionDraft.builder(spec.dataSourceId(), name).set(name, "").build();
        return spec.validate(draft, policy).violations().stream()
                .filter(violation -> violation.code() == ViolationCode.UNKNOWN_PROPERTY
                        && violation.property().filter(name::equals).isPresent())
                .map(violation -> Violation.of(
                                ViolationCode.UNKNOWN_PROPERTY,
                                operation.path(),
                                "is not a property of " + spec.dataSourceId())
                        .withSeverity(violation.severity())
                        .withAdvice(
                                "See dataSources().spec(\"" + spec.dataSourceId() + "\").describe() for the names."))
                .findFirst();
    }

    private Violation withSeverityOfPolicy(Violation violation) {
        return violation.withSeverity(policy.severityOf(violation));
    }

    private static boolean isScalar(PropertySpec propertySpec) {
        return switch (propertySpec.type()) {
            case STRING, INTEGER, NUMBER, BOOLEAN -> true;
            default -> false;
        };
    }
}
