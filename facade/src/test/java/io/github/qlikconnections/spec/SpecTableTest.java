package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.validation.Given;
import org.junit.jupiter.api.Test;

class SpecTableTest {

    @Test
    void alignsWhatIsKnownOfEachProperty() {
        ConnectionSpec spec = Given.spec("""
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
                        "file      array           optional            a list of 2  a list of 1, an object");
    }

    @Test
    void fitsATerminal() {
        ConnectionSpec spec = Given.spec("""
                {"properties": {
                   "aPropertyWithQuiteALongName": {"type": "string", "default": "%1$s", "enum": ["%1$s", "%2$s"],
                     "description": "%3$s"},
                   "other": {"description": "%3$s"}},
                 "dependentRequired": {"anotherPropertyWithALongName": ["other"]}}""".formatted("d".repeat(50), "e".repeat(50), "words and ".repeat(40)));

        assertThat(spec.describe().lines()).allMatch(line -> line.length() <= 120);
        assertThat(spec.describe()).contains("aPropertyWithQuiteALongName", "words and", "…");
        assertThat(spec.describe().lines())
                .as("a header, and two lines for each description that goes on")
                .hasSize(5);
    }

    @Test
    void keepsLongNamesWhole() {
        String name = "n".repeat(130);

        assertThat(Given.properties("\"" + name + "\": {\"description\": \"" + "x".repeat(100) + "\"}")
                        .describe())
                .contains(name + "  any")
                .contains("x".repeat(35) + "…");
    }

    @Test
    void writesOutWhatCouldDisturbATerminal() {
        assertThat(Given.properties("\"p\": {\"description\": \"\\u001b[31m\", \"enum\": [\"\\u202e\"]}")
                        .describe())
                .contains("\\u001b[31m", "\\u202e");
    }
}
