package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.internal.spec.PreparedSchema;
import io.github.qlikconnections.internal.spec.SchemaPreprocessor;
import io.github.qlikconnections.internal.spec.UnusableSchemaException;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parsed response of the {@code api-specs} operation. Instances are immutable and thread-safe.
 *
 * @param response the whole response, empty if it is not a JSON object
 * @param receivedSchema the schema as received, or null if it is not a JSON object
 * @param preparedSchema the schema without the parts that cannot be evaluated
 * @param properties the readable properties
 * @param unusableReason why the schema is not usable, or null if it is usable
 */
record ApiSpecsResponse(
        Map<?, ?> response,
        @Nullable Object receivedSchema,
        PreparedSchema preparedSchema,
        List<PropertySpec> properties,
        @Nullable String unusableReason) {

    private static final int MAX_CHARACTERS = 2_000_000;

    static ApiSpecsResponse parse(String json) {
        if (json.length() > MAX_CHARACTERS) {
            return unusable(Map.of(), "the response is longer than " + MAX_CHARACTERS + " characters");
        }
        Object response;
        try {
            response = JsonReader.read(json);
        } catch (InvalidJsonException e) {
            return unusable(Map.of(), "the response cannot be read: " + e.getMessage());
        }
        return response instanceof Map<?, ?> members
                ? from(members)
                : unusable(Map.of(), "the response is not a JSON object");
    }

    static ApiSpecsResponse from(Map<?, ?> response) {
        if (!response.containsKey(WireMembers.CONNECTION_PROPERTIES)) {
            return unusable(response, "the response has no " + WireMembers.CONNECTION_PROPERTIES);
        }
        Object schema = response.get(WireMembers.CONNECTION_PROPERTIES);
        if (schema instanceof String text) {
            try {
                schema = JsonReader.read(text);
            } catch (InvalidJsonException e) {
                return unusable(response, WireMembers.CONNECTION_PROPERTIES + " cannot be read: " + e.getMessage());
            }
        }
        if (!(schema instanceof Map<?, ?> keywords)) {
            return unusable(response, WireMembers.CONNECTION_PROPERTIES + " is not a JSON object");
        }
        try {
            PreparedSchema prepared = SchemaPreprocessor.prepare(BarePropertiesWrapper.wrap(keywords));
            List<PropertySpec> properties = PropertySpecReader.read(prepared.schema(), prepared.uncheckedProperties());
            if (properties.isEmpty() && !hasPropertyRules(prepared.schema())) {
                return unusable(
                        response, "the schema contains no properties" + formatFirstReason(prepared.omissions()));
            }
            return new ApiSpecsResponse(response, keywords, prepared, properties, null);
        } catch (UnusableSchemaException e) {
            return new ApiSpecsResponse(
                    response,
                    keywords,
                    PreparedSchema.NONE,
                    PropertySpecReader.readUnusable(keywords),
                    "the schema cannot be used: " + e.getMessage());
        }
    }

    private static String formatFirstReason(List<String> reasons) {
        return reasons.isEmpty() ? "" : ": " + reasons.get(0);
    }

    private static boolean hasPropertyRules(Map<?, ?> schema) {
        return schema.containsKey("properties")
                || schema.containsKey("patternProperties")
                || schema.containsKey("additionalProperties");
    }

    private static ApiSpecsResponse unusable(Map<?, ?> response, String reason) {
        return new ApiSpecsResponse(response, null, PreparedSchema.NONE, List.of(), reason);
    }
}
