package io.github.qlikconnections.internal.spec;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code enum} by look-up instead of comparison one by one, and without a message that is made for each schema. */
record EnumRule(Set<@Nullable Object> values) implements Evaluator {

    static EnumRule of(JsonNode list) {
        Set<@Nullable Object> values = new HashSet<>();
        list.asArray().forEach(value -> values.add(comparable(value)));
        return new EnumRule(values);
    }

    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
        return values.contains(comparable(node)) ? Result.success() : Result.failure("enum");
    }

    /** Equal for equal JSON values, so 1 and 1.0 are one, and the order of members is none. */
    private static @Nullable Object comparable(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> node.asBoolean();
            case STRING -> node.asString();
            case INTEGER, NUMBER -> node.asNumber().stripTrailingZeros();
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                node.asArray().forEach(item -> items.add(comparable(item)));
                yield items;
            }
            case OBJECT -> {
                Map<String, @Nullable Object> members = new HashMap<>();
                node.asObject().forEach((name, member) -> members.put(name, comparable(member)));
                yield members;
            }
        };
    }
}
