package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.SchemaFailure;
import io.github.qlikconnections.internal.spec.UnusableSchemaException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
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

/** One validation of one draft: the engine says what the schema refuses, the rules say the rest. */
final class DraftValidation {

    /** Whoever finds one of these at a place need not hear what the schema says about the same place. */
    private static final Set<ViolationCode> SUPERSEDE = Set.of(
            ViolationCode.PLACEHOLDER,
            ViolationCode.FILE_FORM,
            ViolationCode.FILE_CONTENT,
            ViolationCode.GATEWAY_MISSING,
            ViolationCode.AGENT_MISSING);

    private final Rulebook rules;
    private final ConnectionDraft draft;
    private final ValidationPolicy policy;
    private final List<Violation> found = new ArrayList<>();
    private SecretPlaces secrets;

    DraftValidation(Rulebook rules, ConnectionDraft draft, ValidationPolicy policy) {
        this.rules = rules;
        this.draft = draft;
        this.policy = policy;
        this.secrets = new SecretPlaces(draft.properties(), rules.specs()::get, false);
    }

    ValidationReport report() {
        String reason = draft.connectStatement().isPresent()
                ? "a connect statement is not described by the specification"
                : rules.unusableReason();
        Normalisation normalised = new Normalisation(draft.properties(), List.of(), List.of());
        if (reason == null) {
            try {
                normalised = normalise();
            } catch (UnusableSchemaException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        if (reason != null) {
            secrets = new SecretPlaces(draft.properties(), rules.specs()::get, true);
            found.add(Violation.of(ViolationCode.SPEC_UNUSABLE, "/connectionProperties", "are not checked: " + reason));
        }
        RequestRules.check(draft, found::add);
        values();
        CrossFieldRules.check(draft, secrets, found::add);
        schema(normalised);
        List<Violation> violations = inOrder();
        ConnectionDraft sent = normalised.values() == draft.properties()
                ? draft
                : draft.toBuilder().setAll(normalised.values()).build();
        return reason == null
                ? ValidationReport.of(sent, violations)
                : ValidationReport.unchecked(sent, violations, reason);
    }

    private record Normalisation(Map<String, Object> values, List<Finding> findings, List<Violation> notes) {}

    /** Each conversion can bring another rule of the schema into force, so it is asked again after every round. */
    private Normalisation normalise() throws UnusableSchemaException {
        Map<String, Object> values = draft.properties();
        List<SchemaFailure> failures = rules.compiled().check(values);
        if (failures.isEmpty()) {
            return new Normalisation(values, List.of(), List.of());
        }
        List<Violation> notes = new ArrayList<>();
        Set<String> converted = new HashSet<>();
        while (true) {
            List<Finding> findings = SchemaFindings.of(rules.schema(), values, failures);
            Replacement next = null;
            for (Finding finding : findings) {
                Object value = JsonPointers.find(values, finding.pointer());
                Object other = value == null ? null : converted(finding, value);
                if (value != null && other != null && converted.add(finding.pointer())) {
                    next = next == null ? new Replacement(values) : next;
                    next.set(finding.pointer(), other);
                    notes.add(note(finding, value, other));
                }
            }
            if (next == null) {
                return new Normalisation(values, findings, notes);
            }
            values = next.values();
            failures = rules.compiled().check(values);
        }
    }

    private @Nullable Object converted(Finding finding, Object value) {
        Object other = switch (finding.keyword()) {
            case "type" -> Coercion.toType(value, finding.rule()).orElse(null);
            case "enum" ->
                Coercion.toAllowed(value, finding.rule() instanceof List<?> allowed ? allowed : List.of())
                        .orElse(null);
            case "const" ->
                finding.rule() == null
                        ? null
                        : Coercion.toAllowed(value, List.of(finding.rule())).orElse(null);
            default -> null;
        };
        if (other == null || other.equals(value)) {
            return null;
        }
        return other instanceof String text && secrets.isSecret(finding.pointer()) ? Secret.of(text) : other;
    }

    private static Violation note(Finding finding, Object from, Object to) {
        return Violation.of(
                ViolationCode.NORMALISED,
                Explanation.pointer(finding.pointer()),
                "was given as " + kind(from) + " and is sent as " + kind(to));
    }

    private static String kind(Object value) {
        return value instanceof Boolean ? "true or false" : ValueText.kind(value);
    }

    private void values() {
        ValueRules values = new ValueRules(found::add);
        FileRules files = new FileRules(found::add, values);
        for (Map.Entry<String, Object> entry : draft.properties().entrySet()) {
            String name = entry.getKey();
            PropertySpec spec = rules.specs().get(name);
            String pointer = rules.pointerTo(name);
            if (spec != null && spec.type() == PropertyType.FILE) {
                files.check(pointer, entry.getValue());
            } else {
                values.check(pointer, entry.getValue());
            }
            if (spec == null && !rules.knows(name) && rules.unusableReason() == null) {
                unknown(name, pointer);
            }
        }
    }

    private void unknown(String name, String pointer) {
        List<String> nearest = NearestNames.of(name, rules.specs().keySet(), 3);
        if (rules.isOpen() && nearest.isEmpty()) {
            return;
        }
        Violation violation = Violation.of(
                ViolationCode.UNKNOWN_PROPERTY,
                Explanation.pointer(pointer),
                "is not a property of " + draft.dataSourceId());
        if (!nearest.isEmpty()) {
            violation = violation.advising("Did you mean " + String.join(", or ", nearest) + "?");
        }
        found.add(rules.isOpen() ? violation.withSeverity(Severity.WARNING) : violation);
    }

    private void schema(Normalisation normalised) {
        found.addAll(normalised.notes());
        if (normalised.findings().isEmpty()) {
            return;
        }
        Set<String> settled = new HashSet<>(foundOnTheTenant());
        for (Violation violation : found) {
            if (SUPERSEDE.contains(violation.code()) || violation.code() == ViolationCode.WRONG_TYPE) {
                settled.add(violation.pointer());
            }
            if (violation.code() == ViolationCode.UNKNOWN_PROPERTY) {
                settled.add(violation.pointer());
            }
        }
        Explanation explanation = new Explanation(normalised.values(), secrets);
        List<Violation> explained = new ArrayList<>();
        for (Finding finding : normalised.findings()) {
            if (!isFreeMember(finding)) {
                explained.addAll(explanation.of(finding));
            }
        }
        explained.sort(Comparator.comparing(violation -> violation.code() != ViolationCode.WRONG_TYPE));
        Set<String> said = new HashSet<>();
        for (Violation violation : explained) {
            boolean fresh = !settled.contains(violation.pointer()) && said.add(violation.code() + violation.pointer());
            if (fresh && !isBelow(violation, settled)) {
                found.add(violation);
            }
            if (violation.code() == ViolationCode.WRONG_TYPE) {
                settled.add(violation.pointer());
            }
        }
    }

    /** What the draft gives by name gets its id only when it is held against a tenant. */
    private List<String> foundOnTheTenant() {
        List<String> pointers = new ArrayList<>();
        draft.gatewayName().ifPresent(name -> pointers.add(Explanation.pointer("/gatewayInstance")));
        draft.credentialsToFind().ifPresent(name -> pointers.add(Explanation.pointer("/selectedCredentials")));
        return pointers;
    }

    /** What is wrong within a value that is wrong as a whole has been said. */
    private static boolean isBelow(Violation violation, Set<String> settled) {
        String pointer = violation.pointer();
        for (int slash = pointer.lastIndexOf('/'); slash > 0; slash = pointer.lastIndexOf('/', slash - 1)) {
            if (settled.contains(pointer.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFreeMember(Finding finding) {
        List<String> segments = JsonPointers.segments(finding.pointer());
        boolean refused =
                finding.keyword().equals(Finding.UNKNOWN) || finding.keyword().equals(Finding.FALSE);
        return refused && segments.size() == 1 && CrossFieldRules.isFreeMember(draft.dataSourceId(), segments.get(0));
    }

    private List<Violation> inOrder() {
        if (found.isEmpty()) {
            return found;
        }
        List<Violation> applied = new ArrayList<>(found.size());
        for (Violation violation : found) {
            if (draft.isAuthUrlOnly()
                    && violation.property().filter("authCode"::equals).isPresent()) {
                continue;
            }
            Severity severity = policy.severityOf(violation);
            boolean lowered = violation.severity().compareTo(violation.code().defaultSeverity()) > 0;
            applied.add(lowered && severity == Severity.ERROR ? violation : violation.withSeverity(severity));
        }
        Map<String, Integer> given = new HashMap<>();
        draft.properties().keySet().forEach(name -> given.put(name, given.size()));
        applied.sort(Comparator.comparingInt(
                violation -> violation.property().map(name -> rank(name, given)).orElse(-1)));
        return applied;
    }

    private int rank(String property, Map<String, Integer> given) {
        int position = rules.positionOf(property);
        if (position != Integer.MAX_VALUE) {
            return position;
        }
        return rules.specs().size() + given.getOrDefault(property, given.size());
    }
}
