package io.github.qlikconnections.internal.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a schema into the one form that the rest of the library knows: JSON Schema 2020-12, closed in itself.
 *
 * <p>Older spellings become the present ones, every keyword that has a wrong form is refused (an engine would pass over
 * it in silence), and every reference leads to {@code #} or {@code #/$defs/...} of the result.
 */
public final class SchemaPreparation {

    private static final Set<String> LEFT_OUT = Set.of(
            "$schema",
            "$id",
            "id",
            "$anchor",
            "$dynamicAnchor",
            "$recursiveAnchor",
            "$vocabulary",
            "$defs",
            "definitions");
    private final Map<?, ?> source;
    private final SchemaIndex index;
    private final boolean referencesStandAlone;
    private final IdentityHashMap<Object, String> definitions = new IdentityHashMap<>();
    private final Deque<Object> waiting = new ArrayDeque<>();

    private SchemaPreparation(Map<?, ?> source) throws UnusableSchemaException {
        this.source = source;
        this.index = new SchemaIndex(source);
        this.referencesStandAlone = isBefore2019(source.get("$schema"));
    }

    /**
     * Prepares a schema.
     *
     * @param source the schema as the service gave it
     * @return a prepared copy
     * @throws UnusableSchemaException when it cannot be used
     */
    public static Map<String, @Nullable Object> prepare(Map<?, ?> source) throws UnusableSchemaException {
        return new SchemaPreparation(source).root();
    }

    /** Up to draft 7 nothing counts beside a reference. */
    private static boolean isBefore2019(@Nullable Object dialect) throws UnusableSchemaException {
        if (dialect == null) {
            return false;
        }
        String name = String.valueOf(dialect)
                .replaceFirst("^https?://json-schema\\.org/", "")
                .replaceFirst("#$", "");
        return switch (name) {
            case "draft-04/schema", "draft-06/schema", "draft-07/schema" -> true;
            case "draft/2019-09/schema", "draft/2020-12/schema", "schema" -> false;
            default ->
                throw new UnusableSchemaException("its $schema names a version of JSON Schema that is not known");
        };
    }

    private Map<String, @Nullable Object> root() throws UnusableSchemaException {
        Map<String, @Nullable Object> root = schema(source, "");
        Map<String, @Nullable Object> prepared = new LinkedHashMap<>();
        for (Object target = waiting.poll(); target != null; target = waiting.poll()) {
            prepared.put(definition(target), either(target, "$defs"));
        }
        if (!prepared.isEmpty()) {
            root.put("$defs", prepared);
        }
        return root;
    }

    /** The name of a definition; one that is new waits to be prepared. */
    private String definition(Object target) {
        return definitions.computeIfAbsent(target, any -> {
            waiting.add(target);
            return "d" + definitions.size();
        });
    }

    private Object either(@Nullable Object schema, String path) throws UnusableSchemaException {
        if (schema instanceof Boolean) {
            return schema;
        }
        if (schema instanceof Map<?, ?> keywords) {
            return schema(keywords, path);
        }
        throw KeywordForms.wrong(path, "is neither an object nor true or false");
    }

    private Map<String, @Nullable Object> schema(Map<?, ?> keywords, String path) throws UnusableSchemaException {
        Map<String, @Nullable Object> prepared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : keywords.entrySet()) {
            String keyword = String.valueOf(entry.getKey());
            if (!referencesStandAlone || !keywords.containsKey("$ref") || keyword.equals("$ref")) {
                keyword(keywords, keyword, entry.getValue(), path.isEmpty() ? keyword : path + "." + keyword, prepared);
            }
        }
        requireMarkedProperties(keywords, prepared);
        return prepared;
    }

    private void keyword(
            Map<?, ?> owner,
            String keyword,
            @Nullable Object value,
            String path,
            Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        if (LEFT_OUT.contains(keyword)) {
            return;
        }
        if (Keywords.REFERENCES.contains(keyword)) {
            prepared.put("$ref", reference(owner, value, path));
        } else if (keyword.equals("items") && value instanceof List<?> schemas) {
            prepared.put("prefixItems", list(schemas, path));
        } else if (keyword.equals("additionalItems")) {
            if (owner.get("items") instanceof List<?>) {
                prepared.put("items", either(value, path));
            }
        } else if (keyword.equals("dependencies")) {
            dependencies(value, path, prepared);
        } else if (Keywords.WITH_SCHEMA.contains(keyword)) {
            prepared.put(keyword, either(value, path));
        } else if (Keywords.WITH_LIST.contains(keyword)) {
            prepared.put(keyword, list(value, path));
        } else if (Keywords.WITH_NAMES.contains(keyword)) {
            prepared.put(keyword, named(value, path, keyword.equals("patternProperties")));
        } else {
            assertion(owner, keyword, value, path, prepared);
        }
    }

    private void assertion(
            Map<?, ?> owner,
            String keyword,
            @Nullable Object value,
            String path,
            Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        if (KeywordForms.isExclusiveBound(keyword) && value instanceof Boolean exclusive) {
            if (exclusive) {
                String inclusive = keyword.equals("exclusiveMinimum") ? "minimum" : "maximum";
                prepared.put(keyword, KeywordForms.number(owner.get(inclusive), path));
            }
            return;
        }
        if (keyword.equals("required") && value instanceof Boolean) {
            return;
        }
        prepared.put(keyword, KeywordForms.checked(keyword, value, path));
    }

    private Object reference(Map<?, ?> owner, @Nullable Object value, String path) throws UnusableSchemaException {
        Object target = index.target(owner, KeywordForms.text(value, path));
        return target == source ? "#" : "#/$defs/" + definition(target);
    }

    private List<Object> list(@Nullable Object value, String path) throws UnusableSchemaException {
        List<Object> prepared = new ArrayList<>();
        for (Object schema : KeywordForms.list(value, path)) {
            prepared.add(either(schema, path + "[" + prepared.size() + "]"));
        }
        return prepared;
    }

    private Map<String, Object> named(@Nullable Object value, String path, boolean patterns)
            throws UnusableSchemaException {
        Map<String, Object> prepared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordForms.object(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (patterns) {
                EcmaPattern.compile(name);
            }
            prepared.put(name, either(entry.getValue(), path + "." + name));
        }
        return prepared;
    }

    private void dependencies(@Nullable Object value, String path, Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        Map<String, Object> names = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordForms.object(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (entry.getValue() instanceof List<?> required) {
                names.put(name, KeywordForms.names(required, path + "." + name));
            } else {
                schemas.put(name, either(entry.getValue(), path + "." + name));
            }
        }
        prepared.putIfAbsent("dependentRequired", names);
        prepared.putIfAbsent("dependentSchemas", schemas);
    }

    /** Before draft 4 a property itself was marked as required, and people still write it so. */
    private static void requireMarkedProperties(Map<?, ?> keywords, Map<String, @Nullable Object> prepared) {
        if (!(keywords.get("properties") instanceof Map<?, ?> properties)) {
            return;
        }
        List<Object> required = new ArrayList<>();
        boolean marked = false;
        for (Map.Entry<?, ?> entry : properties.entrySet()) {
            Object mark = entry.getValue() instanceof Map<?, ?> schema ? schema.get("required") : null;
            marked |= mark instanceof Boolean;
            if (Boolean.TRUE.equals(mark)) {
                required.add(entry.getKey());
            }
        }
        if (marked) {
            if (prepared.get("required") instanceof List<?> names) {
                required.addAll(names);
            }
            prepared.put("required", required);
        }
    }
}
