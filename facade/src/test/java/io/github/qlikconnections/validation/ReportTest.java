package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ConnectionSpec spec = SpecFixtures.spec("""
            {"properties": {"zone": {"enum": ["a"]}, "port": {"type": "integer"}, "cert": {}, "alpha": {"type": "string"}},
             "required": ["cert"]}""");

    private final ValidationReport report =
            spec.validate(SpecFixtures.draft("{\"other\": 1, \"port\": \"7\", \"zone\": \"A\", \"alpha\": \" x\"}"));

    @Test
    void violationsHaveTheOrderOfTheSpecification() {
        assertThat(SpecFixtures.codes(report))
                .containsExactly(
                        "NOT_ALLOWED zone",
                        "NORMALIZED port",
                        "REQUIRED cert",
                        "SURROUNDING_WHITESPACE alpha",
                        "UNKNOWN_PROPERTY other");
        assertThat(report.errors()).hasSize(3);
        assertThat(report.warnings()).hasSize(1);
        assertThat(report.notes()).hasSize(1);
        assertThat(report.outcome()).isEqualTo(ValidationOutcome.INVALID);
        assertThat(report.uncheckedReason()).isEmpty();
    }

    @Test
    void textIsAlignedForATerminal() {
        assertThat(report.render().lines())
                .containsExactly(
                        "Connection \"Orders\" for rest: invalid, 3 errors, 1 warning, 1 note",
                        "  ERROR    zone   \"A\" is not allowed",
                        "                  expected \"a\"",
                        "                  Write it \"a\"; letter case matters.",
                        "  NOTE     port   was given as a string and is sent as a number",
                        "  ERROR    cert   is required",
                        "                  Give a value for cert.",
                        "  WARNING  alpha  begins or ends with whitespace",
                        "                  Remove it unless it belongs to the value.",
                        "  ERROR    other  is not a property of rest",
                        "  To allow them: add .allow(\"zone\").allow(\"other\") to the ValidationPolicy, or base it on lenient().");
        assertThat(report).hasToString(report.render());
    }

    @Test
    void noPolicyIsNamedForAMissingProperty() {
        ValidationReport incomplete = spec.validate(SpecFixtures.draft("{\"other\": 1, \"zone\": \"a\"}"));

        assertThat(incomplete.render().lines())
                .last()
                .isEqualTo("  To allow it: add .allow(\"other\") to the ValidationPolicy, or base it on lenient().");
        assertThat(spec.validate(SpecFixtures.draft("{\"zone\": \"a\"}")).render())
                .doesNotContain("Policy");
    }

    @Test
    void reportWithoutViolationsIsShort() {
        ValidationReport valid = spec.validate(SpecFixtures.draft("{\"cert\": 1}"));

        assertThat(valid.isValid()).isTrue();
        assertThat(valid.render()).isEqualTo("Connection \"Orders\" for rest: valid");
        assertThat(valid.toMarkdown()).isEqualTo("### Connection \"Orders\" for rest: valid\n");
    }

    @Test
    void jsonContainsAllViolations() throws Exception {
        JsonNode json = new ObjectMapper().readTree(report.toJson());

        assertThat(json.get("dataSourceId").textValue()).isEqualTo("rest");
        assertThat(json.get("name").textValue()).isEqualTo("Orders");
        assertThat(json.get("outcome").textValue()).isEqualTo("INVALID");
        assertThat(json.get("isCreatable").booleanValue()).isFalse();
        assertThat(json.get("errors").intValue()).isEqualTo(3);
        assertThat(json.get("warnings").intValue()).isEqualTo(1);
        assertThat(json.get("notes").intValue()).isEqualTo(1);
        assertThat(json.has("uncheckedReason")).isFalse();
        assertThat(json.get("violations")).hasSize(5);
        JsonNode first = json.get("violations").get(0);
        assertThat(first.get("code").textValue()).isEqualTo("NOT_ALLOWED");
        assertThat(first.get("severity").textValue()).isEqualTo("ERROR");
        assertThat(first.get("path").textValue()).isEqualTo("zone");
        assertThat(first.get("pointer").textValue()).isEqualTo("/connectionProperties/zone");
        assertThat(first.get("problem").textValue()).isEqualTo("\"A\" is not allowed");
        assertThat(first.get("expected").textValue()).isEqualTo("\"a\"");
        assertThat(first.get("advice").textValue()).isEqualTo("Write it \"a\"; letter case matters.");
        assertThat(first.get("relaxation").textValue()).startsWith("To allow it");
        assertThat(json.get("violations").get(1).has("advice")).isFalse();
    }

    @Test
    void jsonContainsTheReasonForAnUncheckedDraft() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(SpecFixtures.spec("7")
                        .validate(SpecFixtures.draft("{}"))
                        .toJson());

        assertThat(json.get("outcome").textValue()).isEqualTo("UNCHECKED");
        assertThat(json.get("isCreatable").booleanValue()).isTrue();
        assertThat(json.get("uncheckedReason").textValue()).isEqualTo("connectionProperties is not a JSON object");
    }

    @Test
    void markdownIsATable() {
        assertThat(report.toMarkdown().lines())
                .startsWith(
                        "### Connection \"Orders\" for rest: invalid, 3 errors, 1 warning, 1 note",
                        "",
                        "| Severity | Where | What | Expected | What to do |",
                        "| --- | --- | --- | --- | --- |",
                        "| ERROR | zone | \"A\" is not allowed | \"a\" | Write it \"a\"; letter case matters. |")
                .hasSize(9);
    }

    @Test
    void markdownCellContentIsEscaped() {
        String hostile = "a|b`<img>_*[x](y)&\\\\@team#1\\n";
        ValidationReport escaped = SpecFixtures.properties("\"p\": {\"enum\": [\"q\"]}")
                .validate(SpecFixtures.draft("{\"p\": \"" + hostile + "\"}"));

        assertThat(escaped.toMarkdown())
                .contains("a\\|b\\`&lt;img&gt;\\_\\*\\[x\\](y)&amp;")
                .contains("\\@team\\#1");
        assertThat(escaped.toMarkdown().lines()).allMatch(line -> line.isEmpty() || line.matches("[#|].*"));
    }

    @Test
    void controlCharactersAreEscaped() {
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                .set("zone", "\u001b[31m\u202e\u2028red")
                .set("odd\nname", 1)
                .set("cert", 1)
                .build();

        String text = spec.validate(draft).render();

        assertThat(text).contains("\\u001b[31m\\u202e\\u2028red").contains("odd\\u000aname");
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e").doesNotContain("\u2028");
    }

    @Test
    void longAdviceIsWrapped() {
        Violation violation = Violation.of(ViolationCode.RANGE, "/qName", "is odd")
                .withAdvice("Even only. ".repeat(30).strip());

        assertThat(ValidationReport.of(SpecFixtures.draft("{}"), List.of(violation))
                        .render()
                        .lines()
                        .skip(2))
                .hasSize(4)
                .allMatch(line -> line.length() <= 120)
                .first()
                .asString()
                .hasSizeGreaterThan(110);
    }

    @Test
    void longNameIsShortened() {
        String text = spec.validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "n".repeat(80))
                        .set("cert", 1)
                        .build())
                .render();

        assertThat(text).isEqualTo("Connection \"" + "n".repeat(59) + "…\" for rest: valid");
        assertThat(spec.validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "n".repeat(80))
                                .build())
                        .toJson())
                .contains("\"" + "n".repeat(59) + "…\"");
    }

    @Test
    void reportIsUnmodifiable() {
        for (List<Violation> list : List.of(report.violations(), report.errors(), report.warnings(), report.notes())) {
            assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void reportIsCreatedWithoutASpecification() {
        ConnectionDraft draft = ConnectionDraft.builder("rest", "x").build();
        Violation violation = Violation.of(ViolationCode.UNKNOWN_DATA_SOURCE, "/datasourceID", "is unknown");

        assertThat(ValidationReport.of(draft, List.of(violation)).outcome()).isEqualTo(ValidationOutcome.INVALID);
        assertThat(ValidationReport.of(draft, List.of()).isValid()).isTrue();
        assertThat(ValidationReport.unchecked(draft, List.of(), "why").outcome())
                .isEqualTo(ValidationOutcome.UNCHECKED);
        assertThat(ValidationReport.of(draft, List.of())
                        .with(List.of(violation))
                        .violations())
                .containsExactly(violation);
        ValidationReport valid = ValidationReport.of(draft, List.of());
        assertThat(valid.with(List.of())).isSameAs(valid);
    }

    @Test
    void exceptionHasTheReport() {
        InvalidConnectionException exception = new InvalidConnectionException(report);

        assertThat(exception).hasMessage(report.render());
        assertThat(exception.report()).isSameAs(report);
    }

    @Test
    void malformedPointerIsShownAsItIs() {
        assertThat(Violation.of(ViolationCode.RANGE, "name", "is odd").path()).isEqualTo("name");
        assertThat(Violation.of(ViolationCode.RANGE, "", "is odd").path()).isEmpty();
    }

    @Test
    void onlyAnIndexOfAListIsShownInBrackets() {
        assertThat(Violation.of(ViolationCode.RANGE, "/connectionProperties/7/0/9/1a/:/", "is odd")
                        .path())
                .isEqualTo("7[0][9].1a.:.\"\"");
    }

    @Test
    void onlyAPropertyWithAShortNameHasARelaxationHint() {
        String longest = "n".repeat(60);

        assertThat(Violation.of(ViolationCode.RANGE, "/connectionProperties/" + longest, "is odd")
                        .relaxationHint())
                .isPresent();
        assertThat(Violation.of(ViolationCode.RANGE, "/connectionProperties/" + longest + "n", "is odd")
                        .relaxationHint())
                .isEmpty();
    }

    @Test
    void violationsAreComparedByValue() {
        Violation violation = Violation.of(ViolationCode.RANGE, "/connectionProperties/a~1b/0", "is odd")
                .withExpected("even")
                .withAdvice("Halve it.");

        assertThat(violation)
                .isEqualTo(Violation.of(ViolationCode.RANGE, "/connectionProperties/a~1b/0", "is odd")
                        .withExpected("even")
                        .withAdvice("Halve it."))
                .hasSameHashCodeAs(Violation.of(ViolationCode.RANGE, "/connectionProperties/a~1b/0", "is odd")
                        .withExpected("even")
                        .withAdvice("Halve it."))
                .isNotEqualTo(violation.withSeverity(Severity.NOTE))
                .isNotEqualTo(violation.withExpected("odd"))
                .isNotEqualTo(violation.withAdvice("Double it."))
                .isNotEqualTo(Violation.of(ViolationCode.RANGE, "/qName", "is odd"))
                .doesNotHaveSameHashCodeAs(violation.withExpected("odd"));
        assertThat(violation.property()).contains("a/b");
        assertThat(violation.path()).isEqualTo("a/b[0]");
        assertThat(violation.withSeverity(Severity.NOTE))
                .hasToString("NOTE RANGE a/b[0] is odd; expected even. Halve it.");
    }
}
