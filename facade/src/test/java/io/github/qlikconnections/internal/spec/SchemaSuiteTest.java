package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of the same kinds as in the public JSON Schema Test Suite. Each value is that of the property {@code p}. */
class SchemaSuiteTest {

    private static final SchemaEngine ENGINE = DevHarrelSchemaEngine::compile;

    private static Arguments accepts(String schema, String... values) {
        return Arguments.of(schema, true, values);
    }

    private static Arguments rejects(String schema, String... values) {
        return Arguments.of(schema, false, values);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                accepts("{'type': 'integer'}", "1", "1.0", "-3", "9223372036854775807", "12345678901234567890"),
                rejects("{'type': 'integer'}", "1.1", "'1'", "{}", "[]", "true"),
                accepts("{'type': 'number'}", "1", "1.0", "1.1"),
                rejects("{'type': 'number'}", "'1.1'", "{}", "[]", "false"),
                accepts("{'type': 'string'}", "'foo'", "''", "'1'"),
                rejects("{'type': 'string'}", "1", "{}", "[]", "true"),
                accepts("{'type': 'object'}", "{}", "{'a': 1}"),
                rejects("{'type': 'object'}", "1", "'x'", "[]"),
                accepts("{'type': 'array'}", "[]", "[1]"),
                rejects("{'type': 'array'}", "1", "'x'", "{}"),
                accepts("{'type': 'boolean'}", "true", "false"),
                rejects("{'type': 'boolean'}", "0", "''", "'true'"),
                accepts("{'type': ['integer', 'string']}", "1", "'foo'"),
                rejects("{'type': ['integer', 'string']}", "1.1", "{}", "[]", "true"),
                rejects("{'type': 'null'}", "1", "'null'"));
    }

    static Stream<Arguments> valuesAndSizes() {
        return Stream.of(
                accepts("{'enum': [1, 2, 3]}", "1", "2.0"),
                rejects("{'enum': [1, 2, 3]}", "4", "'1'"),
                accepts("{'enum': [6, 'foo', [], true, {'foo': 12}]}", "6", "'foo'", "[]", "true", "{'foo': 12}"),
                rejects("{'enum': [6, 'foo', [], true, {'foo': 12}]}", "{'foo': 13}", "{'foo': 12, 'boo': 1}", "false"),
                rejects("{'enum': [false]}", "0", "'false'"),
                rejects("{'enum': [[0]]}", "[false]", "[0, 0]"),
                accepts("{'const': {'a': [1, {'b': 2}]}}", "{'a': [1, {'b': 2.0}]}"),
                rejects("{'const': {'a': [1, {'b': 2}]}}", "{'a': [1]}", "1"),
                rejects("{'const': 1}", "true", "'1'"),
                accepts("{'multipleOf': 2}", "10", "'foo'"),
                rejects("{'multipleOf': 2}", "7"),
                accepts("{'multipleOf': 0.01}", "4.5", "0"),
                rejects("{'multipleOf': 0.0001}", "0.00751"),
                accepts("{'maximum': 3.0}", "2.6", "3.0", "'x'"),
                rejects("{'maximum': 3.0}", "3.5"),
                accepts("{'minimum': -2}", "-1", "-2", "-2.0"),
                rejects("{'minimum': -2}", "-2.0001", "-3"),
                accepts("{'exclusiveMaximum': 3.0}", "2.2"),
                rejects("{'exclusiveMaximum': 3.0}", "3.0", "3.5"),
                accepts("{'exclusiveMinimum': 1.1}", "1.2"),
                rejects("{'exclusiveMinimum': 1.1}", "1.1", "0.6"),
                accepts("{'minLength': 2}", "'foo'", "'fo'", "1"),
                rejects("{'minLength': 2}", "'f'", "'\uD83D\uDCA9'"),
                accepts("{'maxLength': 2.0}", "'f'", "'\uD83D\uDCA9\uD83D\uDCA9'", "100"),
                rejects("{'maxLength': 2}", "'foo'"),
                accepts("{'pattern': '^a*$'}", "'aaa'", "true", "{}"),
                rejects("{'pattern': '^a*$'}", "'abc'"),
                accepts("{'pattern': 'a+'}", "'xxaayy'"));
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                accepts("{'required': ['foo']}", "{'foo': 1}", "{'foo': ''}", "[]", "'x'", "12"),
                rejects("{'required': ['foo']}", "{'bar': 1}", "{}"),
                accepts("{'required': []}", "{}"),
                accepts("{'required': ['a\\nb', 'c d']}", "{'a\\nb': 1, 'c d': 1}"),
                accepts(
                        "{'properties': {'foo': {'type': 'integer'}, 'bar': {'type': 'string'}}}",
                        "{'foo': 1, 'bar': 'x'}",
                        "{'quux': []}",
                        "[]"),
                rejects(
                        "{'properties': {'foo': {'type': 'integer'}, 'bar': {'type': 'string'}}}",
                        "{'foo': 1, 'bar': {}}",
                        "{'foo': [], 'bar': {}}"),
                accepts("{'properties': {'foo': true, 'bar': false}}", "{'foo': 1}", "{}"),
                rejects("{'properties': {'foo': true, 'bar': false}}", "{'bar': 1}"),
                rejects("{'properties': {'a/b~c%d': {'type': 'number'}}}", "{'a/b~c%d': 'x'}"),
                accepts(
                        "{'patternProperties': {'f.*o': {'type': 'integer'}}}",
                        "{'foo': 1, 'foooooo': 2}",
                        "{'x': 'y'}"),
                rejects("{'patternProperties': {'f.*o': {'type': 'integer'}}}", "{'foo': 'bar', 'fooooo': 2}"),
                rejects(
                        "{'patternProperties': {'a*': {'type': 'integer'}, 'aaa*': {'maximum': 20}}}",
                        "{'a': 'bar'}",
                        "{'aaaa': 31}"),
                accepts(
                        "{'properties': {'foo': {}}, 'patternProperties': {'^v': {}}, 'additionalProperties': false}",
                        "{'foo': 1, 'vroom': 2}"),
                rejects(
                        "{'properties': {'foo': {}}, 'patternProperties': {'^v': {}}, 'additionalProperties': false}",
                        "{'foo': 1, 'quux': 'boom'}"),
                rejects("{'properties': {'foo': {}}, 'additionalProperties': {'type': 'boolean'}}", "{'quux': 12}"),
                accepts("{'propertyNames': {'maxLength': 3}}", "{'f': {}, 'foo': {}}", "{}"),
                rejects("{'propertyNames': {'maxLength': 3}}", "{'foobar': {}}"),
                rejects("{'propertyNames': false}", "{'a': 1}"),
                rejects("{'minProperties': 1}", "{}"),
                rejects("{'maxProperties': 2}", "{'a': 1, 'b': 2, 'c': 3}"),
                accepts("{'dependentRequired': {'bar': ['foo']}}", "{}", "{'foo': 1}", "{'foo': 1, 'bar': 2}"),
                rejects("{'dependentRequired': {'bar': ['foo']}}", "{'bar': 2}"),
                rejects("{'dependentRequired': {'quux': ['foo', 'bar']}}", "{'foo': 1, 'quux': 2}", "{'quux': 1}"),
                rejects("{'dependencies': {'bar': ['foo']}}", "{'bar': 2}"),
                rejects(
                        "{'dependencies': {'bar': {'properties': {'foo': {'type': 'integer'}}}}}",
                        "{'foo': 'q', 'bar': 2}"),
                rejects(
                        "{'dependentSchemas': {'bar': {'properties': {'foo': {'type': 'integer'}}}}}",
                        "{'foo': 'q', 'bar': 2}"),
                accepts("{'dependentSchemas': {'bar': false}}", "{'foo': 1}"),
                rejects("{'dependentSchemas': {'bar': false}}", "{'bar': 1}"),
                rejects("{'allOf': [{'properties': {'a': true}}], 'unevaluatedProperties': false}", "{'b': 1}"),
                accepts("{'allOf': [{'properties': {'a': true}}], 'unevaluatedProperties': false}", "{'a': 1}"),
                rejects("{'properties': {'a': {}}, 'unevaluatedProperties': {'type': 'string'}}", "{'b': 1}"));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                accepts("{'items': {'type': 'integer'}}", "[1, 2]", "{}"),
                rejects("{'items': {'type': 'integer'}}", "[1, 'x']"),
                rejects("{'items': false}", "[1]"),
                accepts(
                        "{'prefixItems': [{'type': 'integer'}, {'type': 'string'}]}",
                        "[1, 'foo']",
                        "[1]",
                        "[1, 'foo', true]"),
                rejects("{'prefixItems': [{'type': 'integer'}, {'type': 'string'}]}", "['foo', 1]"),
                rejects("{'prefixItems': [{}], 'items': {'type': 'integer'}}", "['x', 'y']"),
                rejects("{'items': [{'type': 'integer'}]}", "['x']"),
                rejects("{'items': [{}], 'additionalItems': false}", "[1, 2]"),
                accepts("{'items': {}, 'additionalItems': false}", "[1, 2]"),
                accepts("{'contains': {'minimum': 5}}", "[3, 5]", "{}"),
                rejects("{'contains': {'minimum': 5}}", "[2, 3]", "[]"),
                rejects("{'contains': {'const': 1}, 'minContains': 2}", "[1]"),
                accepts("{'contains': {'const': 1}, 'minContains': 0}", "[]"),
                rejects("{'contains': {'const': 1}, 'maxContains': 1}", "[1, 1]"),
                accepts("{'uniqueItems': true}", "[1, 2]", "[{'a': 1}, {'a': 2}]", "[1, true]", "['1', 1]"),
                rejects("{'uniqueItems': true}", "[1, 1]", "[1.0, 1.00]", "[{'a': 1, 'b': 2}, {'b': 2, 'a': 1}]"),
                accepts("{'uniqueItems': false}", "[1, 1]"),
                rejects("{'minItems': 1}", "[]"),
                rejects("{'maxItems': 2}", "[1, 2, 3]"),
                rejects("{'prefixItems': [true], 'unevaluatedItems': false}", "[1, 2]"),
                accepts("{'prefixItems': [true], 'unevaluatedItems': false}", "[1]"));
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                accepts("{'allOf': [{'required': ['a']}, {'required': ['b']}]}", "{'a': 1, 'b': 1}"),
                rejects("{'allOf': [{'required': ['a']}, {'required': ['b']}]}", "{'a': 1}"),
                rejects("{'allOf': [true, false]}", "1"),
                accepts("{'anyOf': [{'type': 'integer'}, {'minimum': 2}]}", "1", "2.5", "3"),
                rejects("{'anyOf': [{'type': 'integer'}, {'minimum': 2}]}", "1.5"),
                accepts("{'oneOf': [{'type': 'integer'}, {'minimum': 2}]}", "1", "2.5"),
                rejects("{'oneOf': [{'type': 'integer'}, {'minimum': 2}]}", "3", "1.5"),
                accepts(
                        "{'oneOf': [{'properties': {'bar': {'type': 'integer'}}, 'required': ['bar']}, {'properties': {'foo': {'type': 'string'}}, 'required': ['foo']}]}",
                        "{'bar': 2}",
                        "{'foo': 'baz'}"),
                rejects(
                        "{'oneOf': [{'properties': {'bar': {'type': 'integer'}}, 'required': ['bar']}, {'properties': {'foo': {'type': 'string'}}, 'required': ['foo']}]}",
                        "{'foo': 'baz', 'bar': 2}",
                        "{'foo': 2, 'bar': 'quux'}"),
                accepts("{'not': {'type': 'integer'}}", "'foo'"),
                rejects("{'not': {'type': 'integer'}}", "1"),
                rejects("{'not': {'not': {'type': 'integer'}}}", "'x'"),
                accepts("{'if': {'const': 0}}", "0", "'x'"),
                accepts("{'then': {'const': 0}}", "1"),
                accepts("{'if': {'exclusiveMaximum': 0}, 'then': {'minimum': -10}}", "-1", "3"),
                rejects("{'if': {'exclusiveMaximum': 0}, 'then': {'minimum': -10}}", "-100"),
                rejects("{'if': {'exclusiveMaximum': 0}, 'else': {'multipleOf': 2}}", "3"),
                rejects("{'if': true, 'then': {'const': 'then'}, 'else': {'const': 'else'}}", "'else'"),
                rejects("{'if': false, 'then': {'const': 'then'}, 'else': {'const': 'else'}}", "'then'"));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                rejects(
                        "{'$ref': '#/properties/p/$defs/b', '$defs': {'a': {'type': 'integer'}, 'b': {'$ref': '#/properties/p/$defs/a'}}}",
                        "'x'"),
                accepts(
                        "{'$ref': '#/properties/p/definitions/a%25~1b', 'definitions': {'a%/b': {'type': 'integer'}}}",
                        "1"),
                rejects(
                        "{'$ref': '#/properties/p/definitions/a%25~1b', 'definitions': {'a%/b': {'type': 'integer'}}}",
                        "'x'"),
                rejects("{'$ref': '#here', '$defs': {'a': {'$anchor': 'here', 'type': 'integer'}}}", "'x'"),
                rejects("{'$ref': '#here', 'definitions': {'a': {'$id': '#here', 'type': 'integer'}}}", "'x'"),
                rejects(
                        "{'$ref': 'http://example.test/a', '$defs': {'a': {'$id': 'http://example.test/a', 'type': 'integer'}}}",
                        "'x'"),
                rejects(
                        "{'$id': 'http://example.test/dir/root', '$ref': 'a#/$defs/b', '$defs': {'a': {'$id': 'a', '$defs': {'b': {'type': 'integer'}}}}}",
                        "'x'"),
                rejects("{'$ref': 'urn:x:y', '$defs': {'a': {'id': 'urn:x:y', 'type': 'integer'}}}", "'x'"),
                rejects(
                        "{'$dynamicRef': '#node', '$defs': {'a': {'$dynamicAnchor': 'node', 'type': 'integer'}}}",
                        "'x'"),
                rejects(
                        "{'$dynamicRef': '#node', '$ref': '#/properties/p/$defs/b', 'allOf': [{'minimum': 1}], '$defs': {'a': {'$dynamicAnchor': 'node', 'type': 'integer'}, 'b': {'maximum': 5}}}",
                        "'x'"),
                rejects(
                        "{'$dynamicRef': '#node', '$ref': '#/properties/p/$defs/b', 'allOf': [{'minimum': 1}], '$defs': {'a': {'$dynamicAnchor': 'node', 'type': 'integer'}, 'b': {'maximum': 5}}}",
                        "6"),
                rejects(
                        "{'$dynamicRef': '#node', 'allOf': [{'minimum': 1}], '$defs': {'a': {'$dynamicAnchor': 'node', 'type': 'integer'}}}",
                        "0"),
                rejects(
                        "{'$recursiveRef': '#/properties/p/$defs/a', '$ref': '#/properties/p/$defs/b', '$defs': {'a': {'type': 'integer'}, 'b': {'maximum': 5}}}",
                        "'x'"),
                rejects("{'$ref': '#/properties/p/$defs/a', 'maximum': 5, '$defs': {'a': {'type': 'integer'}}}", "6"),
                rejects("{'items': {'$ref': '#/properties/p/x-own/0'}, 'x-own': [{'type': 'integer'}]}", "['x']"),
                accepts("{'properties': {'$ref': {'type': 'string'}}}", "{'$ref': 'a'}"),
                rejects("{'properties': {'$ref': {'type': 'string'}}}", "{'$ref': 2}"),
                accepts(
                        "{'properties': {'c': {'$ref': '#/properties/p'}}, 'additionalProperties': false}",
                        "{'c': {'c': {}}}"),
                rejects(
                        "{'properties': {'c': {'$ref': '#/properties/p'}}, 'additionalProperties': false}",
                        "{'c': {'d': {}}}"));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                accepts("{'format': 'date'}", "'2024-02-29'", "12"),
                rejects("{'format': 'date'}", "'2023-02-29'", "'2024-2-9'", "'20240229'"),
                accepts("{'format': 'unknown'}", "'anything'"));
    }

    @ParameterizedTest
    @MethodSource({"types", "valuesAndSizes", "objects", "lists", "combinations", "references", "formats"})
    void resultConformsToJsonSchema(String schema, boolean valid, String... values) throws Exception {
        for (SchemaEngine engine : List.of(ENGINE, schemaOf -> FastPathSchema.compile(schemaOf, ENGINE))) {
            CompiledSchema compiled =
                    engine.compile(SchemaPreprocessor.prepare(json("{'properties': {'p': " + schema + "}}"))
                            .schema());
            for (String value : values) {
                assertThat(compiled.validate(json("{'p': " + value + "}")).isEmpty())
                        .as("%s with %s", schema, value)
                        .isEqualTo(valid);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void jsonSchemaDialectsAreSupported(String dialect, boolean siblingsCount) throws Exception {
        CompiledSchema compiled = ENGINE.compile(SchemaPreprocessor.prepare(
                        json(
                                "{'$schema': '" + dialect
                                        + "', 'properties': {'p': {'$ref': '#/definitions/a', 'maximum': 5}}, 'definitions': {'a': {'type': 'integer'}}}"))
                .schema());

        assertThat(compiled.validate(json("{'p': 'x'}"))).isNotEmpty();
        assertThat(compiled.validate(json("{'p': 6}")).isEmpty()).isEqualTo(!siblingsCount);
    }

    static Stream<Arguments> dialects() {
        return Stream.of(
                Arguments.of("http://json-schema.org/draft-04/schema#", false),
                Arguments.of("http://json-schema.org/draft-06/schema#", false),
                Arguments.of("https://json-schema.org/draft-07/schema", false),
                Arguments.of("https://json-schema.org/draft/2019-09/schema", true),
                Arguments.of("https://json-schema.org/draft/2020-12/schema", true),
                Arguments.of("http://json-schema.org/schema#", true));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) throws Exception {
        return (Map<String, Object>) JsonReader.read(text.replace('\'', '"'));
    }
}
