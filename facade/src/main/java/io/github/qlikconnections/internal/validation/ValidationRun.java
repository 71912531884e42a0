package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.SchemaFailure;
import io.github.qlikconnections.internal.spec.UnusableSchemaException;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.text.SearchBudget;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates one draft once: evaluates the schema, then applies the rules that a schema cannot express. Not thread-safe. */
final class ValidationRun {

    /** Codes that supersede the schema violations at the same location. */
    private static final Set<ViolationCode> SUPERSEDING_CODES = Set.of(
            ViolationCode.PLACEHOLDER,
            ViolationCode.FILE_FORM,
            ViolationCode.FILE_CONTENT,
            ViolationCode.GATEWAY_MISSING,
            ViolationCode.AGENT_MISSING,
            ViolationCode.WRONG_TYPE,
            ViolationCode.UNKNOWN_PROPERTY);

    private final DraftValidator validator;
    private final ConnectionDraft draft;
    private final ValidationPolicy policy;
    private final List<Violation> violations = new ArrayList<>();
    private SecretDetector secrets;

    /** The properties of the draft after conversion, as they are evaluated. */
    private Map<String, Object> values;

    private List<Violation> conversions = List.of();
    private List<RelevantFailure> rejected = List.of();
    private final SearchBudget searchBudget = new SearchBudget();
    private @Nullable NameSuggester nameSuggester;

    /** The unknown names in the draft, by the suggested name. */
    private final Map<String, String> misspelledNames = new HashMap<>();

    ValidationRun(DraftValidator validator, ConnectionDraft draft, ValidationPolicy policy) {
        this.validator = validator;
        this.draft = draft;
        this.policy = policy;
        this.values = draft.properties();
        this.secrets = new SecretDetector(draft.properties(), validator.secretAnnotations(), false);
    }

