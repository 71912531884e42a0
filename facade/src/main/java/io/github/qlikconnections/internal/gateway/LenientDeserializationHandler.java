package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a member of the wrong type as missing. Responses are known to contain strings in place of lists, objects and booleans,
 * and no such member may fail a call.
 */
final class LenientDeserializationHandler extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String problem)
            throws IOException {
        // Only members may have the wrong type. A document of the wrong type is an error.
        JsonStreamContext position = parser.getParsingContext();
        boolean rootArray = token == JsonToken.START_ARRAY
                && position.getParent() != null
                && position.getParent().inRoot();
        if (position.inRoot() || rootArray) {
            return NOT_HANDLED;
        }
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String problem) {
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String problem) {
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String problem)
            throws IOException {
        if (parser.getParsingContext().inRoot()) {
            return NOT_HANDLED;
        }
        parser.skipChildren();
        return null;
    }
}
