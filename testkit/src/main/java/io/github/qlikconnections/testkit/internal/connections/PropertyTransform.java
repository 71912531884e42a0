package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;

/**
 * Transforms the values of a property.
 *
 * @param stored maps a received value to the stored value
 * @param hidden whether responses omit the property
 */
public record PropertyTransform(UnaryOperator<JsonNode> stored, boolean hidden) {

    public static final PropertyTransform HIDDEN = new PropertyTransform(UnaryOperator.identity(), true);

    public static PropertyTransform of(UnaryOperator<JsonNode> stored) {
        return new PropertyTransform(stored, false);
    }
}
