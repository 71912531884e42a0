package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a schema refuses into violations that a person understands. */
final class ViolationFactory {

    private final Map<String, Object> values;
    private final SecretDetector secrets;
    private final NearestNames.Effort effort;
    private final MemberNameChecker names;
    private final IdentityHashMap<Object, NearestNames> known = new IdentityHashMap<>();

    ViolationFactory(
            Map<String, Object> values, SecretDetector secrets, NearestNames.Effort effort, MemberNameChecker names) {
        this.names = names;
        this.values = values;
        this.secrets = secrets;
        this.effort = effort;
    }

    /** The same list of names is met for each item of a list of values. */
    private NearestNames nearest(Object source, Collection<?> names) {
        return known.computeIfAbsent(
                source,
                any -> new NearestNames(names.stream().map(String::valueOf).toList(), effort));
    }

    static String pointer(String withinProperties) {
        return "/connectionProperties" + withinProperties;
    }

    List<Violation> of(RelevantFailure finding) {
        return switch (finding.keyword()) {
            case "required" -> missing(finding);
            case "dependentRequired" -> dependent(finding);
            case RelevantFailure.ONE_REQUIRED -> List.of(oneRequired(finding));
            case "enum" -> List.of(notAllowed(finding));
            case "type" -> List.of(wrongType(finding));
            case RelevantFailure.UNKNOWN -> List.of(unknown(finding));
            case "propertyNames" -> names.of(finding, value(finding));
            default -> List.of(new KeywordMessages(finding, shown(finding), value(finding)).violation());
        };
    }

    private @Nullable Object value(RelevantFailure finding) {
        return JsonPointers.find(values, finding.pointer());
    }

    private String shown(RelevantFailure finding) {
        Object value = value(finding);
        return value == null ? "the value" : MessageFormatter.ofDraft(value, secrets.isSecret(finding.pointer()));
    }

    /** Why a rule applies, to be put after what it says. */
    static String when(List<String> conditions) {
        return conditions.isEmpty() ? "" : " when " + String.join(" and ", conditions);
    }

    private List<Violation> missing(RelevantFailure finding) {
        List<Violation> violations = new ArrayList<>();
        Object owner = value(finding);
        for (String name : finding.names()) {
            if (!(owner instanceof Map<?, ?> members && members.containsKey(name))) {
                violations.add(Violation.of(
                                ViolationCode.REQUIRED,
                                pointer(JsonPointers.child(finding.pointer(), name)),
                                "is required" + when(finding.conditions()))
                        .advising("Give a value for " + name + "."));
            }
        }
        return violations;
    }

    private List<Violation> dependent(RelevantFailure finding) {
        List<Violation> violations = new ArrayList<>();
        if (finding.rule() instanceof Map<?, ?> names && value(finding) instanceof Map<?, ?> members) {
            names.forEach((given, required) -> {
                if (members.containsKey(given)) {
                    String condition = ConditionFormatter.given(String.valueOf(given));
                    violations.addAll(missing(finding.as("required", required).alsoWhen(condition)));
                }
            });
        }
        return violations;
    }

    private static Violation oneRequired(RelevantFailure finding) {
        List<String> names = finding.names();
        return Violation.of(
                        ViolationCode.REQUIRED,
                        pointer(JsonPointers.child(finding.pointer(), names.get(0))),
                        "or one of its alternatives is required" + when(finding.conditions()))
                .expecting("one of " + String.join(", ", names))
                .advising("Give a value for one of them.");
    }

    private Violation notAllowed(RelevantFailure finding) {
        List<?> allowed = finding.listed();
        if (allowed.isEmpty()) {
            return Violation.of(
                            ViolationCode.NOT_ALLOWED,
                            pointer(finding.pointer()),
                            "cannot have any value" + when(finding.conditions())
                                    + ": the list of its allowed values is empty")
                    .advising("Leave it out.");
        }
        Violation violation = Violation.of(
                        ViolationCode.NOT_ALLOWED,
                        pointer(finding.pointer()),
                        shown(finding) + " is not allowed" + when(finding.conditions()))
                .expecting((allowed.size() == 1 ? "" : "one of ") + MessageFormatter.list(allowed, ", "));
        Object value = value(finding);
        if (!(value instanceof String text) || secrets.isSecret(finding.pointer())) {
            return violation;
        }
        List<String> texts = new ArrayList<>();
        for (Object each : allowed) {
            if (each instanceof String other) {
                if (other.equalsIgnoreCase(text)) {
                    return violation.advising(
                            "Write it " + MessageFormatter.ofSchema(other) + "; letter case matters.");
                }
                texts.add(other);
            }
        }
        List<String> nearest = nearest(allowed, texts).of(text, 1);
        return nearest.isEmpty()
                ? violation
                : violation.advising("Did you mean " + MessageFormatter.ofSchema(nearest.get(0)) + "?");
    }

    private Violation unknown(RelevantFailure finding) {
        List<String> segments = JsonPointers.segments(finding.pointer());
        String name = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        Violation violation = Violation.of(
                ViolationCode.UNKNOWN_PROPERTY, pointer(finding.pointer()), "is not known to the specification here");
        if (!(finding.owner().get("properties") instanceof Map<?, ?> properties)) {
            return violation;
        }
        String question = nearest(properties, properties.keySet()).question(name, 1);
        return question.isEmpty() ? violation : violation.advising(question);
    }

    private Violation wrongType(RelevantFailure finding) {
        Object value = value(finding);
        List<String> words = finding.names().stream()
                .filter(type -> !type.equals("null"))
                .map(ViolationFactory::word)
                .toList();
        boolean scalar = !(value instanceof Map || value instanceof List);
        Violation violation = Violation.of(
                        ViolationCode.WRONG_TYPE,
                        pointer(finding.pointer()),
                        (scalar ? shown(finding) : MessageFormatter.kind(value)) + " has the wrong type"
                                + when(finding.conditions()))
                .expecting(String.join(" or ", words));
        if (!(value instanceof String text) || !shown(finding).startsWith("\"")) {
            return violation;
        }
        return finding.names().stream()
                .flatMap(type -> ValueAdvice.forType(type, text).stream())
                .findFirst()
                .map(violation::advising)
                .orElse(violation);
    }

    private static String word(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> type;
        };
    }
}
