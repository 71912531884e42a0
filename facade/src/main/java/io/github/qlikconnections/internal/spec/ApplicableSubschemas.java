package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the subschemas that apply, always or conditionally, to the same value as a given schema. */
public final class ApplicableSubschemas {

    private ApplicableSubschemas() {}

    /**
     * Returns all subschemas that may apply.
     *
     * @param root the prepared schema, which references are resolved against
     * @param schema the schema to begin with
     * @return the schema itself first, then those that it references or combines
     */
    public static List<Map<?, ?>> findAll(Map<?, ?> root, Map<?, ?> schema) {
        return collect(root, schema, List.of("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"));
    }

    /**
     * Returns only the subschemas that always apply.
     *
     * @param root the prepared schema, which references are resolved against
     * @param schema the schema to begin with
     * @return the schema itself first, then those that it references or includes by {@code allOf}
     */
    public static List<Map<?, ?>> findUnconditional(Map<?, ?> root, Map<?, ?> schema) {
        return collect(root, schema, List.of("allOf"));
    }

    private static List<Map<?, ?>> collect(Map<?, ?> root, Map<?, ?> schema, List<String> keywords) {
        List<Map<?, ?>> found = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> pending = new ArrayDeque<>();
        pending.add(schema);
        for (Object next = pending.poll(); next != null; next = pending.poll()) {
            if (next instanceof Map<?, ?> part && seen.add(part)) {
                found.add(part);
                addIfPresent(pending, referenceTarget(root, part));
                for (String keyword : keywords) {
                    for (Object each : Keywords.subschemas(keyword, part.get(keyword))) {
                        addIfPresent(pending, each);
                    }
                }
            }
        }
        return found;
    }

    private static void addIfPresent(Deque<Object> pending, @Nullable Object schema) {
        if (schema != null) {
            pending.add(schema);
        }
    }

    /**
     * Resolves the reference of a schema.
     *
     * @param root the prepared schema
     * @param schema the schema that may have a reference
     * @return the referenced schema, or null if there is none
     */
    public static @Nullable Object referenceTarget(Map<?, ?> root, Map<?, ?> schema) {
        if (!(schema.get("$ref") instanceof String reference) || !reference.startsWith("#")) {
            return null;
        }
        return JsonPointers.find(root, reference.substring(1));
    }
}
