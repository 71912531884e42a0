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
final class ValidationRun {

    /** Whoever finds one of these at a place need not hear what the schema says about the same place. */
    private static final Set<ViolationCode> SUPERSEDE = Set.of(
            ViolationCode.PLACEHOLDER,
            ViolationCode.FILE_FORM,
            ViolationCode.FILE_CONTENT,
            ViolationCode.GATEWAY_MISSING,
            ViolationCode.AGENT_MISSING,
            ViolationCode.WRONG_TYPE,
            ViolationCode.UNKNOWN_PROPERTY);

    private final DraftValidator rules;
    private final ConnectionDraft draft;
    private final ValidationPolicy policy;
    private final List<Violation> found = new ArrayList<>();
    private SecretDetector secrets;

    /** What the schema is asked about: the properties of the draft, some of them converted. */
    private Map<String, Object> values;

    private List<Violation> conversions = List.of();
    private List<RelevantFailure> refused = List.of();
    private final NearestNames.Effort effort = new NearestNames.Effort();
    private @Nullable NearestNames nearestNames;

    /** The names that were given but are not known, by the names that may have been meant. */
    private final Map<String, String> misspelt = new HashMap<>();

    ValidationRun(DraftValidator rules, ConnectionDraft draft, ValidationPolicy policy) {
        this.rules = rules;
        this.draft = draft;
        this.policy = policy;
        this.values = draft.properties();
        this.secrets = new SecretDetector(draft.properties(), rules.marks(), false);
    }

