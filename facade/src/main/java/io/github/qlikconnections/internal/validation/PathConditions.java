package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.spec.ReferenceInliner;
import io.github.qlikconnections.internal.spec.SchemaStep;
import io.github.qlikconnections.internal.text.Condition;
import io.github.qlikconnections.internal.text.ConditionFormatter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Formats the conditions along the paths to keywords, for values with the given members. A condition is formatted once, because many
 * failures can share it. Not thread-safe.
 */
final class PathConditions {

    private final Map<?, ?> root;
    private final Set<String> given;
    private final IdentityHashMap<Object, Condition> positive = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Condition> negative = new IdentityHashMap<>();

    PathConditions(Map<?, ?> root, Set<String> given) {
        this.root = root;
        this.given = given;
    }

    /** Returns the conditions as they are shown in a message. */
    List<Condition> of(List<SchemaStep> steps) {
        List<Condition> conditions = new ArrayList<>();
        for (SchemaStep step : steps) {
            Map<?, ?> owner = step.owner();
            switch (step.keyword()) {
                case "then" ->
                    conditions.add(positive.computeIfAbsent(
                            owner,
                            any -> ConditionFormatter.limit(ConditionFormatter.format(condition(owner), given))));
                case "else" ->
                    conditions.add(negative.computeIfAbsent(
                            owner,
                            any -> ConditionFormatter.limit(ConditionFormatter.formatNegated(condition(owner)))));
                case "dependentSchemas" -> {
                    if (!step.key().isEmpty()) {
                        conditions.add(ConditionFormatter.formatGiven(step.key()));
                    }
                }
                default -> {
                    // Other keywords set no condition.
                }
            }
        }
        return conditions;
    }

    private @Nullable Object condition(Map<?, ?> owner) {
        return ReferenceInliner.inline(root, owner.get("if"));
    }
}
