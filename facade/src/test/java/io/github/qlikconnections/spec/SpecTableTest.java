package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.validation.SpecFixtures;
import io.github.qlikconnections.validation.Violation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecTableTest {

    @Test
    void columnsAreAligned() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {
                   "region": {"type": "string", "default": "eu", "enum": ["eu", "us"], "description": "Where\\n  it is."},
                   "port": {"type": "integer", "default": 443, "description": ""},
                   "password": {"type": "string", "default": "hush"},
                   "file": {"type": "array", "default": [1, 2], "enum": [[1], {"a": 2}]}},
                 "required": ["region"], "dependentRequired": {"port": ["password"]}}""");

        assertThat(spec.describe().lines())
                .containsExactly(
                        "PROPERTY  TYPE            REQUIRED?           DEFAULT      ALLOWED VALUES          DESCRIPTION",
                        "region    string          required            eu           eu, us                  Where it is.",
                        "port      integer         optional            443",
                        "password  string, secret  when port is given",
                        "file      array           optional            a list of 2  a list of 1, an object",
                        "    default [1,2]; allowed [1], {\"a\":2}");
    }

    @Test
    void tableFitsATerminal() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {
                   "aPropertyWithQuiteALongName": {"type": "string", "default": "%1$s", "enum": ["%1$s", "%2$s"],
                     "description": "%3$s"},
                   "other": {"description": "%3$s"}},
                 "dependentRequired": {"anotherPropertyWithALongName": ["other"]}}""".formatted("d".repeat(50), "e".repeat(50), "words and ".repeat(40)));

        assertThat(spec.describe().lines()).allMatch(line -> line.length() <= 120);
        assertThat(spec.describe()).contains("aPropertyWithQuiteALongName", "words and", "…");
        assertThat(spec.describe().lines())
                .as(
                        "a header, two lines for each wrapped description, and additional lines for content that does not fit into its row")
                .hasSize(8);
        assertThat(spec.describe())
                .contains(
                        "required when anotherPropertyWithALongName is given",
                        "\"" + "d".repeat(50) + "\", \"" + "e".repeat(50) + "\"");
    }

    @Test
    void longNamesAreNotTruncated() {
        String name = "n".repeat(130);

        assertThat(SpecFixtures.properties("\"" + name + "\": {\"description\": \"" + "x".repeat(100) + "\"}")
                        .describe())
                .contains(name + "  any")
                .contains("x".repeat(35) + "…");
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(SpecFixtures.properties("\"p\": {\"description\": \"\\u001b[31m\", \"enum\": [\"\\u202e\"]}")
                        .describe())
                .contains("\\u001b[31m", "\\u202e");
    }

    @Test
    void tableContainsTheRulesOfEachBranch() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"mode": {}},
                 "oneOf": [{"properties": {"mode": {"const": "tls"}, "port": {"default": 443}}, "required": ["port"]},
                           {"properties": {"mode": {"const": "plain"}, "port": {"default": 80, "enum": [80, 8080]}}}]}""");

        assertThat(spec.describe())
                .contains("when mode is \"tls\": default 443", "when mode is \"plain\": default 80; allowed 80, 8080");
    }

    @Test
    void allowedValuesAreListedBelowTheRow() {
        String values =
                IntStream.range(0, 40).mapToObj(i -> "\"region-" + i + "\"").collect(Collectors.joining(", "));
        ConnectionSpec spec = SpecFixtures.properties("\"region\": {\"enum\": [" + values + "]}");

        assertThat(spec.describe()).contains("… (40)").contains("\"region-0\"", "\"region-20\"", "\"region-39\"");
        assertThat(spec.describe().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void asManyAllowedValuesAreShownAsFit() {
        String rows = SpecFixtures.properties("""
                "all": {"enum": ["aaaaaaaaaa", "bbbbbbbbbb"]}, "first": {"enum": ["aaaaaaaaaaaaaaa", "bbbbbbbbbb"]},
                "none": {"enum": ["aaaaaaaaaaaaaaaa", "bbbbbbbbbb"]}""").describe();

        assertThat(rows.lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "PROPERTY|TYPE|REQUIRED?|DEFAULT|ALLOWED VALUES|DESCRIPTION",
                        "all|string|optional|aaaaaaaaaa, bbbbbbbbbb",
                        "first|string|optional|aaaaaaaaaaaaaaa, … (2)",
                        "|allowed \"aaaaaaaaaaaaaaa\", \"bbbbbbbbbb\"",
                        "none|string|optional|… (2)",
                        "|allowed \"aaaaaaaaaaaaaaaa\", \"bbbbbbbbbb\"");
    }

    @Test
    void longConditionIsListedInFull() {
        String regions =
                IntStream.range(0, 140).mapToObj(i -> "\"zone-" + i + "\"").collect(Collectors.joining(", "));
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"region": {}, "cert": {}, "port": {}},
                 "if": {"properties": {"region": {"enum": [%1$s]}}, "required": ["region"]},
                 "then": {"required": ["cert"], "properties": {"port": {"default": 443}}},
                 "else": {"required": ["port"]},
                 "oneOf": [{"properties": {"region": {"enum": [%1$s]}}}]}""".formatted(regions));

        assertThat(spec.property("cert").orElseThrow().requiredWhen())
                .contains("region is " + regions.replace(", ", " or "));
        assertThat(spec.describe().replaceAll("\\s+", " ")).contains("\"zone-139\": default 443");
        assertThat(spec.describe("port")).contains("region is not", "\"zone-139\"");
        assertThat(spec.validate(SpecFixtures.draft("{\"region\": \"zone-1\"}")).errors())
                .extracting(Violation::problem)
                .containsExactly("is required when another condition of the specification holds");
    }

    @Test
    void propertyThatIsNotCheckedIsMarked() {
        assertThat(SpecFixtures.properties("\"old\": {\"type\": \"int\"}").describe())
                .contains("not checked: its type is not a JSON Schema type");
    }

    @Test
    void onePropertyIsDescribedInFull() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"mode": {}, "port": {"type": "integer", "default": 443, "description": "%s"}, "old": {"type": "int"}},
                 "dependentRequired": {"mode": ["port"]}}""".formatted("word ".repeat(60)));

        assertThat(spec.describe("port").lines().toList())
                .startsWith("port: integer, conditional")
                .contains("    required when mode is given", "    default 443");
        assertThat(spec.describe("port").split("word", -1)).hasSize(61);
        assertThat(spec.describe("old")).contains("not checked: its type is not a JSON Schema type");
        assertThatThrownBy(() -> spec.describe("Port"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Port is not a property of rest. Did you mean port?");
    }
}
