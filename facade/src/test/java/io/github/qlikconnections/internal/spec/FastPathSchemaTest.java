package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastPathSchemaTest {

    private final AtomicInteger asked = new AtomicInteger();

    private CompiledSchema compile(Map<String, Object> schema) throws UnusableSchemaException {
        return FastPathSchema.compile(schema, given -> {
            asked.incrementAndGet();
            return DevHarrelSchemaEngine.compile(given);
        });
    }

    @Test
    void draftOfAFlatSchemaIsAcceptedWithoutTheEngine() throws Exception {
        CompiledSchema compiled = compile(schema("""
                {"type": "object", "title": "Lake", "required": ["bucket"], "additionalProperties": true,
                 "properties": {"region": {"type": "string", "enum": ["eu", "us"], "default": "eu", "order": 3},
                   "bucket": {"type": "string"}, "key": {"type": "string"}, "share": {"type": "boolean"}}}"""));

        assertThat(compiled.validate(
                        Map.of("region", "us", "bucket", "b", "key", Secret.of("k"), "share", true, "further", 1L)))
                .isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void invalidDraftIsDelegatedToTheEngineOnce() throws Exception {
        CompiledSchema compiled =
                compile(schema("{\"properties\": {\"region\": {\"type\": \"string\", \"enum\": [\"eu\"]}}}"));

        assertThat(compiled.validate(Map.of("region", "EU")))
                .extracting(SchemaFailure::keyword)
                .containsExactly("enum");
        assertThat(compiled.validate(Map.of("region", 1L)))
                .extracting(SchemaFailure::keyword)
                .contains("type");
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'properties': {'p': {'minLength': 1}}",
                "'properties': {'p': {'pattern': 'a'}}",
                "'properties': {'p': {'format': 'uri'}}",
                "'properties': {'p': {'const': 'a'}}",
                "'properties': {'p': {'type': ['string', 'null']}}",
                "'properties': {'p': {'enum': ['a', 1]}}",
                "'properties': {'p': {'properties': {}}}",
                "'properties': {'p': {'items': {}}}",
                "'properties': {'p': {'anyOf': [{}]}}",
                "'properties': {'p': {'not': {}}}",
                "'properties': {'p': {'$ref': '#'}}",
                "'properties': {'p': false}",
                "'additionalProperties': false",
                "'patternProperties': {'^p': {}}",
                "'propertyNames': {'maxLength': 3}",
                "'minProperties': 1",
                "'dependentRequired': {'p': ['q']}",
                "'if': {}, 'then': {}",
                "'allOf': [{}]",
                "'type': 'string'"
            })
    void everyOtherSchemaIsDelegatedToTheEngine(String keywords) throws Exception {
        compile(schema("{" + keywords.replace('\'', '"') + "}"));

        assertThat(asked).hasValue(1);
    }

    @Test
    void resultEqualsThatOfTheEngineForEveryTypeAndValue() throws Exception {
        List<Object> values = List.of(
                "a",
                "c",
                "",
                Secret.of("a"),
                1L,
                new BigDecimal("1.0"),
                new BigDecimal("1.5"),
                true,
                Map.of("a", 1L),
                List.of("a"));
        List<String> different = new ArrayList<>();
        for (String type : List.of("", "string", "boolean", "integer", "number", "object", "array", "null")) {
            for (List<Object> allowed : List.of(List.of(), List.<Object>of("a", "b"), List.<Object>of("1"))) {
                for (String required : List.of("", "p", "q")) {
                    Map<String, Object> schema = schema(type, allowed, required);
                    CompiledSchema ours = compile(schema);
                    CompiledSchema theirs = DevHarrelSchemaEngine.compile(schema);
                    for (Object value : values) {
                        Map<String, Object> draft = Map.of("p", value);
                        if (!ours.validate(draft).equals(theirs.validate(draft))) {
                            different.add(schema + " with " + value);
                        }
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static Map<String, Object> schema(String type, List<Object> allowed, String required) {
        Map<String, Object> property = new LinkedHashMap<>();
        if (!type.isEmpty()) {
            property.put("type", type);
        }
        if (!allowed.isEmpty()) {
            property.put("enum", allowed);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("properties", Map.of("p", property));
        if (!required.isEmpty()) {
            schema.put("required", List.of(required));
        }
        return schema;
    }

    private static Map<String, Object> schema(String text) throws Exception {
        return SchemaPreprocessor.prepare((Map<?, ?>) JsonReader.read(text)).schema();
    }
}
