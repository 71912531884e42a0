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
 * The parts of an answer of the {@code api-specs} operation.
 *
 * @param answer the whole answer, empty when it is no JSON object
 * @param source the schema as the service gave it, null when it is no JSON
 * @param schema the prepared schema, without what cannot be evaluated
 * @param properties the properties that could be read
 * @param unusableReason why the schema cannot be used, null when it can
 */
record SpecReader(
        Map<?, ?> answer,
        @Nullable Object source,
        PreparedSchema schema,
        List<PropertySpec> properties,
        @Nullable String unusableReason) {

    private static final int MAX_CHARACTERS = 2_000_000;

    static SpecReader read(String json) {
        if (json.length() > MAX_CHARACTERS) {
            return unusable(Map.of(), "the answer is longer than " + MAX_CHARACTERS + " characters");
        }
        Object answer;
        try {
            answer = JsonReader.read(json);
        } catch (InvalidJsonException e) {
            return unusable(Map.of(), "the answer cannot be read: " + e.getMessage());
        }
        return answer instanceof Map<?, ?> members ? of(members) : unusable(Map.of(), "the answer is no JSON object");
    }

    static SpecReader of(Map<?, ?> answer) {
        if (!answer.containsKey(WireMembers.CONNECTION_PROPERTIES)) {
            return unusable(answer, "the answer has no " + WireMembers.CONNECTION_PROPERTIES);
        }
        Object schema = answer.get(WireMembers.CONNECTION_PROPERTIES);
        if (schema instanceof String text) {
            try {
                schema = JsonReader.read(text);
            } catch (InvalidJsonException e) {
                return unusable(answer, WireMembers.CONNECTION_PROPERTIES + " cannot be read: " + e.getMessage());
            }
        }
        if (!(schema instanceof Map<?, ?> keywords)) {
            return unusable(answer, WireMembers.CONNECTION_PROPERTIES + " is no JSON object");
        }
        try {
            PreparedSchema prepared = SchemaPreprocessor.prepare(BareProperties.wrapped(keywords));
            List<PropertySpec> properties = PropertyReader.read(prepared.schema(), prepared.uncheckedProperties());
            if (properties.isEmpty() && !saysSomething(prepared.schema())) {
                return unusable(answer, "the schema names no properties" + because(prepared.omissions()));
            }
            return new SpecReader(answer, keywords, prepared, properties, null);
        } catch (UnusableSchemaException e) {
            return new SpecReader(
                    answer,
                    keywords,
                    PreparedSchema.NONE,
                    PropertyReader.readUnusable(keywords),
                    "the schema cannot be used: " + e.getMessage());
        }
    }

    private static String because(List<String> reasons) {
        return reasons.isEmpty() ? "" : ": " + reasons.get(0);
    }

    private static boolean saysSomething(Map<?, ?> schema) {
        return schema.containsKey("properties")
                || schema.containsKey("patternProperties")
                || schema.containsKey("additionalProperties");
    }

    private static SpecReader unusable(Map<?, ?> answer, String reason) {
        return new SpecReader(answer, null, PreparedSchema.NONE, List.of(), reason);
    }
}
