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

/** {@code enum} by look-up instead of comparison one by one, and without a message that is made for each schema. */
final class EnumEvaluator implements Evaluator {

    private final Set<@Nullable Object> values = new HashSet<>();

    EnumEvaluator(JsonNode list) {
        list.asArray().forEach(value -> values.add(comparable(value)));
    }

    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
        return values.contains(comparable(node)) ? Result.success() : Result.failure("enum");
    }

    /** Equal for equal JSON values, so 1 and 1.0 are one, and the order of members is none. */
    private static @Nullable Object comparable(JsonNode node) {
        SimpleType type = node.getNodeType();
        if (type == SimpleType.ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            node.asArray().forEach(item -> items.add(comparable(item)));
            return items;
        }
        if (type == SimpleType.OBJECT) {
            Map<String, @Nullable Object> members = new HashMap<>();
            node.asObject().forEach((name, member) -> members.put(name, comparable(member)));
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
