package io.github.qlikconnections.internal.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces references by their targets, so that schemas are equal even if their definitions have different names. Not thread-safe. */
public final class ReferenceInliner {

    /** Limit for definitions that refer to each other repeatedly. It is far above the size of a real property. */
    private static final int MAX_VALUES = 20_000;

    private final Map<?, ?> root;
    private final Set<Object> currentPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private int valueCount;

    private ReferenceInliner(Map<?, ?> root) {
        this.root = root;
    }

    /**
     * Returns a copy of a schema in which each {@code $ref} is the referenced schema itself. A recursive reference ends in an empty
     * schema. References beyond the limit remain.
     *
     * @param root the prepared schema, which references are resolved against
     * @param schema the schema, true, false, or null
     * @return the copy, or the same value if it is not an object
     */
    public static @Nullable Object inline(Map<?, ?> root, @Nullable Object schema) {
        return schema instanceof Map<?, ?> keywords ? new ReferenceInliner(root).inline(keywords) : schema;
    }

    private Object inline(Map<?, ?> schema) {
        if (!currentPath.add(schema)) {
            return Map.of();
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        schema.forEach((keyword, value) -> result.put(String.valueOf(keyword), copy(value)));
        Object target = valueCount > MAX_VALUES ? null : ApplicableSubschemas.referenceTarget(root, schema);
        if (target != null) {
            result.put("$ref", copy(target));
        }
        currentPath.remove(schema);
        return result;
    }

    private @Nullable Object copy(@Nullable Object value) {
        valueCount++;
        if (value instanceof Map<?, ?> schema) {
            return inline(schema);
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> copies = new ArrayList<>();
            items.forEach(item -> copies.add(copy(item)));
            return copies;
        }
        return value;
    }
}
