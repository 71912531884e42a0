package io.github.qlikconnections.internal.spec;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code enum} by a hash lookup. The engine compares the values one by one and builds a message for each schema. */
final class EnumEvaluator implements Evaluator {

    private final Set<@Nullable Object> values = new HashSet<>();

    EnumEvaluator(JsonNode list) {
        list.asArray().forEach(value -> values.add(toComparable(value)));
    }

    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
        return values.contains(toComparable(node)) ? Result.success() : Result.failure("enum");
    }

    /** Returns an object that is equal for equal JSON values: 1 equals 1.0, and the order of members is ignored. */
    private static @Nullable Object toComparable(JsonNode node) {
        SimpleType type = node.getNodeType();
        if (type == SimpleType.ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            node.asArray().forEach(item -> items.add(toComparable(item)));
            return items;
        }
        if (type == SimpleType.OBJECT) {
            Map<String, @Nullable Object> members = new HashMap<>();
            node.asObject().forEach((name, member) -> members.put(name, toComparable(member)));
            return members;
        }
        if (type == SimpleType.INTEGER || type == SimpleType.NUMBER) {
            return node.asNumber().stripTrailingZeros();
        }
        if (type == SimpleType.BOOLEAN) {
            return node.asBoolean();
        }
        return type == SimpleType.STRING ? node.asString() : null;
    }
}
