package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.Condition;
import io.github.qlikconnections.internal.text.ConditionFormatter;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.text.SearchBudget;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates violations from schema failures. Not thread-safe. */
final class ViolationFactory {

    private final Map<String, Object> values;
    private final SecretDetector secrets;
    private final SearchBudget searchBudget;
    private final MemberNameChecker names;
    private final IdentityHashMap<Object, NameSuggester> known = new IdentityHashMap<>();

    ViolationFactory(
            Map<String, Object> values, SecretDetector secrets, SearchBudget searchBudget, MemberNameChecker names) {
        this.names = names;
        this.values = values;
        this.secrets = secrets;
        this.searchBudget = searchBudget;
    }

    /** Returns the suggester of a list of names. It is cached, because each item of an array has the same list. */
    private NameSuggester suggester(Object source, Collection<?> names) {
        return known.computeIfAbsent(
                source,
                any -> new NameSuggester(names.stream().map(String::valueOf).toList(), searchBudget));
    }

    static String requestPointer(String withinProperties) {
        return WireNames.PROPERTIES + withinProperties;
    }

    List<Violation> create(RelevantFailure failure) {
        return switch (failure.keyword()) {
            case "required" -> missingProperties(failure);
            case "dependentRequired" -> missingDependents(failure);
            case RelevantFailure.ONE_REQUIRED -> List.of(missingAlternative(failure));
            case "enum" -> List.of(notAllowedValue(failure));
            case "type" -> List.of(wrongType(failure));
            case RelevantFailure.UNKNOWN -> List.of(unknownMember(failure));
            case "propertyNames" -> names.check(failure, findValue(failure));
            default -> List.of(new KeywordMessages(failure, formatValue(failure), findValue(failure)).violation());
        };
    }

    private @Nullable Object findValue(RelevantFailure failure) {
        return JsonPointers.find(values, failure.pointer());
    }

    private String formatValue(RelevantFailure failure) {
        Object value = findValue(failure);
        return value == null
                ? "the value"
                : MessageFormatter.formatDraftValue(value, secrets.isSecret(failure.pointer()));
    }

    /** Formats the conditions of a rule as a clause that follows the problem. */
    static String formatConditions(List<Condition> conditions) {
        return conditions.isEmpty() ? "" : " when " + Condition.allOf(conditions);
    }

    private List<Violation> missingProperties(RelevantFailure failure) {
        List<Violation> violations = new ArrayList<>();
        Object owner = findValue(failure);
        for (String name : failure.names()) {
            if (!(owner instanceof Map<?, ?> members && members.containsKey(name))) {
                Violation violation = Violation.of(
                                ViolationCode.REQUIRED,
                                requestPointer(JsonPointers.child(failure.pointer(), name)),
                                "is required" + formatConditions(failure.conditions()))
                        .withAdvice("Give a value for " + name + ".");
                List<?> allowed = failure.fixedValues(name);
                violations.add(allowed.isEmpty() ? violation : violation.withExpected(formatAllowed(allowed)));
            }
        }
        return violations;
    }

    private List<Violation> missingDependents(RelevantFailure failure) {
        List<Violation> violations = new ArrayList<>();
        if (failure.rule() instanceof Map<?, ?> names && findValue(failure) instanceof Map<?, ?> members) {
            names.forEach((given, required) -> {
                if (members.containsKey(given)) {
                    Condition condition = ConditionFormatter.formatGiven(String.valueOf(given));
                    violations.addAll(missingProperties(
                            failure.withRule("required", required).withCondition(condition)));
                }
            });
        }
        return violations;
    }

    private static Violation missingAlternative(RelevantFailure failure) {
        List<String> names = failure.names();
        return Violation.of(
                        ViolationCode.REQUIRED,
                        requestPointer(JsonPointers.child(failure.pointer(), names.get(0))),
                        "or one of its alternatives is required" + formatConditions(failure.conditions()))
                .withExpected("one of " + String.join(", ", names))
                .withAdvice("Give a value for one of them.");
    }

    private static String formatAllowed(List<?> values) {
        return (values.size() == 1 ? "" : "one of ") + MessageFormatter.formatList(values, ", ");
    }

    private Violation notAllowedValue(RelevantFailure failure) {
        List<?> allowed = failure.ruleValues();
        if (allowed.isEmpty()) {
            return Violation.of(
                            ViolationCode.NOT_ALLOWED,
                            requestPointer(failure.pointer()),
                            "cannot have any value" + formatConditions(failure.conditions())
                                    + ": the list of its allowed values is empty")
                    .withAdvice("Leave it out.");
        }
        Violation violation = Violation.of(
                        ViolationCode.NOT_ALLOWED,
                        requestPointer(failure.pointer()),
                        formatValue(failure) + " is not allowed" + formatConditions(failure.conditions()))
                .withExpected(formatAllowed(allowed));
        String text = ValueConverter.toText(findValue(failure));
        // A name such as "auth" may also choose between alternatives. The list is public, and the advice shows nothing
        // else.
        if (text == null || secrets.isDeclaredSecret(failure.pointer())) {
            return violation;
        }
        List<String> texts = new ArrayList<>();
        for (Object each : allowed) {
            if (each instanceof String other) {
                if (other.equalsIgnoreCase(text)) {
                    return violation.withAdvice(
                            "Write it " + MessageFormatter.formatSchemaValue(other) + "; letter case matters.");
                }
                texts.add(other);
            }
        }
        List<String> nearest = suggester(allowed, texts).suggest(text, 1);
        return nearest.isEmpty()
                ? violation
                : violation.withAdvice(
                        NameSuggester.toQuestion(List.of(MessageFormatter.formatSchemaValue(nearest.get(0)))));
    }

    private Violation unknownMember(RelevantFailure failure) {
        List<String> segments = JsonPointers.segments(failure.pointer());
        String name = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        Violation violation = Violation.of(
                ViolationCode.UNKNOWN_PROPERTY,
                requestPointer(failure.pointer()),
                "is not defined here by the specification");
        if (!(failure.owner().get("properties") instanceof Map<?, ?> properties)) {
            return violation;
        }
        String question = NameSuggester.toQuestion(
                suggester(properties, properties.keySet()).suggest(name, 1));
        return question.isEmpty() ? violation : violation.withAdvice(question);
    }

    private Violation wrongType(RelevantFailure failure) {
        Object value = findValue(failure);
        List<String> words = failure.names().stream()
                .filter(type -> !type.equals("null"))
                .map(ViolationFactory::formatTypeName)
                .toList();
        boolean scalar = !(value instanceof Map || value instanceof List);
        Violation violation = Violation.of(
                        ViolationCode.WRONG_TYPE,
                        requestPointer(failure.pointer()),
                        (scalar ? formatValue(failure) : MessageFormatter.formatType(value)) + " has the wrong type"
                                + formatConditions(failure.conditions()))
                .withExpected(String.join(" or ", words));
        if (!(value instanceof String text) || !formatValue(failure).startsWith("\"")) {
            return violation;
        }
        return failure.names().stream()
                .flatMap(type -> ValueAdvice.forType(type, text).stream())
                .findFirst()
                .map(violation::withAdvice)
                .orElse(violation);
    }

    private static String formatTypeName(String type) {
        return switch (type) {
            case "string" -> "a string";
            case "integer" -> "an integer";
            case "number" -> "a number";
            case "boolean" -> "a boolean";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> type;
        };
    }
}
