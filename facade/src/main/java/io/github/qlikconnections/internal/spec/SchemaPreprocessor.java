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
 * <p>Older spellings become the present ones, a keyword that is null is absent, and every reference leads to {@code #} or
 * {@code #/$defs/...} of the result. An engine would ignore a keyword that has a wrong form without a word, so what
 * cannot be evaluated is left out by {@link SchemaPruner}, which keeps the reason.
 */
public final class SchemaPreprocessor {

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

    private record Definition(Object target, String name, boolean partial) {}

    private final Map<?, ?> source;
    private final SchemaIndex index;
    private final SchemaPruner left;
    private final boolean referencesStandAlone;
    private final IdentityHashMap<Object, Definition> definitions = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Definition> partialDefinitions = new IdentityHashMap<>();
    private final Deque<Definition> waiting = new ArrayDeque<>();
    private final Map<String, Object> preparedDefinitions = new LinkedHashMap<>();

    private SchemaPreprocessor(Map<?, ?> source) throws UnusableSchemaException {
        this.source = source;
        this.index = new SchemaIndex(source);
        this.left = new SchemaPruner(source);
        this.referencesStandAlone = isBefore2019(source.get("$schema"));
    }

    /**
     * Prepares a schema.
     *
     * @param source the schema as the service gave it
     * @return a prepared copy
     * @throws UnusableSchemaException if nothing of it can be used
     */
    public static PreparedSchema prepare(Map<?, ?> source) throws UnusableSchemaException {
        return new SchemaPreprocessor(source).root();
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

    private PreparedSchema root() throws UnusableSchemaException {
        Map<String, @Nullable Object> root = partial(source, "");
        for (Definition next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                Object schema = next.partial() && next.target() instanceof Map<?, ?> keywords
                        ? partial(keywords, "$defs")
                        : either(next.target(), "$defs");
                preparedDefinitions.put(next.name(), schema);
            } catch (UnusableSchemaException e) {
                preparedDefinitions.put(next.name(), true);
                left.brokenDefinition(next.name(), e);
            }
        }
        left.leaveOutUsesOfBrokenDefinitions(preparedDefinitions);
        if (!preparedDefinitions.isEmpty()) {
            root.put("$defs", preparedDefinitions);
        }
        return new PreparedSchema(root, left.unchecked(), left.reasons());
    }

    /** The name of a definition; one that is new waits to be prepared. */
    private String definition(Object target, boolean partial) {
        return (partial ? partialDefinitions : definitions)
                .computeIfAbsent(target, any -> {
                    int count = definitions.size() + partialDefinitions.size();
                    Definition definition = new Definition(target, "d" + count, partial);
                    waiting.add(definition);
                    return definition;
                })
                .name();
    }

    /** A schema that always applies to the connection properties; what is wrong in one part of it leaves the rest. */
    private Map<String, @Nullable Object> partial(Map<?, ?> keywords, String path) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : keywords.entrySet()) {
            String keyword = String.valueOf(entry.getKey());
            Object value = entry.getValue();
            try {
                if (!isEffective(keywords, keyword, value)) {
                    continue;
                }
                String place = path.isEmpty() ? keyword : path + "." + keyword;
                switch (keyword) {
                    case "properties" -> result.put(keyword, properties(value, place));
                    case "allOf" -> SchemaPruner.addToAllOf(result, partialList(value, place));
                    case "$ref" -> result.put(keyword, reference(keywords, value, place, true));
                    case "patternProperties" -> patterns(value, place, result);
                    default -> {
                        keyword(keywords, keyword, value, place, result);
                        left.placed(result, keyword, value);
                    }
                }
            } catch (UnusableSchemaException e) {
                left.leaveOut(result, keyword, value, e);
            }
        }
        requireMarkedProperties(keywords, result);
        left.complete(result);
        return result;
    }

    private Map<String, @Nullable Object> properties(@Nullable Object value, String path)
            throws UnusableSchemaException {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.object(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            try {
                result.put(name, either(entry.getValue(), ""));
                left.placedProperty(result, name, entry.getValue());
            } catch (UnusableSchemaException e) {
                left.leaveOutProperty(result, name, entry.getValue(), String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    private List<Object> partialList(@Nullable Object value, String path) throws UnusableSchemaException {
        List<Object> result = new ArrayList<>();
        for (Object schema : KeywordSyntax.list(value, path)) {
            if (schema instanceof Map<?, ?> keywords) {
                result.add(partial(keywords, path + "[" + result.size() + "]"));
            } else if (schema != null) {
                result.add(either(schema, path + "[" + result.size() + "]"));
            }
        }
        return result;
    }

    /** Without one of the patterns, any name may be one that it allows. */
    private void patterns(@Nullable Object value, String path, Map<String, @Nullable Object> result)
            throws UnusableSchemaException {
        Map<String, Object> patterns = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.object(value, path).entrySet()) {
            try {
                patterns.putAll(named(Map.of(entry.getKey(), orTrue(entry.getValue())), path, true));
            } catch (UnusableSchemaException e) {
                left.leaveOutPattern(result, e);
            }
        }
        result.put("patternProperties", patterns);
        left.placed(result, "patternProperties", value);
    }

    private static Object orTrue(@Nullable Object schema) {
        return schema == null ? true : schema;
    }

    private boolean isEffective(Map<?, ?> keywords, String keyword, @Nullable Object value) {
        boolean absent = value == null && !keyword.equals("const");
        boolean overridden = referencesStandAlone && keywords.get("$ref") != null && !keyword.equals("$ref");
        boolean empty = value instanceof List<?> schemas
                && Keywords.ALTERNATIVES.contains(keyword)
                && schemas.stream().allMatch(each -> each == null);
        return !absent && !overridden && !empty;
    }

    private Object either(@Nullable Object schema, String path) throws UnusableSchemaException {
        if (schema instanceof Boolean) {
            return schema;
        }
        if (schema instanceof Map<?, ?> keywords) {
            return schema(keywords, path);
        }
        throw KeywordSyntax.wrong(path.isEmpty() ? "schema" : path, "is neither an object nor true or false");
    }

    private Map<String, @Nullable Object> schema(Map<?, ?> keywords, String path) throws UnusableSchemaException {
        Map<String, @Nullable Object> prepared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : keywords.entrySet()) {
            String keyword = String.valueOf(entry.getKey());
            if (isEffective(keywords, keyword, entry.getValue())) {
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
            prepared.put("$ref", reference(owner, value, path, false));
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
        if (KeywordSyntax.isExclusiveBound(keyword) && value instanceof Boolean exclusive) {
            if (exclusive) {
                String inclusive = keyword.equals("exclusiveMinimum") ? "minimum" : "maximum";
                prepared.put(keyword, KeywordSyntax.number(owner.get(inclusive), path));
            }
            return;
        }
        if (keyword.equals("required") && value instanceof Boolean) {
            return;
        }
        prepared.put(keyword, KeywordSyntax.checked(keyword, value, path));
    }

    private Object reference(Map<?, ?> owner, @Nullable Object value, String path, boolean partial)
            throws UnusableSchemaException {
        Object target = index.target(owner, KeywordSyntax.text(value, path));
        return target == source ? "#" : "#/$defs/" + definition(target, partial);
    }

    private List<Object> list(@Nullable Object value, String path) throws UnusableSchemaException {
        List<Object> prepared = new ArrayList<>();
        for (Object schema : KeywordSyntax.list(value, path)) {
            if (schema != null) {
                prepared.add(either(schema, path + "[" + prepared.size() + "]"));
            }
        }
        return prepared;
    }

    private Map<String, Object> named(@Nullable Object value, String path, boolean patterns)
            throws UnusableSchemaException {
        Map<String, Object> prepared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.object(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (patterns) {
                EcmaPattern.compile(name);
            }
            prepared.put(name, either(orTrue(entry.getValue()), path + "." + name));
        }
        return prepared;
    }

    private void dependencies(@Nullable Object value, String path, Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        Map<String, Object> names = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.object(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (entry.getValue() instanceof List<?> required) {
                names.put(name, KeywordSyntax.names(required, path + "." + name));
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
