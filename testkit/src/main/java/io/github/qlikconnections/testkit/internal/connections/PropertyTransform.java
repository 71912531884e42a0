package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;

/**
 * How a property is stored and returned.
 *
 * @param stored maps a received value to the stored one
 * @param hidden whether responses leave the property out
 */
public record PropertyTransform(UnaryOperator<JsonNode> stored, boolean hidden) {

    public static final PropertyTransform HIDDEN = new PropertyTransform(UnaryOperator.identity(), true);

    public static PropertyTransform of(UnaryOperator<JsonNode> stored) {
        return new PropertyTransform(stored, false);
    }
}
