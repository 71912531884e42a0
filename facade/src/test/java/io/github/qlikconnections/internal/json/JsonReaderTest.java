package io.github.qlikconnections.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    @Test
    void valuesAreParsedToPlainJavaValues() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("text", "a\"ü😀");
        expected.put("int", 1L);
        expected.put("long", Long.MIN_VALUE);
        expected.put("big", new BigDecimal("92233720368547758070"));
        expected.put("decimal", new BigDecimal("1.50"));
        expected.put("exponent", new BigDecimal("1E+400"));
        expected.put("list", Arrays.asList(true, false, null, List.of(), Map.of()));

        assertThat(JsonReader.read("{\"text\": \"a\\\"ü\\uD83D\\uDE00\", \"int\": 1, \"long\": -9223372036854775808,"
                        + " \"big\": 92233720368547758070, \"decimal\": 1.50, \"exponent\": 1e400,"
                        + " \"list\": [true, false, null, [], {}]}"))
                .isEqualTo(expected);
        assertThat(JsonReader.read("null")).isNull();
        assertThat(JsonReader.read("\uFEFF 7 ")).isEqualTo(7L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            emptyValue = "",
            value = {
                "~~|the text is empty|0",
                "~  ~|the text is empty|0",
                "{|it is incomplete|1",
                "\"a|it is incomplete|2",
                "{\"a\" 1}|it is not valid JSON: a colon is missing between a name and its value|5",
                "[1,]|it is not valid JSON: a comma precedes the closing bracket|3",
                "{\"a\": 1, }|it is not valid JSON: a comma precedes the closing bracket|9",
                "[,1]|it is not valid JSON: a comma follows the opening bracket|1",
                "{\"a\":1;}|it is not valid JSON: a semicolon stands where JSON requires a comma or the end|6",
                "{\"a\"=1}|it is not valid JSON: a colon is missing between a name and its value|4",
                "{\"a\":.5}|it is not valid JSON: a number does not have the JSON syntax; write digits before and"
                        + " after the point|5",
                "{\"a\": 1, ...}|it is not valid JSON: JSON has no ellipsis; give all values|9",
                "{\"a\":,\"b\":1}|it is not valid JSON: a value is missing before the comma|5",
                "{\"a\"::1}|it is not valid JSON: two colons follow each other|5",
                "[1,,2]|it is not valid JSON: two commas follow each other|3",
                "[1 \"a\"]|it is not valid JSON: a comma is missing before this|3",
                "{\"a\": 1]|it is not valid JSON: a closing bracket does not match the opening one|7",
                "[1, // one⏎2]|it is not valid JSON: JSON has no comments|4",
                "[1, # one⏎2]|it is not valid JSON: JSON has no comments|4",
                "[/* one */1]|it is not valid JSON: JSON has no comments|1",
                "[1, \\⏎2]|it is not valid JSON: the line ends with a continuation character of a shell; remove it|4",
                "[1, ^⏎2]|it is not valid JSON: the line ends with a continuation character of a shell; remove it|4",
                "[\"a⏎b\"]|it is not valid JSON: a string contains a line break or another control"
                        + " character; write \\n"
                        + " for a line break|3",
                "[\"C:\\d\"]|it is not valid JSON: a backslash precedes a character that needs no escape; write \\\\"
                        + " for a backslash|5",
                "{\u201ca\u201d: 1}|it is not valid JSON: JSON requires straight double quotes|1",
                "[True]|it is not valid JSON: the only words of JSON without quotes are true, false and null in lower"
                        + " case|1",
                "{\"a\": None}|it is not valid JSON: the only words of JSON without quotes are true, false and null in"
                        + " lower case|6",
                "[Trust]|it is not valid JSON: a word is not in double quotes|1",
                "[+1]|it is not valid JSON: a number does not have the JSON syntax|2",
                "[<A>]|it is not valid JSON|1",
                "'a'|it is not valid JSON: JSON requires double quotes, not single quotes|0",
                "{a: 1}|it is not valid JSON: a name is not in double quotes|1",
                "01|it is not valid JSON: a number does not have the JSON syntax|0",
                "NaN|it is not valid JSON: a word is not in double quotes|3",
                "1 2|text follows the end of the JSON value|2",
                "{} x|it is not valid JSON: a word is not in double quotes|3",
                "{\"a\": 1, \"a\": 2}|the member a occurs twice|12",
                "{\"a b\": 1, \"a b\": 2}|a member occurs twice|16",
                "[1e99999999999]|a number is too large|1"
            })
    void exceptionDescribesTheProblemAndItsPosition(String text, String problem, int offset) {
        InvalidJsonException e =
                catchThrowableOfType(InvalidJsonException.class, () -> JsonReader.read(text.replace('⏎', '\n')));

        assertThat(e).hasMessage(problem).hasNoCause();
        assertThat(e.offset()).isBetween(Math.max(0, offset - 1), offset + 2);
    }

    @Test
    void depthAndLengthOfNumbersAreLimited() throws Exception {
        assertThat(JsonReader.read("[".repeat(128) + "]".repeat(128))).isInstanceOf(List.class);
        assertThat(catchThrowableOfType(
                        InvalidJsonException.class, () -> JsonReader.read("[".repeat(129) + "]".repeat(129))))
                .hasMessageContaining("nested more than 128 levels deep or too large");
        assertThat(catchThrowableOfType(InvalidJsonException.class, () -> JsonReader.read("1".repeat(401))))
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|1|1", "2|1|3", "3|2|1", "4|2|2", "6|3|1", "7|4|1", "8|4|2", "99|4|2"})
    void positionIsIndependentOfTheLineSeparator(int offset, int line, int column) {
        assertThat(TextPosition.of("ab\nc\r\n\rd", offset)).isEqualTo(new TextPosition(line, column));
    }
}
