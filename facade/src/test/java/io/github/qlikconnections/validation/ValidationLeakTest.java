package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random schemas and drafts with marked secrets, and everything that can be printed of them. */
class ValidationLeakTest {

    private static final String MARKER = "hUsH4711";
    private static final long NUMBER = 471_147_114_711L;
    private static final String LONG = "long-".repeat(13);

    private static final List<String> SECRET_NAMES = List.of(
            "password",
            "secretKey",
            "accessKey",
            "P12CustomPwd",
            "authCode",
            "sftoken",
            "KeyFilePath",
            "serviceAccountKeyFile",
            "jsonCredentials",
            "queryHeaders",
            "PRIV_KEY_FILE",
            "clientSecret");
    private static final List<String> PLAIN_NAMES =
            List.of("host", "port", "region", "url", "queryParameters", "separateCredentials", "options", "mode");

    private static final List<Map<String, Object>> RULES = List.of(
            Map.of(),
            Map.of("type", "string"),
            Map.of("type", "integer"),
            Map.of("type", "number", "maximum", 5L),
            Map.of("type", "boolean"),
            Map.of("type", "array", "items", Map.of("type", "integer")),
            Map.of("type", "object", "required", List.of("name", "other")),
            Map.of("enum", List.of("a", MARKER.toLowerCase(Locale.ROOT), 1L)),
            Map.of("const", "x"),
            Map.of("minLength", 400L),
            Map.of("maxLength", 2L),
            Map.of("pattern", "^[a-c]{2}$"),
            Map.of("pattern", "^(a+)+$"),
            Map.of("format", "uri"),
            Map.of("format", "ipv4"),
            Map.of("minimum", 999_999_999_999_999L),
            Map.of("multipleOf", 7L),
            Map.of("uniqueItems", true, "maxItems", 1L),
            Map.of("not", Map.of()),
            Map.of("writeOnly", true, "type", "integer"),
            Map.of(
                    "items",
                    Map.of(
                            "additionalProperties",
                            false,
                            "properties",
                            Map.of("name", Map.of("maxLength", 1L), "value", Map.of("type", "boolean")))),
            Map.of("oneOf", List.of(Map.of("const", "a"), Map.of("const", "b"))),
            Map.of("anyOf", List.of(Map.of("type", "integer"), Map.of("minLength", 99L))));

    private static final List<Map<String, Object>> RULES_ACROSS_PROPERTIES = List.of(
            Map.of(),
            Map.of("required", List.of("password", "host")),
            Map.of("additionalProperties", false),
            Map.of("propertyNames", Map.of("maxLength", 5L)),
            Map.of("maxProperties", 1L),
            Map.of("if", Map.of("properties", Map.of("mode", Map.of("const", "x"))), "then", false),
            Map.of("$ref", "#/nowhere"),
            Map.of("allOf", List.of(Map.of("properties", Map.of("password", Map.of("enum", List.of("z")))))));

    /** Values of properties that are not secret: long strings and values with another marker. */
    private static final List<Object> PLAIN_VALUES = List.of(
            Secret.of(MARKER),
            LONG,
            "https://ann:" + MARKER + "@example.test/x",
            "https://example.test/?access_token=" + MARKER,
            "Server=db;Password=" + MARKER,
            List.of(Secret.of(MARKER), "x"),
            Map.of("password", MARKER, "name", "x"),
            Map.of("deep", Map.of("clientSecret", MARKER)),
            List.of(Map.of("name", "api_key", "value", MARKER)),
            List.of(Map.of("name", "x", "value", MARKER, "encrypt", true)),
            "<HOST>",
            true,
            7L);

    private static final List<Object> SECRET_VALUES = List.of(
            Secret.of(MARKER),
            MARKER,
            " " + MARKER + "\n",
            "<" + MARKER + ">",
            MARKER.repeat(20),
            "https://" + MARKER,
            NUMBER,
            new BigDecimal(NUMBER + ".5"),
            new BigDecimal(NUMBER + "E+400"),
            List.of(MARKER, NUMBER),
            List.of(Map.of("name", "k.json", "value", MARKER)),
            List.of(Map.of("name", "k.json", "value", Secret.of(MARKER)), Map.of("value", MARKER), MARKER),
            Map.of("user", MARKER, "more", List.of(MARKER)));

    private static final List<String> NOISE =
            List.of("\"", "{", "}", "]", ",", "\\", "x", "\u0000", "\n", "1e99999999999", "'", "null", ":", "\uD800");

    private static ConnectionSpec spec(Random random) {
        Map<String, Object> schema = new LinkedHashMap<>(RandomTrials.anyOf(RULES_ACROSS_PROPERTIES, random));
        Map<String, Object> properties = RandomTrials.map(6, SECRET_NAMES, ValidationLeakTest::rule, random);
        properties.putAll(RandomTrials.map(6, PLAIN_NAMES, ValidationLeakTest::rule, random));
        schema.put("properties", properties);
        return SpecFixtures.spec(JsonWriter.canonical(schema));
    }

    private static Object rule(Random random) {
        return RandomTrials.anyOf(RULES, random);
    }

    private static ConnectionDraft draft(Random random) {
        ConnectionDraft.Builder draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "Orders")
                .setAll(RandomTrials.map(5, PLAIN_NAMES, any -> RandomTrials.anyOf(PLAIN_VALUES, any), random))
                .setAll(RandomTrials.map(6, SECRET_NAMES, any -> RandomTrials.anyOf(SECRET_VALUES, any), random));
        return (random.nextBoolean() ? draft.useCredentials("c1") : draft).build();
    }

    @Test
    void noOutputContainsASecretOrALongValue() {
        RandomTrials.run(1000, random -> nothingThatCanBeReadLeaks(spec(random), draft(random)));
    }

    private static void nothingThatCanBeReadLeaks(ConnectionSpec spec, ConnectionDraft draft) {
        List<String> outputs = new ArrayList<>();
        outputs.add(draft.toString());
        for (ValidationPolicy policy : List.of(ValidationPolicy.strict(), ValidationPolicy.lenient())) {
            ValidationReport report = spec.validate(draft, policy);
            outputs.add(report.render());
            outputs.add(report.toJson());
            outputs.add(report.toMarkdown());
            outputs.add(report.draft().toString());
            report.uncheckedReason().ifPresent(outputs::add);
            report.violations().forEach(violation -> {
                outputs.add(violation.toString());
                outputs.add(violation.message());
            });
        }
        outputs.add(SpecFixtures.properties("\"host\": {}")
                .diff(spec)
                .draftsThatNoLongerValidate(List.of(draft))
                .toString());

        assertThat(outputs).noneMatch(ValidationLeakTest::leaks);
    }

    @Test
    void malformedRequestIsNeverQuoted() {
        for (int cut = 0; cut <= 140; cut++) {
            for (String noise : NOISE) {
                brokenRequestDoesNotLeak(cut, noise);
            }
        }
    }

    private static void brokenRequestDoesNotLeak(int cut, String noise) {
        String request = "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": {\"password\": \""
                + MARKER + "\", \"secretKey\": \"" + MARKER + "\", \"pin\": " + NUMBER + "}}";
        String broken = request.substring(0, Math.min(cut, request.length()))
                + noise
                + request.substring(Math.min(cut, request.length()));
        try {
            assertThat(leaks(ConnectionDraft.fromJson(broken).toString())).isFalse();
        } catch (MalformedDraftException | IllegalArgumentException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(leaks(trace.toString())).isFalse();
        }
    }

    private static boolean leaks(String text) {
        return text.contains(MARKER) || text.contains(Long.toString(NUMBER)) || text.contains(LONG);
    }
}
