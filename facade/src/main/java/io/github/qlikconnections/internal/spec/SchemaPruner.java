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
 * Leaves out of a schema what cannot be evaluated, in units that may be missing without making the rest stricter: a
 * property, or a keyword of a schema that always applies. Their names, descriptions and secret marks stay.
 */
final class SchemaPruner {

    private static final String DEFINITION = "#/$defs/";

    /** A part of the result that may turn out to use a broken definition. */
    private record Part(
            Map<String, @Nullable Object> owner,
            String key,
            @Nullable Object source,
            boolean isProperty) {}

    private final Map<?, ?> root;
    private final Map<String, String> unchecked = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, String> broken = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<Object> withoutPattern = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaPruner(Map<?, ?> root) {
        this.root = root;
    }

    Map<String, String> unchecked() {
        return unchecked;
    }

    List<String> reasons() {
        return reasons;
    }

    /** Remembers a keyword that was prepared. */
    void placed(Map<String, @Nullable Object> owner, String keyword, @Nullable Object value) {
        parts.add(new Part(owner, keyword, value, false));
    }

    /** Remembers a property that was prepared. */
    void placedProperty(Map<String, @Nullable Object> properties, String name, @Nullable Object schema) {
        parts.add(new Part(properties, name, schema, true));
    }

    /** Leaves out a keyword of a schema, but not the names of the properties in it. */
    void leaveOut(Map<String, @Nullable Object> owner, String keyword, @Nullable Object value, Exception problem) {
        reasons.add(String.valueOf(problem.getMessage()));
        owner.remove(keyword);
        if (keyword.equals("required") && value instanceof List<?> names) {
            owner.put(keyword, names.stream().filter(String.class::isInstance).toList());
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object schema : Keywords.schemas(keyword, value)) {
            if (schema instanceof Map<?, ?> keywords) {
                for (Map<?, ?> part : ApplicableSubschemas.of(root, keywords)) {
                    if (part.get("properties") instanceof Map<?, ?> properties) {
                        properties.forEach(
                                (name, property) -> named.putIfAbsent(String.valueOf(name), withoutRules(property)));
                    }
                }
            }
        }
        if (!named.isEmpty()) {
            addToAllOf(owner, List.of(Map.of("properties", named)));
        }
    }

    /** Adds schemas that always apply. */
    static void addToAllOf(Map<String, @Nullable Object> owner, Collection<?> schemas) {
        List<Object> all = new ArrayList<>(owner.get("allOf") instanceof List<?> present ? present : List.of());
        all.addAll(schemas);
        owner.put("allOf", all);
    }

    /** Leaves out the rules of a property. */
    void leaveOutProperty(
            Map<String, @Nullable Object> properties, String name, @Nullable Object schema, String reason) {
        properties.put(name, withoutRules(schema));
        unchecked.put(name, reason);
    }

    /** Without one of its patterns, a schema may not refuse any name. */
    void leaveOutPattern(Map<String, @Nullable Object> owner, Exception problem) {
        reasons.add(String.valueOf(problem.getMessage()));
        withoutPattern.add(owner);
    }

    /** Ends a schema whose keywords have all been prepared or left out. */
    void complete(Map<String, @Nullable Object> owner) {
        if (withoutPattern.contains(owner)) {
            owner.remove("unevaluatedProperties");
            owner.put("additionalProperties", true);
        }
    }

    private Map<String, Object> withoutRules(@Nullable Object schema) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (schema instanceof Map<?, ?> keywords) {
            keywords.forEach((key, value) -> {
                String keyword = String.valueOf(key);
                if (value != null && BoundedEvaluatorFactory.isAnnotation(keyword) && !Keywords.isStructure(keyword)) {
                    kept.put(keyword, value);
                }
            });
            if (new SecretAnnotations(root).isMarkedWithin(List.of(keywords))) {
                kept.put("writeOnly", true);
            }
        }
        return kept;
    }

    void brokenDefinition(String name, Exception problem) {
        broken.put(name, String.valueOf(problem.getMessage()));
    }

    /** Leaves out what refers to a broken definition, or to one that is a circle, directly or through others. */
    void leaveOutUsesOfBrokenDefinitions(Map<String, ?> definitions) {
        for (String name : ReferenceCycleDetector.in(definitions)) {
            broken.put(name, "its references lead in circles");
        }
        if (broken.isEmpty()) {
            return;
        }
        for (Part part : parts) {
            String reason = brokenBelow(part.owner().get(part.key()), definitions);
            if (reason != null && part.isProperty()) {
                leaveOutProperty(part.owner(), part.key(), part.source(), reason);
            } else if (reason != null) {
                leaveOut(part.owner(), part.key(), part.source(), new UnusableSchemaException(reason));
            }
        }
    }

    private @Nullable String brokenBelow(@Nullable Object start, Map<String, ?> definitions) {
        Set<String> seen = new HashSet<>();
        Deque<Object> waiting = new ArrayDeque<>();
        for (Object next = start; next != null; next = waiting.poll()) {
            if (next instanceof Map<?, ?> keywords) {
                keywords.values().stream().filter(value -> value != null).forEach(waiting::add);
                if (keywords.get("$ref") instanceof String reference && reference.startsWith(DEFINITION)) {
                    String name = reference.substring(DEFINITION.length());
                    if (broken.containsKey(name)) {
                        return broken.get(name);
                    }
                    if (seen.add(name) && definitions.get(name) != null) {
                        waiting.add(definitions.get(name));
                    }
                }
            } else if (next instanceof List<?> items) {
                items.stream().filter(item -> item != null).forEach(waiting::add);
            }
        }
        return null;
    }
}
