package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.spec.SchemaStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure that counts, and under which conditions its keyword applies.
 *
 * @param keyword the keyword, {@code enum} also for {@code const}, or one of the names below for what is not a keyword
 * @param rule what the keyword says
 * @param pointer the JSON Pointer to the value, from the connection properties
 * @param owner the schema in which the keyword stands
 * @param conditions why the keyword applies, for example {@code authSchema is "basic"}; empty when it always does
 */
record RelevantFailure(
        String keyword, @Nullable Object rule, String pointer, Map<?, ?> owner, List<String> conditions) {

    /** A schema that is false: what stands here must not be there. */
    static final String FORBIDDEN = "false";

    /** A member that the schema does not name and does not take. */
    static final String UNKNOWN = "unknown";

    /** Several branches each require something, and none of it is there; the rule is the list of their names. */
    static final String ONE_REQUIRED = "oneRequired";

    /** More than the one branch fits; the rule is the list of the names that these branches require. */
    static final String SEVERAL_MATCH = "severalFit";

    static RelevantFailure of(SchemaStep step, String pointer, List<String> conditions) {
        RelevantFailure failure = new RelevantFailure(step.keyword(), step.value(), pointer, step.owner(), conditions);
        return failure.keyword().equals("const")
                ? failure.withRule("enum", Collections.singletonList(failure.rule()))
                : failure;
    }

    /** What the keyword lists, or in a list the one thing that it says. */
    List<?> ruleValues() {
        if (rule instanceof List<?> several) {
            return several;
        }
        return rule == null ? List.of() : List.of(rule);
    }

    /** The names that a rule lists. */
    List<String> names() {
        return ruleValues().stream().map(String::valueOf).toList();
    }

    RelevantFailure withCondition(String condition) {
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        return new RelevantFailure(keyword, rule, pointer, owner, List.copyOf(more));
    }

    RelevantFailure withRule(String otherKeyword, @Nullable Object otherRule) {
        return new RelevantFailure(otherKeyword, otherRule, pointer, owner, conditions);
    }
}
