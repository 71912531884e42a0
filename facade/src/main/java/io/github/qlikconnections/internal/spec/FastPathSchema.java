package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Accepts valid drafts of flat schemas without the engine. A flat schema has only properties with a type and an optional list of
 * allowed strings, as those of most data sources. The engine is compiled and called only if the fast path does not accept a draft,
 * because only the engine reports failures.
 */
public final class FastPathSchema implements CompiledSchema {

    private final Map<String, @Nullable Object> schema;
    private final SchemaEngine engine;
    private final Map<String, Predicate<Object>> rules = new HashMap<>();
    private final List<?> required;
    private volatile @Nullable CompiledSchema engineSchema;

    private FastPathSchema(Map<String, @Nullable Object> schema, SchemaEngine engine) {
        this.schema = schema;
        this.engine = engine;
        this.required = schema.get("required") instanceof List<?> names ? names : List.of();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach(
                    (name, property) -> rules.put(String.valueOf(name), acceptanceRule((Map<?, ?>) property)));
        }
    }

    /**
     * Compiles a schema.
     *
     * @param schema a schema that {@link SchemaPreprocessor} made
     * @param engine compiles the schema if it is not flat or if the fast path does not accept a draft
     * @return the compiled schema
     * @throws UnusableSchemaException if the engine rejects the schema
     */
    public static CompiledSchema compile(Map<String, @Nullable Object> schema, SchemaEngine engine)
            throws UnusableSchemaException {
        return isFlat(schema) ? new FastPathSchema(schema, engine) : engine.compile(schema);
    }

    private static boolean isFlat(Map<String, @Nullable Object> schema) {
        return schema.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "type" -> "object".equals(entry.getValue());
            case "properties" ->
                entry.getValue() instanceof Map<?, ?> each
                        && each.values().stream().allMatch(FastPathSchema::hasOnlySimpleKeywords);
            case "required" -> true;
            case "additionalProperties" -> Boolean.TRUE.equals(entry.getValue());
            default -> BoundedEvaluatorFactory.isAnnotation(entry.getKey());
        });
    }

    private static boolean hasOnlySimpleKeywords(@Nullable Object schema) {
        return schema instanceof Map<?, ?> keywords
                && keywords.entrySet().stream().allMatch(entry -> switch (String.valueOf(entry.getKey())) {
                    case "type" -> entry.getValue() instanceof String;
                    case "enum" ->
                        entry.getValue() instanceof List<?> allowed
                                && allowed.stream().allMatch(String.class::isInstance);
                    default -> BoundedEvaluatorFactory.isAnnotation(String.valueOf(entry.getKey()));
                });
    }

    /** Creates a rule that accepts only values that are valid. It may reject valid values; the engine then decides. */
    private static Predicate<Object> acceptanceRule(Map<?, ?> property) {
        String type = property.get("type") instanceof String word ? word : "";
        Set<?> allowed = property.get("enum") instanceof List<?> texts ? new HashSet<>(texts) : null;
        return value -> isOfType(value, type) && (allowed == null || allowed.contains(value));
    }

    private static boolean isOfType(Object value, String type) {
        return switch (type) {
            case "" -> true;
            case "string" -> value instanceof String || (value instanceof Secret secret && !secret.isJsonLiteral());
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Long || value instanceof BigDecimal;
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            default -> false;
        };
    }

    @Override
    public List<SchemaFailure> validate(Map<String, Object> value) throws UnusableSchemaException {
        return isAccepted(value) ? List.of() : engineSchema().validate(value);
    }

    private boolean isAccepted(Map<String, Object> value) {
        for (Map.Entry<String, Object> member : value.entrySet()) {
            Predicate<Object> rule = rules.get(member.getKey());
            if (rule != null && !rule.test(member.getValue())) {
                return false;
            }
        }
        return value.keySet().containsAll(required);
    }

    private CompiledSchema engineSchema() throws UnusableSchemaException {
        CompiledSchema present = engineSchema;
        if (present == null) {
            present = engine.compile(schema);
            engineSchema = present;
        }
        return present;
    }
}
