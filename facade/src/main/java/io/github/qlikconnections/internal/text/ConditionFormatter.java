package io.github.qlikconnections.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Formats the conditions under which a subschema applies. */
public final class ConditionFormatter {

    /** Maximum length of a condition in a message. Longer ones are replaced by a general one. */
    private static final int MAX_LENGTH_IN_MESSAGE = 600;

    /** Limits the effort for hostile schemas. No real condition is as long. */
    private static final int MAX_LENGTH = 20_000;

    private static final int MAX_VALUES = 1_000;

    private static final String UNKNOWN_CONDITION = "another condition of the specification holds";

    /** Marks an optional value in a copy of a condition. It is no keyword of JSON Schema. */
    private static final String OPTIONAL_KEY = " or absent";

    /** Keywords that do not add to a condition on a single property. */
    private static final Set<String> SIMPLE_KEYWORDS = Set.of("properties", "required", "type");

    private ConditionFormatter() {}

    /**
     * Limits the length of a condition for a message.
     *
     * @param condition the condition
     * @return the condition, or a general one if it is too long
     */
    public static String limit(String condition) {
        return condition.length() > MAX_LENGTH_IN_MESSAGE ? UNKNOWN_CONDITION : condition;
    }

    /**
     * Formats the condition that a member is given.
     *
     * @param name the name of the member
     * @return the condition
     */
    public static String formatGiven(String name) {
        return name + " is given";
    }

    /**
     * Formats which given members select a branch by the values that it fixes.
     *
     * @param properties the schemas of the members in the branch
     * @param members the members given
     * @return the condition, empty if no member selects the branch
     */
    public static String formatDiscriminators(Map<?, ?> properties, Map<?, ?> members) {
        Map<Object, Object> fixed = new LinkedHashMap<>();
        properties.forEach((name, schema) -> {
            Object value = members.get(name);
            if (value != null && schema instanceof Map<?, ?> keywords && isFixedTo(keywords, value)) {
                fixed.put(name, schema);
            }
        });
        String text = formatFixedValues(fixed);
        return text.length() > MAX_LENGTH_IN_MESSAGE ? "" : text;
    }

    /**
     * Returns the condition that members have the values that their schemas fix.
     *
     * @param properties the schemas of the members
     * @return the condition, for example {@code authSchema is "basic"}; empty if nothing is fixed
     */
    public static String formatFixedValues(Map<?, ?> properties) {
        String text = formatConjunction(
                Map.of("properties", properties, "required", List.copyOf(properties.keySet())), "", false);
        return text.length() > MAX_LENGTH ? UNKNOWN_CONDITION : text;
    }

    private static boolean isFixedTo(Map<?, ?> keywords, Object value) {
        return value.equals(keywords.get("const"))
                || (keywords.get("enum") instanceof List<?> values && values.contains(value));
    }

    /**
     * Formats when a schema holds.
     *
     * @param schema the schema of an {@code if}
     * @return the condition, for example {@code authSchema is "basic" or not given}
     */
    public static String format(@Nullable Object schema) {
        return format(schema, Set.of());
    }

