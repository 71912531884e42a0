package io.github.qlikconnections.internal.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the form that the library evaluates, without the parts that cannot be evaluated.
 *
 * @param schema the schema, empty if none of it can be used
 * @param uncheckedProperties the properties whose schemas cannot be evaluated, with the reasons
 * @param omissions why other parts of the schema were omitted, in document order
 */
public record PreparedSchema(
        Map<String, @Nullable Object> schema, Map<String, String> uncheckedProperties, List<String> omissions) {

    /** A schema of which no part can be used. */
    public static final PreparedSchema NONE = new PreparedSchema(Map.of(), Map.of(), List.of());
}