    ValidationReport report() {
        String reason = draft.connectStatement().isPresent()
                ? "a connect statement is not described by the specification"
                : rules.unusableReason();
        if (reason == null) {
            try {
                normalise();
            } catch (UnusableSchemaException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        if (reason != null) {
            secrets = new SecretDetector(draft.properties(), rules.marks(), true);
            found.add(Violation.of(ViolationCode.SPEC_UNUSABLE, "/connectionProperties", "are not checked: " + reason));
        }
        RequestRules.check(draft, found);
        if (reason == null) {
            notChecked();
        }
        checkValues();
        CrossFieldRules.check(draft, secrets, found);
        found.addAll(conversions);
        explain();
        List<Violation> violations = inOrder();
        ConnectionDraft sent = values == draft.properties()
                ? draft
                : draft.toBuilder().setAll(values).build();
        return reason == null
                ? ValidationReport.of(sent, violations)
                : ValidationReport.unchecked(sent, violations, reason);
    }

    private void notChecked() {
        if (rules.statesNoRequirement()) {
            found.add(Violation.of(
                    ViolationCode.REQUIREMENTS_NOT_STATED,
                    "/connectionProperties",
                    "are not checked for missing ones: the specification does not state which are required"));
        }
        for (String reason : rules.leftOut()) {
            found.add(Violation.of(
                    ViolationCode.NOT_CHECKED, "/connectionProperties", "are not checked by one rule: " + reason));
        }
        for (String name : draft.properties().keySet()) {
            PropertySpec spec = rules.specs().get(name);
            if (spec != null) {
                spec.uncheckedReason()
                        .ifPresent(reason -> found.add(Violation.of(
                                ViolationCode.NOT_CHECKED,
                                ViolationFactory.pointer(rules.pointerTo(name)),
                                "is not checked: " + reason)));
            }
        }
    }

    /** Each conversion can bring another rule of the schema into force, so it is asked again after every round. */
    private void normalise() throws UnusableSchemaException {
        Map<String, Object> current = values;
        List<SchemaFailure> failures = rules.compiled().validate(current);
        if (failures.isEmpty()) {
            return;
        }
        List<Violation> notes = new ArrayList<>();
        Set<String> converted = new HashSet<>();
        while (true) {
            List<RelevantFailure> findings = FailureFilter.of(rules.schema(), current, failures);
            ValueReplacer next = null;
            for (RelevantFailure finding : findings) {
                Object value = JsonPointers.find(current, finding.pointer());
                Object other = value == null ? null : converted(finding, value);
                if (value != null && other != null && converted.add(finding.pointer())) {
                    next = next == null ? new ValueReplacer(current) : next;
                    next.put(finding.pointer(), other);
                    notes.add(note(finding, value, other));
                }
            }
            if (next == null) {
                values = current;
                conversions = notes;
                refused = findings;
                return;
            }
            current = next.result();
            failures = rules.compiled().validate(current);
        }
    }

    private @Nullable Object converted(RelevantFailure finding, Object value) {
        Object other = switch (finding.keyword()) {
            case "type" -> ValueConverter.toType(value, finding.listed());
            case "enum" -> ValueConverter.toAllowed(value, finding.listed());
            default -> null;
        };
        if (other == null || other.equals(value)) {
            return null;
        }
        if (value instanceof Secret) {
            // A secret stays one in its declared type, so that no result shows it.
            Secret secret = Secret.of(String.valueOf(other));
            return other instanceof String ? secret : secret.asJsonLiteral();
        }
        return other instanceof String text && secrets.isSecret(finding.pointer()) ? Secret.of(text) : other;
    }

    /** Where several types are allowed, it is not plain what became of the value. */
    private Violation note(RelevantFailure finding, Object from, Object to) {
        boolean shown = finding.listed().size() > 1 && !secrets.isSecret(finding.pointer());
        return Violation.of(
                ViolationCode.NORMALISED,
                ViolationFactory.pointer(finding.pointer()),
                "was given as " + MessageFormatter.kind(from) + " and is sent as " + MessageFormatter.kind(to)
                        + (shown ? ": " + MessageFormatter.ofDraft(to, false) : ""));
    }

    private void checkValues() {
        ValueRules single = new ValueRules(found);
        FileRules files = new FileRules(found, single);
        for (Map.Entry<String, Object> entry : draft.properties().entrySet()) {
            String name = entry.getKey();
            PropertySpec spec = rules.specs().get(name);
            String pointer = rules.pointerTo(name);
            if (spec != null && spec.type() == PropertyType.FILE) {
                files.check(pointer, entry.getValue());
            } else {
                single.check(pointer, entry.getValue());
            }
            if ("".equals(ValueConverter.text(entry.getValue())) && isExpected(name)) {
                found.add(Violation.of(ViolationCode.EMPTY_SECRET, ViolationFactory.pointer(pointer), "is empty")
                        .advising("Give the secret, or leave the property out."));
            }
            if (spec == null && !rules.knows(name) && rules.unusableReason() == null) {
                unknown(name, pointer);
            }
        }
    }

    /** An interactive login begins with an empty code, and existing credentials replace those of the draft. */
    private boolean isExpected(String name) {
        return secrets.isCredential(name)
                && !name.equals("authCode")
                && !draft.properties().containsKey("selectedCredentials")
                && draft.credentialsToFind().isEmpty();
    }

    private void unknown(String name, String pointer) {
        if (nearestNames == null) {
            nearestNames = new NearestNames(rules.knownNames(), effort);
        }
        List<String> nearest = nearestNames.of(name, 3);
        if (rules.isOpen() && nearest.isEmpty()) {
            return;
        }
        Violation violation = Violation.of(
                ViolationCode.UNKNOWN_PROPERTY,
                ViolationFactory.pointer(pointer),
                "is not a property of " + draft.dataSourceId());
        if (!nearest.isEmpty()) {
            violation = violation.advising("Did you mean " + String.join(", or ", nearest) + "?");
            misspelt.putIfAbsent(nearest.get(0), name);
        }
        found.add(rules.isOpen() ? violation.withSeverity(Severity.WARNING) : violation);
    }

    /** What is missing under its own name may have been given under a name that is not known. */
    private Violation connected(Violation violation) {
        boolean missing = violation.code() == ViolationCode.REQUIRED
                || violation.code() == ViolationCode.GATEWAY_MISSING
                || violation.code() == ViolationCode.AGENT_MISSING;
        String name = missing ? violation.property().orElse("") : "";
        String given = misspelt.get(name);
        return given == null || !violation.pointer().equals(ViolationFactory.pointer(rules.pointerTo(name)))
                ? violation
                : violation.advising(
                        "Rename " + MessageFormatter.name(given) + " to " + MessageFormatter.name(name) + ".");
    }

    private void explain() {
        if (refused.isEmpty()) {
            return;
        }
        Set<String> settled = settled();
        ViolationFactory explanation = new ViolationFactory(
                values, secrets, effort, new MemberNameChecker(rules.schema(), rules.freeMembers()));
        List<Violation> explained = new ArrayList<>();
        for (RelevantFailure finding : refused) {
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

    /** Where all has been said; what the draft gives by name gets its id only when it is held against a tenant. */
    private Set<String> settled() {
        Set<String> pointers = new HashSet<>();
        if (draft.gatewayName().isPresent()) {
            pointers.add(ViolationFactory.pointer("/gatewayInstance"));
        }
        if (draft.credentialsToFind().isPresent()) {
            pointers.add(ViolationFactory.pointer("/selectedCredentials"));
        }
        for (Violation violation : found) {
            if (SUPERSEDE.contains(violation.code())) {
                pointers.add(violation.pointer());
            }
        }
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

    private boolean isFreeMember(RelevantFailure finding) {
        List<String> segments = JsonPointers.segments(finding.pointer());
        boolean refused = finding.keyword().equals(RelevantFailure.UNKNOWN)
                || finding.keyword().equals(RelevantFailure.FALSE);
        return refused && segments.size() == 1 && rules.isFreeMember(segments.get(0));
    }

    private List<Violation> inOrder() {
        if (found.isEmpty()) {
            return found;
        }
        List<Violation> applied = new ArrayList<>(found.size());
        for (Violation each : found) {
            Violation violation = connected(each);
            if (draft.isAuthUrlOnly()
                    && violation.property().filter("authCode"::equals).isPresent()) {
                continue;
            }
            Severity severity = policy.severityOf(violation);
            boolean lowered = violation.severity().compareTo(violation.code().defaultSeverity()) > 0;
            applied.add(lowered && severity == Severity.ERROR ? violation : violation.withSeverity(severity));
        }
        Map<String, Integer> given = new HashMap<>();
        for (String name : draft.properties().keySet()) {
            given.put(name, given.size());
        }
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
