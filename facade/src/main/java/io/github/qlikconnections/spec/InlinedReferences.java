package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes schemas without references, so that two of them can be compared whatever their definitions are called. */
final class InlinedReferences {

    /** Enough for every property that a person would write, and soon reached by definitions that multiply. */
    private static final int MAX_VALUES = 20_000;

    private final Map<?, ?> root;
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    InlinedReferences(Map<?, ?> root) {
        this.root = root;
    }

    /** Returns a copy; a reference back to a schema that is being copied, or after very many values, stays as it is. */
    Object of(Map<?, ?> schema) {
        if (!open.add(schema)) {
            return Map.of();
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        schema.forEach((keyword, value) -> copy.put(String.valueOf(keyword), copied(value)));
        Object target = values > MAX_VALUES ? null : ApplicableSubschemas.referenceTarget(root, schema);
        if (target != null) {
            copy.put("$ref", copied(target));
        }
        open.remove(schema);
        return copy;
    }

    private @Nullable Object copied(@Nullable Object value) {
        values++;
        if (value instanceof Map<?, ?> schema) {
            return of(schema);
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> copies = new ArrayList<>();
            items.forEach(item -> copies.add(copied(item)));
            return copies;
        }
        return value;
    }
}
