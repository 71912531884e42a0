package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFormatterTest {

    @Test
    void valueOfTheSpecificationIsWrittenAsInJson() {
        assertThat(MessageFormatter.formatSchemaValue("a\nb")).isEqualTo("\"a\\u000ab\"");
        assertThat(MessageFormatter.formatSchemaValue(true)).isEqualTo("true");
        assertThat(MessageFormatter.formatSchemaValue(null)).isEqualTo("null");
        assertThat(MessageFormatter.formatSchemaValue(List.of(1, 2))).isEqualTo("a list of 2");
        assertThat(MessageFormatter.formatSchemaValue(Map.of())).isEqualTo("an object");
    }

    @Test
    void longNumberIsReplacedByItsLength() {
        assertThat(MessageFormatter.formatSchemaValue(new BigDecimal("7".repeat(60))))
                .isEqualTo("7".repeat(60));
        assertThat(MessageFormatter.formatSchemaValue(new BigDecimal("7".repeat(61))))
                .isEqualTo("a number of 61 digits");
    }

    @Test
    void longStringOfADraftIsReplacedByItsLength() {
        assertThat(MessageFormatter.formatDraftValue("x".repeat(60), false)).isEqualTo('"' + "x".repeat(60) + '"');
        assertThat(MessageFormatter.formatDraftValue("x".repeat(61), false)).isEqualTo("a string of 61 characters");
    }

    @Test
    void longNameIsShortened() {
        assertThat(MessageFormatter.formatName("n".repeat(60))).isEqualTo("n".repeat(60));
        assertThat(MessageFormatter.formatName("n".repeat(61))).isEqualTo("n".repeat(40) + "… (61 characters)");
    }

    @Test
    void nameWithWhitespaceIsQuoted() {
        assertThat(MessageFormatter.formatName("")).isEqualTo("\"\"");
        assertThat(MessageFormatter.formatName("a b")).isEqualTo("\"a b\"");
    }

    @Test
    void onlyThePeriodAtTheEndIsRemoved() {
        assertThat(MessageFormatter.withoutPeriod("Version 1.2 is old.")).isEqualTo("Version 1.2 is old");
        assertThat(MessageFormatter.withoutPeriod("Version 1.2")).isEqualTo("Version 1.2");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {' ', '\t', '\n', '\u00a0', '\u202f', '\u3000', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'})
    void visibleAndInvisibleSpacesAreWhitespace(char space) {
        assertThat(MessageFormatter.isWhitespace(space)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '-', '\u200e', '\u2061', '\ufefe'})
    void otherCharactersAreNotWhitespace(char character) {
        assertThat(MessageFormatter.isWhitespace(character)).isFalse();
    }
}
