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

/** Finds the schemas that speak, always or under a condition, about the same value as a given one. */
public final class ApplicableSubschemas {

    private ApplicableSubschemas() {}

    /**
     * All of them.
     *
     * @param root the prepared schema, to which references refer
     * @param schema the schema to begin with
     * @return the schema itself first, then those that it refers to or combines
     */
    public static List<Map<?, ?>> of(Map<?, ?> root, Map<?, ?> schema) {
        return collect(root, schema, List.of("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"));
    }

    /**
     * Only those that always apply.
     *
     * @param root the prepared schema, to which references refer
     * @param schema the schema to begin with
     * @return the schema itself first, then those that it refers to or takes over as a whole
     */
    public static List<Map<?, ?>> always(Map<?, ?> root, Map<?, ?> schema) {
        return collect(root, schema, List.of("allOf"));
    }

    private static List<Map<?, ?>> collect(Map<?, ?> root, Map<?, ?> schema, List<String> keywords) {
        List<Map<?, ?>> found = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>();
        waiting.add(schema);
        for (Object next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next instanceof Map<?, ?> part && seen.add(part)) {
                found.add(part);
                offer(waiting, target(root, part));
                for (String keyword : keywords) {
                    for (Object each : Keywords.schemas(keyword, part.get(keyword))) {
                        offer(waiting, each);
                    }
                }
            }
        }
        return found;
    }

    private static void offer(Deque<Object> waiting, @Nullable Object schema) {
        if (schema != null) {
            waiting.add(schema);
        }
    }

    /**
     * What the reference of a schema refers to.
     *
     * @param root the prepared schema
     * @param schema the schema that may have a reference
     * @return the schema referred to, null when there is none
     */
    public static @Nullable Object target(Map<?, ?> root, Map<?, ?> schema) {
        if (!(schema.get("$ref") instanceof String reference) || !reference.startsWith("#")) {
            return null;
        }
        return JsonPointers.find(root, reference.substring(1));
    }
}
