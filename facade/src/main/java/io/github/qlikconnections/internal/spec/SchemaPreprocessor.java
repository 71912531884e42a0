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
 * Converts a schema of any supported draft to self-contained JSON Schema 2020-12.
 *
 * <p>Older keywords are replaced by current ones, a keyword that is null is removed, and every reference points to {@code #} or
 * {@code #/$defs/...} of the result. An engine silently ignores a malformed keyword. Therefore {@link SchemaPruner} removes each part
 * that cannot be evaluated and records the reason.
 */
public final class SchemaPreprocessor {

    private static final Set<String> OMITTED_KEYWORDS = Set.of(
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
    private final SchemaPruner pruner;
    private final boolean refIgnoresSiblings;
    private final IdentityHashMap<Object, Definition> definitions = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Definition> partialDefinitions = new IdentityHashMap<>();
    private final Deque<Definition> pending = new ArrayDeque<>();
    private final Map<String, Object> preparedDefinitions = new LinkedHashMap<>();

    private SchemaPreprocessor(Map<?, ?> source) throws UnusableSchemaException {
        this.source = source;
        this.index = new SchemaIndex(source);
        this.pruner = new SchemaPruner(source);
        this.refIgnoresSiblings = isBefore2019(source.get("$schema"));
    }

    /**
     * Prepares a schema.
     *
     * @param source the schema as the service returned it
     * @return a prepared copy
     * @throws UnusableSchemaException if no part of the schema can be used
     */
    public static PreparedSchema prepare(Map<?, ?> source) throws UnusableSchemaException {
        return new SchemaPreprocessor(source).prepareRoot();
    }

    /** Returns whether the dialect is draft 7 or older, in which keywords beside a reference are ignored. */
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
            default -> throw new UnusableSchemaException("its $schema names an unsupported version of JSON Schema");
        };
    }

    private PreparedSchema prepareRoot() throws UnusableSchemaException {
        Map<String, @Nullable Object> root = preparePartially(source, "");
        for (Definition next = pending.poll(); next != null; next = pending.poll()) {
            try {
                Object schema = next.partial() && next.target() instanceof Map<?, ?> keywords
                        ? preparePartially(keywords, "$defs")
                        : prepareSubschema(next.target(), "$defs");
                preparedDefinitions.put(next.name(), schema);
            } catch (UnusableSchemaException e) {
                preparedDefinitions.put(next.name(), true);
                pruner.recordBrokenDefinition(next.name(), e);
            }
        }
        pruner.omitUsesOfBrokenDefinitions(preparedDefinitions);
        if (!preparedDefinitions.isEmpty()) {
            root.put("$defs", preparedDefinitions);
        }
        return new PreparedSchema(root, pruner.uncheckedProperties(), pruner.reasons());
    }

    /** Returns the name of a definition. A new definition is queued for preparation. */
    private String definitionName(Object target, boolean partial) {
        return (partial ? partialDefinitions : definitions)
                .computeIfAbsent(target, any -> {
                    int count = definitions.size() + partialDefinitions.size();
                    Definition definition = new Definition(target, "d" + count, partial);
                    pending.add(definition);
                    return definition;
                })
                .name();
    }

    /** Prepares a schema that always applies to the connection properties. An invalid part is omitted and the rest is kept. */
    private Map<String, @Nullable Object> preparePartially(Map<?, ?> keywords, String path) {
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
                    case "properties" -> result.put(keyword, prepareProperties(value, place));
                    case "allOf" -> SchemaPruner.addToAllOf(result, preparePartialList(value, place));
                    case "$ref" -> result.put(keyword, prepareReference(keywords, value, place, true));
                    case "patternProperties" -> preparePatterns(value, place, result);
                    default -> {
                        prepareKeyword(keywords, keyword, value, place, result);
                        pruner.recordKeyword(result, keyword, value);
                    }
                }
            } catch (UnusableSchemaException e) {
                pruner.omitKeyword(result, keyword, value, e);
            }
        }
        addRequiredFlags(keywords, result);
        pruner.finish(result);
        return result;
    }

    private Map<String, @Nullable Object> prepareProperties(@Nullable Object value, String path)
            throws UnusableSchemaException {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.requireObject(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            try {
                result.put(name, prepareSubschema(entry.getValue(), ""));
                pruner.recordProperty(result, name, entry.getValue());
            } catch (UnusableSchemaException e) {
                pruner.omitProperty(result, name, entry.getValue(), String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    private List<Object> preparePartialList(@Nullable Object value, String path) throws UnusableSchemaException {
        List<Object> result = new ArrayList<>();
        for (Object schema : KeywordSyntax.requireArray(value, path)) {
            if (schema instanceof Map<?, ?> keywords) {
                result.add(preparePartially(keywords, path + "[" + result.size() + "]"));
            } else if (schema != null) {
                result.add(prepareSubschema(schema, path + "[" + result.size() + "]"));
            }
        }
        return result;
    }

    /** Prepares the patterns of property names. If one is omitted, every name may be allowed. */
    private void preparePatterns(@Nullable Object value, String path, Map<String, @Nullable Object> result)
            throws UnusableSchemaException {
        Map<String, Object> patterns = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.requireObject(value, path).entrySet()) {
            try {
                patterns.putAll(prepareNamed(Map.of(entry.getKey(), trueIfNull(entry.getValue())), path, true));
            } catch (UnusableSchemaException e) {
                pruner.omitPattern(result, e);
            }
        }
        result.put("patternProperties", patterns);
        pruner.recordKeyword(result, "patternProperties", value);
    }

    private static Object trueIfNull(@Nullable Object schema) {
        return schema == null ? true : schema;
    }

    private boolean isEffective(Map<?, ?> keywords, String keyword, @Nullable Object value) {
        boolean absent = value == null && !keyword.equals("const");
        boolean overridden = refIgnoresSiblings && keywords.get("$ref") != null && !keyword.equals("$ref");
        boolean empty = value instanceof List<?> schemas
                && Keywords.ALTERNATIVES.contains(keyword)
                && schemas.stream().allMatch(each -> each == null);
        return !absent && !overridden && !empty;
    }

    private Object prepareSubschema(@Nullable Object schema, String path) throws UnusableSchemaException {
        if (schema instanceof Boolean) {
            return schema;
        }
        if (schema instanceof Map<?, ?> keywords) {
            return prepareObject(keywords, path);
        }
        throw KeywordSyntax.invalidKeyword(path.isEmpty() ? "schema" : path, "is neither an object nor a boolean");
    }

    private Map<String, @Nullable Object> prepareObject(Map<?, ?> keywords, String path)
            throws UnusableSchemaException {
        Map<String, @Nullable Object> prepared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : keywords.entrySet()) {
            String keyword = String.valueOf(entry.getKey());
            if (isEffective(keywords, keyword, entry.getValue())) {
                prepareKeyword(
                        keywords, keyword, entry.getValue(), path.isEmpty() ? keyword : path + "." + keyword, prepared);
            }
        }
        addRequiredFlags(keywords, prepared);
        return prepared;
    }

    private void prepareKeyword(
            Map<?, ?> owner,
            String keyword,
            @Nullable Object value,
            String path,
            Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        if (OMITTED_KEYWORDS.contains(keyword)) {
            return;
        }
        if (keyword.equals("$ref")) {
            prepared.put(keyword, prepareReference(owner, value, path, false));
        } else if (Keywords.REFERENCES.contains(keyword)) {
            // A dynamic reference applies in addition to a static one.
            SchemaPruner.addToAllOf(prepared, List.of(Map.of("$ref", prepareReference(owner, value, path, false))));
        } else if (keyword.equals("allOf")) {
            SchemaPruner.addToAllOf(prepared, prepareList(value, path));
        } else if (keyword.equals("items") && value instanceof List<?> schemas) {
            prepared.put("prefixItems", prepareList(schemas, path));
        } else if (keyword.equals("additionalItems")) {
            if (owner.get("items") instanceof List<?>) {
                prepared.put("items", prepareSubschema(value, path));
            }
        } else if (keyword.equals("dependencies")) {
            prepareDependencies(value, path, prepared);
        } else if (Keywords.WITH_SCHEMA.contains(keyword)) {
            prepared.put(keyword, prepareSubschema(value, path));
        } else if (Keywords.WITH_LIST.contains(keyword)) {
            prepared.put(keyword, prepareList(value, path));
        } else if (Keywords.WITH_NAMES.contains(keyword)) {
            prepared.put(keyword, prepareNamed(value, path, keyword.equals("patternProperties")));
        } else {
            prepareAssertion(owner, keyword, value, path, prepared);
        }
    }

    private void prepareAssertion(
            Map<?, ?> owner,
            String keyword,
            @Nullable Object value,
            String path,
            Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        if (KeywordSyntax.isExclusiveBound(keyword) && value instanceof Boolean exclusive) {
            if (exclusive) {
                String inclusive = keyword.equals("exclusiveMinimum") ? "minimum" : "maximum";
                prepared.put(keyword, KeywordSyntax.requireNumber(owner.get(inclusive), path));
            }
            return;
        }
        if (keyword.equals("required") && value instanceof Boolean) {
            return;
        }
        prepared.put(keyword, KeywordSyntax.validate(keyword, value, path));
    }

    private Object prepareReference(Map<?, ?> owner, @Nullable Object value, String path, boolean partial)
            throws UnusableSchemaException {
        Object target = index.resolve(owner, KeywordSyntax.requireString(value, path));
        return target == source ? "#" : "#/$defs/" + definitionName(target, partial);
    }

    private List<Object> prepareList(@Nullable Object value, String path) throws UnusableSchemaException {
        List<Object> prepared = new ArrayList<>();
        for (Object schema : KeywordSyntax.requireArray(value, path)) {
            if (schema != null) {
                prepared.add(prepareSubschema(schema, path + "[" + prepared.size() + "]"));
            }
        }
        return prepared;
    }

    private Map<String, Object> prepareNamed(@Nullable Object value, String path, boolean patterns)
            throws UnusableSchemaException {
        Map<String, Object> prepared = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.requireObject(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (patterns) {
                EcmaPattern.compile(name);
            }
            prepared.put(name, prepareSubschema(trueIfNull(entry.getValue()), path + "." + name));
        }
        return prepared;
    }

    private void prepareDependencies(@Nullable Object value, String path, Map<String, @Nullable Object> prepared)
            throws UnusableSchemaException {
        Map<String, Object> names = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : KeywordSyntax.requireObject(value, path).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (entry.getValue() instanceof List<?> required) {
                names.put(name, KeywordSyntax.requireStrings(required, path + "." + name));
            } else {
                schemas.put(name, prepareSubschema(entry.getValue(), path + "." + name));
            }
        }
        prepared.putIfAbsent("dependentRequired", names);
        prepared.putIfAbsent("dependentSchemas", schemas);
    }

    /** Converts {@code required: true} within a property, the form of draft 3 that is still in use. */
    private static void addRequiredFlags(Map<?, ?> keywords, Map<String, @Nullable Object> prepared) {
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
