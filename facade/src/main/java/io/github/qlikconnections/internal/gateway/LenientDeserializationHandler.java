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
 * Reads a member of the wrong type as missing. Answers with a list, an object or a boolean written as a string exist in the
 * wild; none of them may break a call.
 */
final class LenientDeserializationHandler extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String problem)
            throws IOException {
        // The document itself must have the right type; only what is inside it may be wrong.
        JsonStreamContext where = parser.getParsingContext();
        boolean rootArray = token == JsonToken.START_ARRAY
                && where.getParent() != null
                && where.getParent().inRoot();
        if (where.inRoot() || rootArray) {
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
