package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random JSON in the place of a schema: whatever comes, there is a report and never an exception. */
class AnySchemaTest {

    private static final List<String> NAMES = List.of(
            "type",
            "properties",
            "p",
            "q",
            "required",
            "items",
            "prefixItems",
            "additionalItems",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "enum",
            "const",
            "$ref",
            "$defs",
            "definitions",
            "$id",
            "id",
            "$anchor",
            "$dynamicRef",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "patternProperties",
            "additionalProperties",
            "unevaluatedProperties",
            "unevaluatedItems",
            "propertyNames",
            "contains",
            "minContains",
            "minLength",
            "maximum",
            "exclusiveMinimum",
            "multipleOf",
            "pattern",
            "format",
            "uniqueItems",
            "default",
            "description",
            "writeOnly",
            "x");

    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> leaf = Arbitraries.of(Arrays.asList(
                "string",
                "integer",
                "object",
                "array",
                "#",
                "#/properties/p",
                "#/$defs/q",
                "#x",
                "x",
                "",
                "^a+$",
                "(",
                "uri",
                "http://example.test/a",
                0L,
                1L,
                -3L,
                new BigDecimal("0.5"),
                new BigDecimal("1E+500"),
                true,
                false,
                null));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        leaf,
                        inner.list().ofMaxSize(3).map(list -> list),
                        Arbitraries.maps(Arbitraries.of(NAMES), inner)
                                .ofMaxSize(5)
                                .map(map -> map),
                        Arbitraries.maps(Arbitraries.of(NAMES), inner)
                                .ofMaxSize(5)
                                .map(map -> map)),
                1,
                5);
    }

    @Property(tries = 2000)
    void givesAReportOnEveryDraft(@ForAll("json") Object schema, @ForAll("json") Object rule) {
        String whole = schema instanceof Map
                ? JsonWriter.canonical(schema)
                : "{\"properties\": {\"p\": " + JsonWriter.canonical(rule) + "}}";
        ConnectionSpec spec = Given.spec(whole);

        for (String draft :
                List.of("{}", "{\"p\": \"7\", \"q\": [1, {\"p\": true}]}", "{\"p\": {\"q\": 0.5, \"x\": []}}")) {
            ValidationReport report = spec.validate(Given.draft(draft));
            assertThat(report.outcome() == Outcome.UNCHECKED || spec.isUsable() || !report.isValid())
                    .isTrue();
            assertThat(report.render()).isNotEmpty();
        }
        assertThat(spec.describe()).startsWith("PROPERTY");
        assertThat(spec.fingerprint()).startsWith("sha256:");
        assertThat(spec.diff(spec).isEmpty()).isTrue();
    }
}
