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

    private static final Condition UNKNOWN_CONDITION = Condition.of("another condition of the specification holds");

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
    public static Condition limit(Condition condition) {
        return condition.text().length() > MAX_LENGTH_IN_MESSAGE ? UNKNOWN_CONDITION : condition;
    }

    /**
     * Formats the condition that a member is given.
     *
     * @param name the name of the member
     * @return the condition
     */
    public static Condition formatGiven(String name) {
        return Condition.of(name + " is given");
    }

    /**
     * Formats which given members select a branch by the values that it fixes.
     *
     * @param properties the schemas of the members in the branch
     * @param members the members given
     * @return the condition, empty if no member selects the branch
     */
    public static Condition formatDiscriminators(Map<?, ?> properties, Map<?, ?> members) {
        Map<Object, Object> fixed = new LinkedHashMap<>();
        properties.forEach((name, schema) -> {
            Object value = members.get(name);
            if (value != null && schema instanceof Map<?, ?> keywords && isFixedTo(keywords, value)) {
                fixed.put(name, schema);
            }
        });
        Condition condition = formatFixedValues(fixed);
        return condition.text().length() > MAX_LENGTH_IN_MESSAGE ? Condition.NONE : condition;
    }

    /**
     * Returns the condition that members have the values that their schemas fix.
     *
     * @param properties the schemas of the members
     * @return the condition, for example {@code authSchema is "basic"}; empty if nothing is fixed
     */
    public static Condition formatFixedValues(Map<?, ?> properties) {
        Condition condition =
                format(Map.of("properties", properties, "required", List.copyOf(properties.keySet())), "", false);
        return condition.text().length() > MAX_LENGTH ? UNKNOWN_CONDITION : condition;
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
    public static Condition format(@Nullable Object schema) {
        return format(schema, Set.of());
    }

    /**
     * Formats when a schema holds. A member that is not given satisfies every condition on its value.
     *
     * @param schema the schema of an {@code if}
     * @param given the members that are given in any case
     * @return the condition, for example {@code authSchema is "basic"}
     */
    public static Condition format(@Nullable Object schema, Set<String> given) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            return UNKNOWN_CONDITION;
        }
        Condition condition = format(markOptional(keywords, given), "", false);
        return isUsable(condition) ? condition : UNKNOWN_CONDITION;
    }

    private static boolean isUsable(Condition condition) {
        return !condition.isEmpty() && condition.text().length() <= MAX_LENGTH;
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
    public static Condition formatNegated(@Nullable Object schema) {
        if (schema instanceof Map<?, ?> keywords && hasSingleCondition(keywords)) {
            Condition negated = format(keywords, "", true);
            if (isUsable(negated)) {
                return negated;
            }
        }
        Condition positive = format(schema);
        return positive.equals(UNKNOWN_CONDITION)
                ? UNKNOWN_CONDITION
                : new Condition("the following does not hold: " + positive, Condition.Form.SENTENCE);
    }

    private static boolean hasSingleCondition(Map<?, ?> keywords) {
        if (keywords.size() == 1 && keywords.get("$ref") instanceof Map<?, ?> target) {
            return hasSingleCondition(target);
        }
        return keywords.get("properties") instanceof Map<?, ?> properties
                ? properties.size() == 1 && SIMPLE_KEYWORDS.containsAll(keywords.keySet())
                : keywords.size() == 1;
    }

    /** Formats when a schema holds, or when it does not hold. */
    private static Condition format(Map<?, ?> keywords, String subject, boolean negated) {
        List<Condition> parts = new ArrayList<>();
        String verb = negated ? " is not " : " is ";
        String value = (subject.isEmpty() ? "it" : subject) + verb;
        Map<?, ?> properties = keywords.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        properties.forEach((key, schema) -> {
            if (schema instanceof Map<?, ?> rules) {
                parts.add(formatProperty(rules, formatPath(subject, key), negated));
            }
        });
        if (keywords.get("required") instanceof List<?> names) {
            for (Object name : names) {
                if (!properties.containsKey(name)) {
                    parts.add(Condition.of(formatPath(subject, name) + verb + "given"));
                }
            }
        }
        if (keywords.containsKey("const")) {
            parts.add(Condition.of(value + MessageFormatter.formatSchemaValue(keywords.get("const"))));
        }
        if (keywords.get("enum") instanceof List<?> values) {
            parts.add(Condition.of(value + MessageFormatter.formatList(values, " or ", MAX_VALUES)));
        }
        if (keywords.get("not") instanceof Map<?, ?> inner) {
            parts.add(format(inner, subject, !negated));
        }
        if (keywords.get("$ref") instanceof Map<?, ?> target) {
            parts.add(format(target, subject, negated));
        }
        Condition.Form conjunction = negated ? Condition.Form.DISJUNCTION : Condition.Form.CONJUNCTION;
        Condition.Form disjunction = negated ? Condition.Form.CONJUNCTION : Condition.Form.DISJUNCTION;
        parts.add(formatAll(keywords.get("allOf"), conjunction, subject, negated));
        parts.add(formatAll(keywords.get("anyOf"), disjunction, subject, negated));
        Condition condition = Condition.join(conjunction, parts);
        return condition.isEmpty() && !subject.isEmpty() && !keywords.isEmpty()
                ? Condition.of(subject + (negated ? " does not match" : " matches") + " the specification")
                : condition;
    }

    private static String formatPath(String subject, @Nullable Object member) {
        return subject.isEmpty() ? String.valueOf(member) : subject + "." + member;
    }

    private static Condition formatProperty(Map<?, ?> schema, String name, boolean negated) {
        if (!(schema.get(OPTIONAL_KEY) instanceof Map<?, ?> rules)) {
            return format(schema, name, negated);
        }
        Condition condition = format(rules, name, negated);
        return condition.isEmpty()
                ? condition
                : Condition.join(Condition.Form.DISJUNCTION, List.of(condition, Condition.of("not given")));
    }

    private static Condition formatAll(@Nullable Object schemas, Condition.Form form, String subject, boolean negated) {
        List<Condition> conditions = new ArrayList<>();
        if (schemas instanceof List<?> list) {
            for (Object schema : list) {
                if (schema instanceof Map<?, ?> keywords) {
                    conditions.add(format(keywords, subject, negated));
                }
            }
        }
        return Condition.join(form, conditions);
    }
}
