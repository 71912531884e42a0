package io.github.qlikconnections.internal.spec;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adapts a plain value or a secret to the node type of the engine. Every read is charged to the budget. */
final class ValueNode implements JsonNode {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);

    private final @Nullable Object value;
    private final @Nullable ValueNode parent;
    private final String segment;
    private final SimpleType type;
    private final EvaluationBudget budget;
    private @Nullable Map<String, JsonNode> members;
    private @Nullable List<JsonNode> items;
    private @Nullable String pointer;

    private ValueNode(@Nullable Object given, @Nullable ValueNode parent, String segment, EvaluationBudget budget) {
        this.value = SecretLiteral.toPlainValue(given);
        this.parent = parent;
        this.segment = segment;
        this.budget = budget;
        this.type = typeOf(this.value);
    }

    static ValueNode root(@Nullable Object value, EvaluationBudget budget) {
        return new ValueNode(value, null, "", budget);
    }

    private static SimpleType typeOf(@Nullable Object value) {
        if (value instanceof String || value instanceof Secret) {
            return SimpleType.STRING;
        }
        if (value instanceof Long) {
            return SimpleType.INTEGER;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOLEAN;
        }
        if (value instanceof BigDecimal number) {
            return bounded(number).stripTrailingZeros().scale() <= 0 ? SimpleType.INTEGER : SimpleType.NUMBER;
        }
        if (value instanceof Map) {
            return SimpleType.OBJECT;
        }
        return value instanceof List ? SimpleType.ARRAY : SimpleType.NULL;
    }

    /** Limits a number, because 1e999999999 would exhaust memory in plain notation. Validation of the draft rejects it separately. */
    private static BigDecimal bounded(BigDecimal number) {
        if (number.scale() > 400) {
            return BigDecimal.ZERO;
        }
        return number.abs().compareTo(LARGEST) <= 0 ? number : LARGEST;
    }

    EvaluationBudget budget() {
        return budget;
    }

    @Override
    public String getJsonPointer() {
        if (pointer == null) {
            pointer = parent == null ? "" : JsonPointers.child(parent.getJsonPointer(), segment);
        }
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        budget.spend(1);
        return type;
    }

    @Override
    public boolean asBoolean() {
        return Boolean.TRUE.equals(value);
    }

    @Override
    public String asString() {
        return value instanceof Secret secret ? secret.reveal() : String.valueOf(value);
    }

    @Override
    public BigInteger asInteger() {
        return value instanceof Long number
                ? BigInteger.valueOf(number)
                : asNumber().toBigInteger();
    }

    @Override
    public BigDecimal asNumber() {
        if (value instanceof BigDecimal number) {
            return bounded(number).stripTrailingZeros();
        }
        return value instanceof Long number ? BigDecimal.valueOf(number) : BigDecimal.ZERO;
    }

    @Override
    public List<JsonNode> asArray() {
        if (items == null) {
            List<JsonNode> wrapped = new ArrayList<>();
            if (value instanceof List<?> list) {
                for (Object item : list) {
                    wrapped.add(new ValueNode(item, this, Integer.toString(wrapped.size()), budget));
                }
            }
            items = wrapped;
        }
        budget.spend(items.size());
        return items;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        if (members == null) {
            Map<String, JsonNode> wrapped = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    String name = String.valueOf(member.getKey());
                    wrapped.put(name, new ValueNode(member.getValue(), this, name, budget));
                }
            }
            members = wrapped;
        }
        budget.spend(members.size());
        return members;
    }

    /** Returns an empty string, because the engine adds the result to its messages. */
    @Override
    public String toPrintableString() {
        return "";
    }
}
