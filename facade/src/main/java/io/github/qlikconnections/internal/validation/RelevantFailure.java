package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.spec.SchemaStep;
import io.github.qlikconnections.internal.text.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema failure that is reported, with the conditions under which its keyword applies.
 *
 * @param keyword the keyword, {@code enum} for {@code const}, or one of the constants of this class
 * @param rule the value of the keyword
 * @param pointer the JSON Pointer to the value, from the connection properties
 * @param owner the schema that contains the keyword
 * @param conditions the conditions, for example {@code authSchema is "basic"}; empty if the keyword always applies
 */
record RelevantFailure(
        String keyword, @Nullable Object rule, String pointer, Map<?, ?> owner, List<Condition> conditions) {

    /** The schema is {@code false}: the value must be absent. */
    static final String FORBIDDEN = "false";

    /** The schema does not declare the member and does not allow additional ones. */
    static final String UNKNOWN = "unknown";

    /** Each branch requires properties that are missing. The rule is the list of their names. */
    static final String ONE_REQUIRED = "oneRequired";

    /** More than one branch matches. The rule is the list of the names that these branches require. */
    static final String SEVERAL_MATCH = "severalFit";

    static RelevantFailure of(SchemaStep step, String pointer, List<Condition> conditions) {
        RelevantFailure failure = new RelevantFailure(step.keyword(), step.value(), pointer, step.owner(), conditions);
        return failure.keyword().equals("const")
                ? failure.withRule("enum", Collections.singletonList(failure.rule()))
                : failure;
    }

    /** Returns the value of the keyword as a list. A single value becomes a list of one. */
    List<?> ruleValues() {
        if (rule instanceof List<?> several) {
            return several;
        }
        return rule == null ? List.of() : List.of(rule);
    }

    /** Returns the names in the rule. */
    List<String> names() {
        return ruleValues().stream().map(String::valueOf).toList();
    }

    /** Returns the values that the owner of the keyword allows for a member, empty if it does not list any. */
    List<?> fixedValues(String member) {
        if (!(owner.get("properties") instanceof Map<?, ?> members)
                || !(members.get(member) instanceof Map<?, ?> keywords)) {
            return List.of();
        }
        if (keywords.get("enum") instanceof List<?> values) {
            return values;
        }
        Object constant = keywords.get("const");
        return constant == null ? List.of() : List.of(constant);
    }

    RelevantFailure withCondition(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new RelevantFailure(keyword, rule, pointer, owner, List.copyOf(more));
    }

    RelevantFailure withOwner(Map<?, ?> otherOwner) {
        return new RelevantFailure(keyword, rule, pointer, otherOwner, conditions);
    }

    RelevantFailure withRule(String otherKeyword, @Nullable Object otherRule) {
        return new RelevantFailure(otherKeyword, otherRule, pointer, owner, conditions);
    }
}