    /**
     * Formats when a schema holds. A member that is not given satisfies every condition on its value.
     *
     * @param schema the schema of an {@code if}
     * @param given the members that are given in any case
     * @return the condition, for example {@code authSchema is "basic"}
     */
    public static String format(@Nullable Object schema, Set<String> given) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            return UNKNOWN_CONDITION;
        }
        String text = formatConjunction(keywords, "", false);
        String complete = text.isEmpty() ? "" : formatConjunction(markOptional(keywords, given), "", false);
        return complete.isEmpty() || complete.length() > MAX_LENGTH ? UNKNOWN_CONDITION : complete;
    }

    /** Marks the properties of a condition that also holds if they are not given. */
    private static Map<?, ?> markOptional(Map<?, ?> keywords, Set<String> given) {
        Map<?, ?> properties = keywords.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        List<?> required = keywords.get("required") instanceof List<?> names ? names : List.of();
        Map<Object, Object> marked = new LinkedHashMap<>();
        properties.forEach((name, schema) -> {
            boolean optional = !required.contains(name) && !given.contains(String.valueOf(name));
            marked.put(name, optional && schema instanceof Map<?, ?> rules ? Map.of(OPTIONAL_KEY, rules) : schema);
        });
        Map<Object, Object> result = new LinkedHashMap<>(keywords);
        result.put("properties", marked);
        if (keywords.get("$ref") instanceof Map<?, ?> target) {
            result.put("$ref", markOptional(target, given));
        }
        for (String combination : List.of("allOf", "anyOf")) {
            if (keywords.get(combination) instanceof List<?> schemas) {
                result.put(
                        combination,
                        schemas.stream()
                                .map(schema -> schema instanceof Map<?, ?> part ? markOptional(part, given) : schema)
                                .toList());
            }
        }
        return result;
    }

    /**
     * Formats when a schema does not hold.
     *
     * @param schema the schema of an {@code if}
     * @return the condition, for example {@code authSchema is not "basic"}
     */
    public static String formatNegated(@Nullable Object schema) {
        String text = schema instanceof Map<?, ?> keywords && hasSingleCondition(keywords)
                ? formatConjunction(keywords, "", true)
                : "";
        if (!text.isEmpty() && text.length() <= MAX_LENGTH) {
            return text;
        }
        String positive = format(schema);
        return positive.equals(UNKNOWN_CONDITION) ? UNKNOWN_CONDITION : "the following does not hold: " + positive;
    }

    private static boolean hasSingleCondition(Map<?, ?> keywords) {
        if (keywords.size() == 1 && keywords.get("$ref") instanceof Map<?, ?> target) {
            return hasSingleCondition(target);
        }
        return keywords.get("properties") instanceof Map<?, ?> properties
                ? properties.size() == 1 && SIMPLE_KEYWORDS.containsAll(keywords.keySet())
                : keywords.size() == 1;
    }

    private static String formatConjunction(Map<?, ?> keywords, String subject, boolean negated) {
        List<String> parts = new ArrayList<>();
        String value = subject.isEmpty() ? "it" : subject;
        Map<?, ?> properties = keywords.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            String name = (subject.isEmpty() ? "" : subject + ".") + property.getKey();
            if (property.getValue() instanceof Map<?, ?> schema) {
                parts.add(
                        schema.get(OPTIONAL_KEY) instanceof Map<?, ?> rules
                                ? appendNotGiven(formatConjunction(rules, name, negated), properties.size() > 1)
                                : formatConjunction(schema, name, negated));
            }
        }
        if (keywords.get("required") instanceof List<?> names) {
            for (Object name : names) {
                if (!properties.containsKey(name)) {
                    parts.add(name + (negated ? " is not given" : " is given"));
                }
            }
        }
        if (keywords.containsKey("const")) {
            parts.add(value
                    + (negated ? " is not " : " is ")
                    + MessageFormatter.formatSchemaValue(keywords.get("const")));
        }
        if (keywords.get("enum") instanceof List<?> values) {
            parts.add(
                    value + (negated ? " is not " : " is ") + MessageFormatter.formatList(values, " or ", MAX_VALUES));
        }
        if (keywords.get("not") instanceof Map<?, ?> inner) {
            parts.add(formatConjunction(inner, subject, !negated));
        }
        if (keywords.get("$ref") instanceof Map<?, ?> target) {
            parts.add(formatConjunction(target, subject, negated));
        }
        parts.add(formatCombination(keywords.get("allOf"), negated ? " or " : " and ", subject, negated));
        parts.add(formatCombination(keywords.get("anyOf"), negated ? " and " : " or ", subject, negated));
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty() && !subject.isEmpty() && !keywords.isEmpty()) {
            return subject + (negated ? " does not match the specification" : " matches the specification");
        }
        return String.join(negated ? " or " : " and ", parts);
    }

    private static String appendNotGiven(String condition, boolean amongOthers) {
        if (condition.isEmpty()) {
            return "";
        }
        return condition + (amongOthers ? " (or not given)" : " or not given");
    }

    private static String formatCombination(
            @Nullable Object schemas, String separator, String subject, boolean negated) {
        List<String> texts = new ArrayList<>();
        if (schemas instanceof List<?> list) {
            for (Object schema : list) {
                texts.add(schema instanceof Map<?, ?> keywords ? formatConjunction(keywords, subject, negated) : "");
            }
        }
        texts.removeIf(String::isEmpty);
        return String.join(separator, texts);
    }
}
