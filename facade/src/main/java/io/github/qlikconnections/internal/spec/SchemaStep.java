package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of the path from the root of a prepared schema to a keyword that failed.
 *
 * @param keyword the keyword that was entered; in the last step, the one that failed
 * @param key the name or index under the keyword, empty if there is none
 * @param owner the schema that contains the keyword
 * @param path the evaluation path to the keyword; it differs between two uses of one definition
 */
public record SchemaStep(String keyword, String key, Map<?, ?> owner, String path) {

    /**
     * Follows the evaluation path of a failure.
     *
     * @param root the prepared schema
     * @param failure the failure
     * @return the steps; the last one is the keyword that failed or that contains the schema {@code false}
     */
    public static List<SchemaStep> pathTo(Map<?, ?> root, SchemaFailure failure) {
        List<SchemaStep> steps = new ArrayList<>();
        List<String> segments = JsonPointers.segments(failure.evaluationPath());
        Object current = root;
        String path = "";
        int i = 0;
        while (i < segments.size() && current instanceof Map<?, ?> owner) {
            String keyword = segments.get(i++);
            path = JsonPointers.child(path, keyword);
            Object value = owner.get(keyword);
            boolean last = i == segments.size();
            String key = "";
            if (keyword.equals("$ref")) {
                value = ApplicableSubschemas.referenceTarget(root, owner);
            } else if (!last && (Keywords.WITH_NAMES.contains(keyword) || value instanceof List<?>)) {
                key = segments.get(i++);
                value = JsonPointers.step(value, key);
            }
            steps.add(new SchemaStep(keyword, key, owner, path));
            path = key.isEmpty() ? path : JsonPointers.child(path, key);
            current = value;
        }
        return steps;
    }

    /**
     * Returns the value of the keyword.
     *
     * @return the value, or null if there is none
     */
    public @Nullable Object value() {
        return owner.get(keyword);
    }
}
