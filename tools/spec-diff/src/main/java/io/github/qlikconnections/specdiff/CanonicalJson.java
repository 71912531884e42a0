package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON text that is equal for equal values. */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CanonicalJson() {}

    /** Returns the text of a value: a string without quotes, an empty text if there is no value. */
    static String of(JsonNode value) {
        try {
            // A tree keeps the order of its members, a map does not.
            return value.isTextual() || value.isMissingNode()
                    ? value.asText()
                    : JSON.writeValueAsString(JSON.treeToValue(value, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
