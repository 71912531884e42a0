package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random JSON as a schema. Validation always returns a report and never throws. */
class RandomSchemaTest {

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

    private static final List<Object> LEAVES = Arrays.asList(
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
            null);

    /** Returns a leaf, a list or, with double probability, an object, nested up to five levels. */
    private static Object json(int depth, Random random) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 0 -> RandomTrials.anyOf(LEAVES, random);
            case 1 -> RandomTrials.list(3, inner -> json(depth - 1, inner), random);
            default -> RandomTrials.map(5, NAMES, inner -> json(depth - 1, inner), random);
        };
    }

    @Test
    void everyDraftHasAReport() {
        RandomTrials.run(2000, random -> {
            Object schema = json(1 + random.nextInt(5), random);
            Object rule = json(1 + random.nextInt(5), random);
            everyDraftHasAReport(schema, rule);
        });
    }

    private static void everyDraftHasAReport(Object schema, Object rule) {
        String whole = schema instanceof Map
                ? JsonWriter.canonical(schema)
                : "{\"properties\": {\"p\": " + JsonWriter.canonical(rule) + "}}";
        ConnectionSpec spec = SpecFixtures.spec(whole);

        for (String draft :
                List.of("{}", "{\"p\": \"7\", \"q\": [1, {\"p\": true}]}", "{\"p\": {\"q\": 0.5, \"x\": []}}")) {
            ValidationReport report = spec.validate(SpecFixtures.draft(draft));
            assertThat(report.outcome() == ValidationOutcome.UNCHECKED || spec.isUsable() || !report.isValid())
                    .isTrue();
            assertThat(report.render()).isNotEmpty();
        }
        assertThat(spec.describe()).startsWith("PROPERTY");
        assertThat(spec.fingerprint()).startsWith("sha256:");
        assertThat(spec.diff(spec).isEmpty()).isTrue();
    }
}
