package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.text.Condition;
import io.github.qlikconnections.internal.text.PlainMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules for a property in one branch of the specification, such as one alternative of a {@code oneOf}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class PropertyBranch {

    private final List<BranchCondition> conditions;
    private final PropertySchema schema;

    PropertyBranch(List<BranchCondition> conditions, PropertySchema schema) {
        this.conditions = List.copyOf(conditions);
        this.schema = schema;
    }

    /**
     * Returns the condition under which the branch applies.
     *
     * @return the condition, for example {@code mode is "tls"}; the empty string if the branch always applies
     */
    public String condition() {
        return Condition.allOf(
                        conditions.stream().map(BranchCondition::condition).toList())
                .text();
    }

    /**
     * Returns the default in this branch.
     *
     * @return the default, empty if the branch has none
     */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(schema.defaultValue());
    }

    /**
     * Returns the values that are allowed in this branch.
     *
     * @return an unmodifiable list, empty if the branch lists none
     */
    public List<Object> allowedValues() {
        return List.copyOf(schema.allowedValues());
    }

    boolean isUnconditional() {
        return conditions.isEmpty();
    }

    List<BranchCondition> conditions() {
        return conditions;
    }

    /** Returns the alternatives to which the branch belongs, null if its condition is none or more than one. */
    @Nullable List<?> alternatives() {
        return conditions.size() == 1 ? conditions.get(0).alternatives() : null;
    }

    PropertySchema schema() {
        return schema;
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("condition", condition())
                .put("defaultValue", schema.defaultValue())
                .put("allowedValues", allowedValues())
                .toMap();
    }

    /**
     * Returns the condition.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return isUnconditional() ? "always" : "when " + condition();
    }
}
