package io.github.qlikconnections.internal.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Omits the parts of a schema that cannot be evaluated. It omits the rules of a property or one keyword of a schema that always
 * applies, so that the rest does not become stricter. Names, descriptions and secret annotations are kept.
 */
final class SchemaPruner {

    private static final String DEFINITION_PREFIX = "#/$defs/";

    /** A part of the result that may use a broken definition. */
    private record Part(
            Map<String, @Nullable Object> owner,
            String key,
            @Nullable Object source,
            boolean isProperty) {}

    private final Map<?, ?> root;
    private final Map<String, String> uncheckedProperties = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, String> brokenDefinitions = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<Object> ownersWithoutPattern = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaPruner(Map<?, ?> root) {
        this.root = root;
    }

    Map<String, String> uncheckedProperties() {
        return uncheckedProperties;
    }

    List<String> reasons() {
        return reasons;
    }

    /** Records a prepared keyword. */
    void recordKeyword(Map<String, @Nullable Object> owner, String keyword, @Nullable Object value) {
        parts.add(new Part(owner, keyword, value, false));
    }

    /** Records a prepared property. */
    void recordProperty(Map<String, @Nullable Object> properties, String name, @Nullable Object schema) {
        parts.add(new Part(properties, name, schema, true));
    }

    /** Omits a keyword of a schema and keeps the names of the properties in it. */
    void omitKeyword(Map<String, @Nullable Object> owner, String keyword, @Nullable Object value, Exception problem) {
        reasons.add(String.valueOf(problem.getMessage()));
        owner.remove(keyword);
        if (keyword.equals("required") && value instanceof List<?> names) {
            owner.put(keyword, names.stream().filter(String.class::isInstance).toList());
        }
        Map<String, Object> namedProperties = new LinkedHashMap<>();
        for (Object schema : Keywords.subschemas(keyword, value)) {
            if (schema instanceof Map<?, ?> keywords) {
                for (Map<?, ?> part : ApplicableSubschemas.findAll(root, keywords)) {
                    if (part.get("properties") instanceof Map<?, ?> properties) {
                        properties.forEach((name, property) ->
                                namedProperties.putIfAbsent(String.valueOf(name), keepAnnotations(property)));
                    }
                }
            }
        }
        if (!namedProperties.isEmpty()) {
            addToAllOf(owner, List.of(Map.of("properties", namedProperties)));
        }
    }

    /** Adds schemas that always apply. */
    static void addToAllOf(Map<String, @Nullable Object> owner, Collection<?> schemas) {
        List<Object> all = new ArrayList<>(owner.get("allOf") instanceof List<?> present ? present : List.of());
        all.addAll(schemas);
        owner.put("allOf", all);
    }

    /** Omits the rules of a property. */
    void omitProperty(Map<String, @Nullable Object> properties, String name, @Nullable Object schema, String reason) {
        properties.put(name, keepAnnotations(schema));
        uncheckedProperties.put(name, reason);
    }

    /** Omits a pattern. The schema must then allow every name. */
    void omitPattern(Map<String, @Nullable Object> owner, Exception problem) {
        reasons.add(String.valueOf(problem.getMessage()));
        ownersWithoutPattern.add(owner);
    }

    /** Finishes a schema after all its keywords are prepared or omitted. */
    void finish(Map<String, @Nullable Object> owner) {
        if (ownersWithoutPattern.contains(owner)) {
            owner.remove("unevaluatedProperties");
            owner.put("additionalProperties", true);
        }
    }

    private Map<String, Object> keepAnnotations(@Nullable Object schema) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (schema instanceof Map<?, ?> keywords) {
            keywords.forEach((key, value) -> {
                String keyword = String.valueOf(key);
                if (value != null && BoundedEvaluatorFactory.isAnnotation(keyword) && !Keywords.isStructural(keyword)) {
                    kept.put(keyword, value);
                }
            });
            if (new SecretAnnotations(root).isMarkedWithin(List.of(keywords))) {
                kept.put("writeOnly", true);
            }
        }
        return kept;
    }

    void recordBrokenDefinition(String name, Exception problem) {
        brokenDefinitions.put(name, String.valueOf(problem.getMessage()));
    }

    /** Omits parts that directly or indirectly reference a broken definition or a reference cycle. */
    void omitUsesOfBrokenDefinitions(Map<String, ?> definitions) {
        for (String name : ReferenceCycleDetector.findCyclic(definitions)) {
            brokenDefinitions.put(name, "it contains a reference cycle");
        }
        if (brokenDefinitions.isEmpty()) {
            return;
        }
        for (Part part : parts) {
            String reason = findBrokenReference(part.owner().get(part.key()), definitions);
            if (reason != null && part.isProperty()) {
                omitProperty(part.owner(), part.key(), part.source(), reason);
            } else if (reason != null) {
                omitKeyword(part.owner(), part.key(), part.source(), new UnusableSchemaException(reason));
            }
        }
    }

    private @Nullable String findBrokenReference(@Nullable Object start, Map<String, ?> definitions) {
        Set<String> seen = new HashSet<>();
        Deque<Object> pending = new ArrayDeque<>();
        for (Object next = start; next != null; next = pending.poll()) {
            if (next instanceof Map<?, ?> keywords) {
                keywords.values().stream().filter(value -> value != null).forEach(pending::add);
                if (keywords.get("$ref") instanceof String reference && reference.startsWith(DEFINITION_PREFIX)) {
                    String name = reference.substring(DEFINITION_PREFIX.length());
                    if (brokenDefinitions.containsKey(name)) {
                        return brokenDefinitions.get(name);
                    }
                    if (seen.add(name) && definitions.get(name) != null) {
                        pending.add(definitions.get(name));
                    }
                }
            } else if (next instanceof List<?> items) {
                items.stream().filter(item -> item != null).forEach(pending::add);
            }
        }
        return null;
    }
}
