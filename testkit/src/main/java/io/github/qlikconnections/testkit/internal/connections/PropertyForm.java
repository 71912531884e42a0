package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;

/**
 * How a property is stored and returned.
 *
 * @param stored maps a received value to the stored one
 * @param hidden whether responses leave the property out
 */
public record PropertyForm(UnaryOperator<JsonNode> stored, boolean hidden) {

    public static final PropertyForm HIDDEN = new PropertyForm(UnaryOperator.identity(), true);

    public static PropertyForm of(UnaryOperator<JsonNode> stored) {
        return new PropertyForm(stored, false);
    }
}
