package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.qlikconnections.spec.ConnectionSpec;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout of 20 s is not a performance limit. It only stops a validation that would run for hours. */
class HostileSchemaTest {

    private static ValidationReport of(ConnectionSpec spec, String properties) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> spec.validate(SpecFixtures.draft(properties)));
    }

    @Test
    void schemaOfFiveMegabytesIsProcessed() {
        String description = "x".repeat(5_000_000);

        assertThat(of(SpecFixtures.properties("\"p\": {\"description\": \"" + description + "\"}"), "{\"p\": 1}")
                        .uncheckedReason())
                .contains("the response is longer than 2000000 characters");
    }

    @Test
    void schemaWithManyValuesIsProcessed() {
        String values = IntStream.range(0, 100_001).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(of(SpecFixtures.properties("\"p\": {\"enum\": [" + values + "]}"), "{\"p\": 1}")
                        .uncheckedReason())
                .contains("the schema cannot be used: it contains more than 100000 values");
    }

    @Test
    void longConditionOfManyFailuresIsProcessed() {
        String values =
                IntStream.range(0, 20_000).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(","));
        String items = IntStream.range(0, 3_000).mapToObj(i -> "\"x\"").collect(Collectors.joining(","));
        ConnectionSpec spec =
                SpecFixtures.spec("{\"properties\": {\"m\": {}, \"l\": {}}, \"if\": {\"$ref\": \"#/$defs/c\"},"
                        + " \"then\": {\"properties\": {\"l\": {\"items\": {\"type\": \"integer\"}}}},"
                        + " \"$defs\": {\"c\": {\"properties\": {\"m\": {\"enum\": [" + values + "]}}}}}");

        assertThat(of(spec, "{\"m\": \"v1\", \"l\": [" + items + "]}").errors()).hasSize(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"not\":", "{\"items\":", "{\"properties\":{\"p\":", "{\"allOf\":[", "{\"x\":"})
    void schemaNestedAThousandLevelsDeepIsProcessed(String open) {
        String close = new StringBuilder(open.replaceAll("[^\\[{]", ""))
                .reverse()
                .toString()
                .replace('{', '}')
                .replace('[', ']');
        String schema = "{\"properties\": {\"p\": " + open.repeat(1000) + "{}" + close.repeat(1000) + "}}";

        assertThat(of(SpecFixtures.spec(schema), "{\"p\": 1}").uncheckedReason().orElseThrow())
                .contains("nested more than");
    }

    @Test
    void schemaOfMaximumDepthIsEvaluated() {
        String schema = "{\"properties\": {\"p\": " + "{\"items\":".repeat(120) + "{}" + "}".repeat(120) + "}}";

        assertThat(of(SpecFixtures.spec(schema), "{\"p\": [[]]}").isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|a)*$",
                "^(a|aa)+$",
                "(a*)*b",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "^(?:a?){4000}a{4000}$",
                "^(a*)*(a*)*(a*)*(a*)*$",
                "^((a{0,100}){0,100}){0,100}$",
                "^(?:.*.*.*.*.*.*.*)=$"
            })
    void patternWithExponentialBacktrackingIsStopped(String pattern) {
        ConnectionSpec spec = SpecFixtures.properties("\"p\": {\"pattern\": \"" + pattern + "\"}");

        ValidationReport report = of(spec, "{\"p\": \"" + "a".repeat(5000) + "!\"}");

        assertThat(report.outcome()).isEqualTo(ValidationOutcome.UNCHECKED);
        assertThat(report.uncheckedReason().orElseThrow()).containsAnyOf("takes too long", "takes too much memory");
    }

    @Test
    void patternsThatLoopWithoutConsumingInputAreStopped() {
        String empties = "(|)".repeat(60);
        for (String pattern : new String[] {
            "^(?:|){60}x",
            "^" + empties + "x",
            "^(?:x*|y*){60}z",
            "^(?:(?:x?)?){60}y",
            "(?:(?:|a){99999}){99999}x",
            "^a" + empties + "^",
            "^" + empties + "(?!)",
            "^" + empties + "[]",
            "^" + empties + "\\\\b$",
            "(?:(?:){99999}){99999}(?:){99999}$x"
        }) {
            ConnectionSpec spec = SpecFixtures.properties("\"p\": {\"pattern\": \"" + pattern + "\"}");

            assertThat(of(spec, "{\"p\": \"a\"}").isValid()).as(pattern).isFalse();
            assertThat(of(spec, "{\"p\": \"\"}").isValid()).as(pattern).isFalse();
        }
    }

    @Test
    void allPatternsShareOneBudget() {
        String properties = IntStream.range(0, 500)
                .mapToObj(i -> "\"p" + i + "\": {\"pattern\": \"^(?:.*.*.*)=$\"}")
                .collect(Collectors.joining(","));
        String values = IntStream.range(0, 500)
                .mapToObj(i -> "\"p" + i + "\": \"" + "a".repeat(100) + "\"")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(of(SpecFixtures.properties(properties), values).uncheckedReason())
                .contains("its evaluation takes too long");
    }

    @Test
    void multiplyingReferencesAreStopped() {
        String definitions = IntStream.range(0, 40)
                .mapToObj(i -> "\"d" + i + "\": {\"allOf\": [{\"$ref\": \"#/$defs/d" + (i + 1)
                        + "\"}, {\"$ref\": \"#/$defs/d" + (i + 1) + "\"}]}")
                .collect(Collectors.joining(","));
        String schema = "{\"properties\": {\"p\": {\"$ref\": \"#/$defs/d0\"}}, \"$defs\": {" + definitions
                + ", \"d40\": true}}";

        assertThat(of(SpecFixtures.spec(schema), "{\"p\": 1}").uncheckedReason())
                .contains("its evaluation takes too long");
    }

    @Test
    void multiplyingBranchesAreStopped() {
        String branches = IntStream.range(0, 2000).mapToObj(i -> "true").collect(Collectors.joining(","));
        String schema =
                "{\"properties\": {\"p\": {\"items\": {\"$ref\": \"#/$defs/d\"}}}, \"$defs\": {\"d\": {\"allOf\": ["
                        + branches + "]}}}";
        String items = IntStream.range(0, 50_000).mapToObj(i -> "1").collect(Collectors.joining(","));

        assertThat(of(SpecFixtures.spec(schema), "{\"p\": [" + items + "]}").outcome())
                .isEqualTo(ValidationOutcome.UNCHECKED);
    }

    @Test
    void longChainOfReferencesIsProcessed() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"d" + i + "\": {\"allOf\": [{\"$ref\": \"#/$defs/d" + (i + 1) + "\"}]}")
                .collect(Collectors.joining(","));
        String schema = "{\"allOf\": [{\"$ref\": \"#/$defs/d0\"}], \"properties\": {\"p\": {}}, \"$defs\": {" + chain
                + ", \"d20000\": {}}}";

        assertThat(of(SpecFixtures.spec(schema), "{\"p\": 1}").uncheckedReason())
                .contains("it contains a reference cycle");
    }

    @Test
    void draftWithManyViolationsIsProcessed() {
        String items = IntStream.range(0, 50_000)
                .mapToObj(i -> i % 2 == 0 ? "\"7\"" : "\"x\"")
                .collect(Collectors.joining(","));
        ValidationReport report =
                of(SpecFixtures.properties("\"p\": {\"items\": {\"type\": \"integer\"}}"), "{\"p\": [" + items + "]}");

        assertThat(report.errors()).hasSize(25_000);
        assertThat(report.notes()).hasSize(25_000);
    }

    @Test
    void draftWithManyUnknownPropertiesIsProcessed() {
        String known =
                IntStream.range(0, 5000).mapToObj(i -> "\"known" + i + "\": {}").collect(Collectors.joining(","));
        String given = IntStream.range(0, 500)
                .mapToObj(i -> "\"unknown" + i + "\": 1")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(of(SpecFixtures.properties(known), given).errors()).hasSize(500);
    }
}
