package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.compare.PatchValues;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Validates a patch as a whole and the members that it sets outside the connection properties. */
final class PatchRules {

    private static final Set<String> MEMBER_PATHS =
            Set.of(WireNames.NAME, WireNames.TAGS, WireNames.PASSWORD, WireNames.USERNAME, WireNames.STATEMENT);
    private static final Set<String> ADDRESS_PATHS =
            Set.of(WireNames.PROPERTIES + "/host", WireNames.PROPERTIES + "/server", WireNames.PROPERTIES + "/url");

    private PatchRules() {}

    /** Returns the violations of a patch for a connection that was read with its properties. */
    static List<Violation> findViolations(ConnectionPatch patch, DataConnection connection) {
        List<Violation> violations = new ArrayList<>();
        RequestSchema schema = RequestRules.schemaOf(connection);
        patch.operations().forEach(operation -> checkOperation(operation, schema, violations));
        boolean hasStatement = hasOperation(patch, operation -> operation.path().equals(WireNames.STATEMENT));
        boolean hasPassword = hasOperation(patch, operation -> operation.path().equals(WireNames.PASSWORD));
        boolean hasProperties = hasOperation(patch, PatchRules::isPropertyOperation);
        boolean hasSecretProperty = hasOperation(
                patch,
                operation -> isPropertyOperation(operation) && operation.value().orElse("") instanceof Secret);
        boolean hasCredentials =
                hasPassword || hasSecretProperty || patch.authCode().isPresent() || hasSelectedCredentials(patch);
        if (hasStatement && hasProperties) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_MIXES_FORMS,
                            WireNames.STATEMENT,
                            "the connect statement and connection properties cannot be changed together")
                    .withAdvice("Change the properties, or the statement, but not both in one patch."));
        }
        if (hasStatement && !hasCredentials) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.STATEMENT,
                            "a change of the connect statement requires the credentials in the same patch")
                    .withAdvice("Add password(…)."));
        }
        if (hasPassword && hasSecretProperty) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_TWO_PASSWORDS,
                            WireNames.PASSWORD,
                            "the password of the statement and a secret property cannot be set together")
                    .withAdvice("Set one of the two."));
        }
        Optional<String> changedAddress = findChangedAddress(patch.operations(), connection);
        if (changedAddress.isPresent() && !connection.separateCredentials() && !hasCredentials) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            changedAddress.get(),
                            "a change of host, server or url requires the credentials in the same patch")
                    .withAdvice("Add the secrets of the connection with secret(…)."));
        }
        return violations;
    }

    private static boolean hasOperation(ConnectionPatch patch, Predicate<PatchOperation> condition) {
        return patch.operations().stream().anyMatch(condition);
    }

    private static boolean hasSelectedCredentials(ConnectionPatch patch) {
        return hasOperation(
                patch,
                operation -> operation.path().equals(WireNames.PROPERTIES + "/" + WireNames.SELECTED_CREDENTIALS)
                        && operation.value().isPresent());
    }

    /** Checks one operation. Only the new value is checked, not the current value of the connection. */
    private static void checkOperation(PatchOperation operation, RequestSchema schema, List<Violation> violations) {
        String path = operation.path();
        if (!MEMBER_PATHS.contains(path) && !isPropertyOperation(operation)) {
            String problem = "cannot be patched with the path " + MessageFormatter.formatName(path);
            violations.add(Violation.of(ViolationCode.PATCH_PATH, path, problem)
                    .withAdvice("The API patches "
                            + String.join(", ", WireNames.NAME, WireNames.TAGS, WireNames.STATEMENT, WireNames.PASSWORD)
                            + " and " + WireNames.PROPERTIES + "/<name>, in this letter case."));
            return;
        }
        if (operation.op() != PatchOperation.Op.REMOVE
                && !PatchValues.isPatchable(operation.value().orElse(null))) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_VALUE,
                            path,
                            "is set to a value that the JSON Patch of the API cannot express")
                    .withExpected("a string, a boolean, an integer or a list"));
        } else {
            checkMember(operation, schema).stream().filter(PatchRules::isError).forEach(violations::add);
        }
    }

    /** Returns the warnings and notes on members outside the connection properties, which a creation reports too. */
    static List<Violation> findWarnings(ConnectionPatch patch, DataConnection connection) {
        RequestSchema schema = RequestRules.schemaOf(connection);
        return patch.operations().stream()
                .flatMap(operation -> checkMember(operation, schema).stream())
                .filter(violation -> !isError(violation))
                .toList();
    }

    static boolean isError(Violation violation) {
        return violation.severity() == Severity.ERROR;
    }

    private static List<Violation> checkMember(PatchOperation operation, RequestSchema schema) {
        Object value = operation.value().orElse("");
        if (operation.path().equals(WireNames.NAME) && value instanceof String name) {
            return RequestRules.checkName(name);
        }
        if (operation.path().equals(WireNames.TAGS) && value instanceof List<?> tags) {
            return RequestRules.checkTags(tags.stream().map(String::valueOf).toList(), schema);
        }
        if (operation.path().equals(WireNames.STATEMENT) && value instanceof String statement) {
            return RequestRules.checkStatement(statement);
        }
        return List.of();
    }

    /** Returns whether an operation changes a property or a part of it. */
    static boolean isPropertyOperation(PatchOperation operation) {
        return operation.path().startsWith(WireNames.PROPERTIES + "/")
                && operation.path().length() > WireNames.PROPERTIES.length() + 1;
    }

    /** Returns the path of the first operation that changes the host, server or URL of the connection. */
    static Optional<String> findChangedAddress(List<PatchOperation> operations, DataConnection connection) {
        for (PatchOperation operation : operations) {
            if (ADDRESS_PATHS.contains(operation.path()) && !isSameValue(operation, connection)) {
                return Optional.of(operation.path());
            }
        }
        return Optional.empty();
    }

    private static boolean isSameValue(PatchOperation operation, DataConnection connection) {
        Object currentValue = connection
                .properties()
                .get(JsonPointers.segments(operation.path()).get(1));
        return currentValue != null
                && operation.value().map(String::valueOf).orElse("").equals(String.valueOf(currentValue));
    }

    /** Returns the name of the property that the operation sets or removes as a whole, or null if there is none. */
    static @Nullable String findPropertyName(PatchOperation operation) {
        if (!isPropertyOperation(operation)) {
            return null;
        }
        List<String> segments = JsonPointers.segments(operation.path());
        return segments.size() == 2 ? segments.get(1) : null;
    }
}
