package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Accepts by itself what a flat schema plainly allows: properties with a type and perhaps a list of texts, as most data sources
 * have them. All the rest goes to an engine: other schemas, and whatever is not accepted at once, since only an engine says what
 * is wrong. So it is loaded when something is wrong, or hard to tell.
 */
public final class FlatSchemas implements SchemaEngine {

    private final Supplier<SchemaEngine> engine;

    /**
     * Stands in front of an engine.
     *
     * @param engine gives it when it is needed
     */
    public FlatSchemas(Supplier<SchemaEngine> engine) {
        this.engine = engine;
    }

    @Override
    public CompiledSchema compile(Map<String, @Nullable Object> schema) throws UnusableSchemaException {
        return isFlat(schema) ? new Flat(schema) : engine.get().compile(schema);
    }

    private static boolean isFlat(Map<String, @Nullable Object> schema) {
        return schema.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "type" -> "object".equals(entry.getValue());
            case "properties" ->
                entry.getValue() instanceof Map<?, ?> each
                        && each.values().stream().allMatch(FlatSchemas::isPlain);
            case "required" -> true;
            case "additionalProperties" -> Boolean.TRUE.equals(entry.getValue());
            default -> BoundedEvaluators.isAnnotation(entry.getKey());
        });
    }

    private static boolean isPlain(@Nullable Object schema) {
        return schema instanceof Map<?, ?> keywords
                && keywords.entrySet().stream().allMatch(entry -> switch (String.valueOf(entry.getKey())) {
                    case "type" -> entry.getValue() instanceof String;
                    case "enum" ->
                        entry.getValue() instanceof List<?> allowed
                                && allowed.stream().allMatch(String.class::isInstance);
                    default -> BoundedEvaluators.isAnnotation(String.valueOf(entry.getKey()));
                });
    }

    private final class Flat implements CompiledSchema {

        private final Map<String, @Nullable Object> schema;
        private final Map<String, Rule> rules = new HashMap<>();
        private final List<?> required;
        private volatile @Nullable CompiledSchema full;

        private Flat(Map<String, @Nullable Object> schema) {
            this.schema = schema;
            this.required = schema.get("required") instanceof List<?> names ? names : List.of();
            if (schema.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, property) -> rules.put(String.valueOf(name), Rule.of((Map<?, ?>) property)));
            }
        }

        @Override
        public List<SchemaFailure> check(Map<String, Object> value) throws UnusableSchemaException {
            return accepts(value) ? List.of() : full().check(value);
        }

        private boolean accepts(Map<String, Object> value) {
            for (Map.Entry<String, Object> member : value.entrySet()) {
                Rule rule = rules.get(member.getKey());
                if (rule != null && !rule.accepts(member.getValue())) {
                    return false;
                }
            }
            return value.keySet().containsAll(required);
        }

        private CompiledSchema full() throws UnusableSchemaException {
            CompiledSchema present = full;
            if (present == null) {
                present = engine.get().compile(schema);
                full = present;
            }
            return present;
        }
    }

    /** What the schema of a property asks, null for nothing. */
    private record Rule(@Nullable Object type, @Nullable Set<Object> allowed) {

        static Rule of(Map<?, ?> schema) {
            return new Rule(
                    schema.get("type"), schema.get("enum") instanceof List<?> texts ? new HashSet<>(texts) : null);
        }

        /** Only what is certain; a no may be wrong. */
        boolean accepts(Object value) {
            return isOfType(value) && (allowed == null || (value instanceof String && allowed.contains(value)));
        }

        private boolean isOfType(Object value) {
            if (type == null) {
                return true;
            }
            return switch (type.toString()) {
                case "string" -> value instanceof String || value instanceof Secret;
                case "boolean" -> value instanceof Boolean;
                case "integer" -> value instanceof Long;
                case "number" -> value instanceof Long || value instanceof BigDecimal;
                case "object" -> value instanceof Map;
                case "array" -> value instanceof List;
                default -> false;
            };
        }
    }
}