    ValidationReport validate() {
        String reason = draft.connectStatement().isPresent()
                ? "a connect statement is not described by the specification"
                : validator.unusableReason();
        if (reason == null) {
            try {
                normalizeValues();
            } catch (UnusableSchemaException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        if (reason != null) {
            secrets = new SecretDetector(draft.properties(), validator.secretAnnotations(), true);
            violations.add(
                    Violation.of(ViolationCode.SPEC_UNUSABLE, WireNames.PROPERTIES, "are not checked: " + reason));
        }
        RequestRules.check(draft, violations);
        if (reason == null) {
            addUncheckedNotes();
        }
        checkValues();
        CrossFieldRules.check(draft, secrets, violations);
        violations.addAll(conversions);
        addSchemaViolations();
        List<Violation> violations = sortedViolations();
        ConnectionDraft sent = values == draft.properties()
                ? draft
                : draft.toBuilder().setAll(values).build();
        return reason == null
                ? ValidationReport.of(sent, violations)
                : ValidationReport.unchecked(sent, violations, reason);
    }

    private void addUncheckedNotes() {
        if (validator.hasNoStatedRequirements()) {
            violations.add(Violation.of(
                    ViolationCode.REQUIREMENTS_NOT_STATED,
                    WireNames.PROPERTIES,
                    "are not checked for missing ones: the specification does not state which are required"));
        }
        for (String reason : validator.omissions()) {
            violations.add(Violation.of(
                    ViolationCode.NOT_CHECKED, WireNames.PROPERTIES, "are not checked by one rule: " + reason));
        }
        for (String name : draft.properties().keySet()) {
            DeclaredProperty declared = validator.properties().get(name);
            if (declared != null && declared.uncheckedReason().isPresent()) {
                violations.add(Violation.of(
                        ViolationCode.NOT_CHECKED,
                        validator.pointerTo(name),
                        "is not checked: " + declared.uncheckedReason().get()));
            }
        }
    }

    /** Converts values to the declared types. Evaluates again after each round, because a conversion can enable other rules. */
    private void normalizeValues() throws UnusableSchemaException {
        Map<String, Object> current = values;
        List<SchemaFailure> schemaFailures = validator.compiledSchema().validate(current);
        if (schemaFailures.isEmpty()) {
            return;
        }
        List<Violation> notes = new ArrayList<>();
        Set<String> converted = new HashSet<>();
        while (true) {
            List<RelevantFailure> failures = FailureFilter.filter(validator.schema(), current, schemaFailures);
            ValueReplacer next = null;
            for (RelevantFailure failure : failures) {
                Object value = JsonPointers.find(current, failure.pointer());
                Object other = value == null ? null : convert(failure, value);
                if (value != null && other != null && converted.add(failure.pointer())) {
                    next = next == null ? new ValueReplacer(current) : next;
                    next.replace(failure.pointer(), other);
                    notes.add(conversionNote(failure, value, other));
                }
            }
            if (next == null) {
                values = current;
                conversions = notes;
                rejected = failures;
                return;
            }
            current = next.result();
            schemaFailures = validator.compiledSchema().validate(current);
        }
    }

    private @Nullable Object convert(RelevantFailure failure, Object value) {
        Object other = switch (failure.keyword()) {
            case "type" -> ValueConverter.toType(value, failure.ruleValues());
            case "enum" -> ValueConverter.toAllowed(value, failure.ruleValues());
            default -> null;
        };
        if (other == null || other.equals(value)) {
            return null;
        }
        if (value instanceof Secret) {
            // The converted value stays a secret, so that no result shows it.
            Secret secret = Secret.of(String.valueOf(other));
            return other instanceof String ? secret : secret.asJsonLiteral();
        }
        return other instanceof String text && secrets.isSecret(failure.pointer()) ? Secret.of(text) : other;
    }

    /** Creates a note for a conversion. Shows the new value if several types are allowed. */
    private Violation conversionNote(RelevantFailure failure, Object from, Object to) {
        boolean shown = failure.ruleValues().size() > 1 && !secrets.isSecret(failure.pointer());
        return Violation.of(
                ViolationCode.NORMALIZED,
                ViolationFactory.requestPointer(failure.pointer()),
                "was given as " + MessageFormatter.formatType(from) + " and is sent as "
                        + MessageFormatter.formatType(to)
                        + (shown ? ": " + MessageFormatter.formatDraftValue(to, false) : ""));
    }

    private void checkValues() {
        ValueRules single = new ValueRules(violations);
        FileRules files = new FileRules(violations, single);
        for (Map.Entry<String, Object> entry : draft.properties().entrySet()) {
            String name = entry.getKey();
            DeclaredProperty declared = validator.properties().get(name);
            String pointer = validator.pointerTo(name);
            if (declared != null && declared.isFile()) {
                files.check(pointer, entry.getValue());
            } else {
                single.check(pointer, entry.getValue());
            }
            if ("".equals(ValueConverter.toText(entry.getValue())) && isRequiredCredential(name)) {
                violations.add(Violation.of(ViolationCode.EMPTY_SECRET, pointer, "is empty")
                        .withAdvice("Give the secret, or leave the property out."));
            }
            if (declared == null && !validator.isKnown(name) && validator.unusableReason() == null) {
                addUnknownProperty(name, pointer);
            }
        }
    }

    /** Returns whether an empty value is a missing secret. A sign-in starts with an empty code, and selected credentials replace those of the draft. */
    private boolean isRequiredCredential(String name) {
        return secrets.isCredential(name)
                && !name.equals(WireNames.AUTH_CODE)
                && !draft.properties().containsKey(WireNames.SELECTED_CREDENTIALS)
                && draft.credentialsName().isEmpty();
    }

    private void addUnknownProperty(String name, String pointer) {
        if (nameSuggester == null) {
            nameSuggester = new NameSuggester(validator.knownNames(), searchBudget);
        }
        List<String> nearest = nameSuggester.suggest(name, 3);
        if (validator.allowsOtherNames() && nearest.isEmpty()) {
            return;
        }
        Violation violation =
                Violation.of(ViolationCode.UNKNOWN_PROPERTY, pointer, "is not a property of " + draft.dataSourceId());
        if (!nearest.isEmpty()) {
            violation = violation.withAdvice(NameSuggester.toQuestion(nearest));
            misspelledNames.putIfAbsent(nearest.get(0), name);
        }
        violations.add(validator.allowsOtherNames() ? violation.withSeverity(Severity.WARNING) : violation);
    }

    /** Advises to rename an unknown property if it is similar to a missing one. */
    private Violation adviseRename(Violation violation) {
        boolean missing = violation.code() == ViolationCode.REQUIRED
                || violation.code() == ViolationCode.GATEWAY_MISSING
                || violation.code() == ViolationCode.AGENT_MISSING;
        String name = missing ? violation.property().orElse("") : "";
        String given = misspelledNames.get(name);
        return given == null || !violation.pointer().equals(validator.pointerTo(name))
                ? violation
                : violation.withAdvice("Rename " + MessageFormatter.formatName(given) + " to "
                        + MessageFormatter.formatName(name) + ".");
    }

    private void addSchemaViolations() {
        if (rejected.isEmpty()) {
            return;
        }
        Set<String> explainedPointers = explainedPointers();
        ViolationFactory violationFactory = new ViolationFactory(
                values,
                secrets,
                searchBudget,
                new MemberNameChecker(validator.schema(), validator.implicitMembers(), searchBudget));
        List<Violation> explained = new ArrayList<>();
        for (RelevantFailure failure : rejected) {
            if (!isImplicitMember(failure)) {
                explained.addAll(violationFactory.create(failure));
            }
        }
        explained.sort(Comparator.comparing(violation -> violation.code() != ViolationCode.WRONG_TYPE));
        Set<String> reported = new HashSet<>();
        for (Violation violation : explained) {
            boolean isNew = !explainedPointers.contains(violation.pointer()) && reported.add(identityOf(violation));
            if (isNew && !isWithin(violation, explainedPointers)) {
                violations.add(violation);
            }
            if (violation.code() == ViolationCode.WRONG_TYPE) {
                explainedPointers.add(violation.pointer());
            }
        }
    }

    /** Returns what distinguishes a violation from a repetition. A missing property is reported once for all conditions. */
    private static String identityOf(Violation violation) {
        return violation.code()
                + violation.pointer()
                + (violation.code() == ViolationCode.REQUIRED ? "" : violation.problem());
    }

    /** Returns the locations that need no further violation. Names of gateways and credentials are resolved only with a tenant. */
    private Set<String> explainedPointers() {
        Set<String> pointers = new HashSet<>();
        if (draft.gatewayName().isPresent()) {
            pointers.add(ViolationFactory.requestPointer("/" + WireNames.GATEWAY_INSTANCE));
        }
        if (draft.credentialsName().isPresent()) {
            pointers.add(ViolationFactory.requestPointer("/" + WireNames.SELECTED_CREDENTIALS));
        }
        for (Violation violation : violations) {
            if (SUPERSEDING_CODES.contains(violation.code())) {
                pointers.add(violation.pointer());
            }
        }
        return pointers;
    }

    /** Returns whether a violation is within a value that is already reported as a whole. */
    private static boolean isWithin(Violation violation, Set<String> explainedPointers) {
        String pointer = violation.pointer();
        for (int slash = pointer.lastIndexOf('/'); slash > 0; slash = pointer.lastIndexOf('/', slash - 1)) {
            if (explainedPointers.contains(pointer.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private boolean isImplicitMember(RelevantFailure failure) {
        List<String> segments = JsonPointers.segments(failure.pointer());
        boolean rejected = failure.keyword().equals(RelevantFailure.UNKNOWN)
                || failure.keyword().equals(RelevantFailure.FORBIDDEN);
        return rejected && segments.size() == 1 && validator.isImplicitMember(segments.get(0));
    }

    private List<Violation> sortedViolations() {
        if (violations.isEmpty()) {
            return violations;
        }
        List<Violation> applied = new ArrayList<>(violations.size());
        for (Violation each : violations) {
            Violation violation = adviseRename(each);
            if (draft.isAuthUrlOnly()
                    && violation.property().filter(WireNames.AUTH_CODE::equals).isPresent()) {
                continue;
            }
            Severity severity = policy.severityOf(violation);
            boolean lowered = violation.severity().compareTo(violation.code().defaultSeverity()) > 0;
            applied.add(lowered && severity == Severity.ERROR ? violation : violation.withSeverity(severity));
        }
        if (applied.size() == 1) {
            return applied;
        }
        Map<String, Integer> given = new HashMap<>();
        for (String name : draft.properties().keySet()) {
            given.put(name, given.size());
        }
        applied.sort(Comparator.comparingInt(violation ->
                violation.property().map(name -> rankOf(name, given)).orElse(-1)));
        return applied;
    }

    private int rankOf(String property, Map<String, Integer> given) {
        int position = validator.positionOf(property);
        if (position != Integer.MAX_VALUE) {
            return position;
        }
        return validator.properties().size() + given.getOrDefault(property, given.size());
    }
}
