package io.github.qlikconnections.internal.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the form that the library evaluates, without the parts that cannot be evaluated.
 *
 * @param schema the schema, empty if none of it can be used
 * @param unchecked the properties whose schemas cannot be evaluated, with the reasons
 * @param leftOut why other parts of the schema were left out, in the order of the document
 */
public record PreparedSchema(
        Map<String, @Nullable Object> schema, Map<String, String> unchecked, List<String> leftOut) {

    /** A schema of which nothing can be used. */
    public static final PreparedSchema NONE = new PreparedSchema(Map.of(), Map.of(), List.of());
}
