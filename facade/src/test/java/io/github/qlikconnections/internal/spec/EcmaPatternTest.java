package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

    private static boolean found(String expression, String text) throws UnusableSchemaException {
        return EcmaPattern.compile(expression).isFoundIn(text, new EvaluationBudget());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            emptyValue = "",
            value = {
                "abc xxabcyy",
                "^abc$ abc",
                "a|b b",
                "^(a|b)$ b",
                "^(?:ab)+$ abab",
                "^a{2}$ aa",
                "^a{2,}$ aaa",
                "^a{1,2}$ aa",
                "^a*?b$ aab",
                "^a+?$ aa",
                "^[a-c]$ b",
                "^[^a-c]$ d",
                "^\\d+$ 09",
                "^\\D+$ ab",
                "^\\w+$ aZ_9",
                "^\\W$ -",
                "^\\S+$ ab",
                "^[\\d.]+$ 1.2",
                "^[\\w-]+$ a-b",
                "^[^\\s]+$ ab",
                "^[\\S]+$ ab",
                "^[\\D]+$ ab",
                "^[[]$ [",
                "^[a&&b]+$ a&b",
                "^[a^]$ ^",
                "^\\.$ .",
                "^\\/$ /",
                "^\\-$ -",
                "^\\x41$ A",
                "^\\u0041$ A",
                "^\\u{1F600}$ 😀",
                "^.$ 😀",
                "^\\p{Lu}$ Ü",
                "^\\P{Lu}$ ü",
                "^[\\p{L}]$ ß",
                "^\\p{Letter}$ é",
                "^\\p{Script=Greek}$ α",
                "^\\p{Number}$ 7",
                "^\\p{Alphabetic}+$ aβ",
                "^\\p{Alpha}$ ß",
                "^\\p{General_Category=Uppercase_Letter}$ Ü",
                "^\\p{gc=Nd}$ 7",
                "^\\p{sc=Cyrillic}$ я",
                "^\\p{White_Space}$ \u00a0",
                "^\\p{Lowercase}$ ª",
                "^\\p{ASCII}\\p{AHex}$ zF",
                "^\\p{Any}$ 😀",
                "^[\\p{Alphabetic}\\p{Nd}]+$ ß7",
                "é\\bx éx",
                "a\\Bb ab",
                "^(?=.*\\d)(?=.*[a-z]).+$ a1",
                "^(?!x).*$ abc",
                "^(?<year>\\d{4})$ 2024",
                "\\bfoo\\b foo",
                "o\\B foo",
                "^a{$ a{",
                "^a{,2}$ a{,2}",
                "^{}$ {}",
                "^{+$ {{",
                "^a}?$ a",
                "^[^a]$ ^",
                "^[^a]$ [",
                "^a{x}$ a{x}",
                "^(|abc)$ abc",
                "^(abc|)$ abc",
                "^x(a||b)$ xb",
                "^()x$ x",
                "^[^]$ a",
                "^a[^]b$ a-b",
                "^\\0$|a a",
                "^(a(b(c)))$ abc",
                "^a?$ a",
                "~$~ abc",
                "~^~ abc",
                "a.c abc"
            })
    void matchingInputIsFound(String expression, String text) throws Exception {
        if (!text.equals("~~")) {
            assertThat(found(expression, text)).as(expression).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            emptyValue = "",
            value = {
                "^abc$ xabc",
                "^abc$ abcx",
                "^a|b$ c",
                "^(a|b)$ ab",
                "^a{2}$ a",
                "^a{2}$ aaa",
                "^a{1,2}$ aaa",
                "^[a-c]$ d",
                "^[^a-c]$ a",
                "^\\d$ a",
                "^\\D$ 1",
                "^\\w$ -",
                "^\\W$ a",
                "^[\\S]$ ~ ~",
                "^\\S$ ~ ~",
                "^[^\\s]$ ~ ~",
                "^[a&&b]$ c",
                "^[]$ a",
                "^x[]?y$ x",
                "^\\p{Lu}$ ü",
                "^\\P{Lu}$ Ü",
                "^(?=.*\\d).+$ ab",
                "^(?!x).*$ xy",
                "\\bfoo\\b foobar",
                "^(|abc)$ ab",
                "^a.c$ ac",
                "^[^a]$ ~~",
                "^.$ ~~",
                "^\\D$ ~~",
                "^\\W$ ~~",
                "^\\S$ ~~",
                "^[\\D]$ ~~",
                "^\\P{L}$ ~~",
                "^[^]$ ~~",
                "^[\\s\\S]$ ~~",
                "a^b ab",
                "a$b ab",
                "^a(?!$) a"
            })
    void findsNothingElse(String expression, String text) throws Exception {
        assertThat(found(expression, text)).as(expression).isFalse();
    }

    @Test
    void dollarMatchesTheExactEndOfTheInputOnly() throws Exception {
        assertThat(found("^abc$", "abc\n")).isFalse();
        assertThat(found("^a.b$", "a\nb")).isFalse();
        assertThat(found("^a\\sb$", "a\u00a0b")).isTrue();
        assertThat(found("^a\\sb$", "a\u2028b")).isTrue();
        assertThat(found("^\\v$", "\u000b")).isTrue();
        assertThat(found("^[\\b]$", "\b")).isTrue();
        assertThat(found("^\\cJ$", "\n")).isTrue();
        assertThat(found("^\\cj$", "\n")).isTrue();
        assertThat(found("^\\0$", "\0")).isTrue();
        assertThat(found("^\\t\\n\\r\\f$", "\t\n\r\f")).isTrue();
        assertThat(found("", "")).isTrue();
        assertThat(found("^$", "")).isTrue();
        assertThat(found("^$", "a")).isFalse();
        assertThat(found("(?=$)", "a")).isTrue();
        assertThat(found("a|", "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "(a",
                "a)",
                "[a",
                "[",
                "*",
                "+a",
                "?",
                "a**",
                "a{2}{3}",
                "a++",
                "(?a)",
                "(?i)a",
                "(?>a)",
                "(?<=a)b",
                "(?<!a)b",
                "(?<n",
                "(a)\\1",
                "\\k<n>",
                "\\A",
                "\\Z",
                "\\G",
                "\\Qa\\E",
                "\\y",
                "a\\",
                "[\\",
                "[\\B]",
                "\\x4",
                "\\xg1",
                "\\u",
                "\\u12",
                "\\u{41",
                "\\u{zz}",
                "\\p",
                "\\p{",
                "\\p{Nonsense}",
                "\\p{Emoji}",
                "\\p{Script_Extensions=Greek}",
                "\\p{Script=Nonsense}",
                "\\p{gc=Nonsense}",
                "\\p{IsLatin}",
                "\\p{javaLowerCase}",
                "[b-a]",
                "a{100001}",
                "a{1,1000000}",
                "a{2,1}",
                "{2}",
                "|{2}",
                "^*",
                "$+",
                "\\c"
            })
    void brokenOrUnboundedExpressionIsRejected(String expression) {
        assertThatThrownBy(() -> EcmaPattern.compile(expression))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessageStartingWith("a regular expression in it ")
                .hasNoCause();
    }

    @Test
    void tooLongExpressionIsRejected() throws Exception {
        assertThat(found("a".repeat(4000), "b")).isFalse();
        assertThatThrownBy(() -> EcmaPattern.compile("a".repeat(4001))).isInstanceOf(UnusableSchemaException.class);
        assertThatThrownBy(() -> EcmaPattern.compile("(".repeat(2000) + ")".repeat(2000) + "("))
                .isInstanceOf(UnusableSchemaException.class);
    }

    @Test
    void everyExaminedCharacterCountsAgainstTheBudget() throws Exception {
        EcmaPattern pattern = EcmaPattern.compile("^a*$");
        EvaluationBudget budget = new EvaluationBudget();
        budget.spend(3_999_000);

        assertThat(pattern.isFoundIn("a".repeat(100), budget)).isTrue();
        assertThatThrownBy(() -> pattern.isFoundIn("a".repeat(2000), budget))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessage("its evaluation takes too long");
    }

    @Test
    void matcherStopsBeforeAStackOverflow() {
        assertThatThrownBy(() -> found("^(?:a|b)*$", "ab".repeat(100_000)))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("memory");
    }
}
