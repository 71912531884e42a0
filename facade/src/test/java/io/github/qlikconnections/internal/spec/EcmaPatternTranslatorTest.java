package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTranslatorTest {

    private static String translate(String expression) throws UnusableSchemaException {
        return new EcmaPatternTranslator(expression).translate();
    }

    @ParameterizedTest
    @CsvSource({
        "'', (?=(?s:.))",
        "a|, a|(?=(?s:.))",
        "|a, (?=(?s:.))|a",
        "a||b, a|(?=(?s:.))|b",
        "(), (?:(?=(?s:.)))",
        "(|a), (?:(?=(?s:.))|a)",
        "(a|), (?:a|(?=(?s:.)))",
        "(a|b), (?:a|b)"
    })
    void everyEmptyAlternativeReadsACharacter(String expression, String translation) throws Exception {
        assertThat(translate(expression)).isEqualTo(translation);
    }

    @ParameterizedTest
    @CsvSource({
        "\\D, [\\D&&[^\\uFFFF]]",
        "[\\D], [[\\D]&&[^\\uFFFF]]",
        "[^\\D], [^\\uFFFF\\D]",
        "[^a], [^\\uFFFFa]",
        "., [^\\n\\r\\u2028\\u2029\\uFFFF]",
        "\\P{Any}, [^\\s\\S]"
    })
    void noCharacterClassContainsTheTerminator(String expression, String translation) throws Exception {
        assertThat(translate(expression)).isEqualTo(translation);
    }

    @Test
    void numberOfRepetitionsIsLimited() throws Exception {
        assertThat(translate("a{99999,100000}")).isEqualTo("a{99999,100000}");
        assertThatThrownBy(() -> translate("a{100001}"))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage("a regular expression in it uses more than 100000 repetitions");
    }

    @Test
    void longNameOfAPropertyIsShortened() {
        assertThatThrownBy(() -> translate("\\p{" + "n".repeat(40) + "}"))
                .hasMessageContaining("\\p{" + "n".repeat(40) + "}");
        assertThatThrownBy(() -> translate("\\p{" + "n".repeat(41) + "}"))
                .hasMessageContaining("\\p{" + "n".repeat(40) + "…}");
    }
}
