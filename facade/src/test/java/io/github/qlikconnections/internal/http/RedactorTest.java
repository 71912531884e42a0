package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    @Test
    void allOccurrencesOfAllSecretsAreRedacted() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("hunter2"), Secret.of("s3cr3t")));
        assertThat(redactor.redact("user hunter2 with key=s3cr3t; again hunter2"))
                .isEqualTo("user [hidden] with key=[hidden]; again [hidden]");
    }

    @Test
    void longerSecretIsRedactedFirst() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("abc"), Secret.of("abcdef")));
        assertThat(redactor.redact("abcdef")).isEqualTo("[hidden]");
    }

    @Test
    void secretIsRedactedInItsJsonEscaping() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("a \"b\"\n\\c")));
        assertThat(redactor.redact("near 'a \\\"b\\\"\\n\\\\c', or a \"b\"\n\\c"))
                .isEqualTo("near '[hidden]', or [hidden]");
    }

    @Test
    void truncatedSecretIsRedacted() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("0123456789abcdef")));
        assertThat(redactor.redact("value 0123456789abcd… is bad")).isEqualTo("value [hidden]… is bad");
        assertThat(redactor.redact("port 01234567")).isEqualTo("port 01234567");
    }

    @Test
    void textIsOnOneLineOfLimitedLength() {
        assertThat(Redactor.NONE.redact("a\r\nb\u0000c")).isEqualTo("a b c");
        assertThat(Redactor.NONE.redact("x".repeat(2000))).hasSize(501).endsWith("…");
    }

    @Test
    void clearedSecretIsIgnored() {
        Secret cleared = Secret.of("gone");
        cleared.clear();
        assertThat(Redactor.of(() -> List.of(cleared)).redact("text")).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&<1ü/\"x",
                "\\u0026\\u003c1\\u00fc\\/\\\"x",
                "\\u0026\\u003C1\\u00FC\\u002F\\u0022x",
                "\\\\u0026<1\\\\u00fc\\\\/\\\\\\\"x",
                "\\u0026\\u003c\\u0031\\u00fc\\u002f\\u0022\\u0078"
            })
    void secretIsRedactedInEveryJsonEscaping(String escaped) {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("&<1ü/\"x")));

        assertThat(redactor.redact("bad value '" + escaped + "', see \\u0041"))
                .isEqualTo("bad value '[hidden]', see \\u0041");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tab\there", "line\nend", "back\\slash", "\\u0041bcd", "C:\\new\\dir", "\uD83D\uDE00smile"})
    void aSecretWithControlCharactersOrBackslashesIsRedactedInJson(String value) throws Exception {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of(value)));
        String json = new ObjectMapper().writeValueAsString(value);
        String ascii = new ObjectMapper(
                        new JsonFactory().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true))
                .writeValueAsString(json);

        assertThat(redactor.redact(value)).isEqualTo("[hidden]");
        assertThat(redactor.redact("got " + json)).isEqualTo("got \"[hidden]\"");
        assertThat(redactor.redact("got " + ascii))
                .startsWith("got \"\\\"[hidden]")
                .doesNotContain(value.substring(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "\u00fc&"})
    void aTextThatRepeatsAVeryShortSecretIsRedactedAsAWhole(String value) {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of(value), Secret.of("a-long-secret")));

        assertThat(redactor.redact("The password " + value + " is too short.")).isEqualTo("[hidden]");
        assertThat(redactor.redact("No.")).isEqualTo("No.");
        assertThat(redactor.redact("The")).isEqualTo("The");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p%26%3c1%C3%BC%2Fx+y%2B",
                "p%26%3C1%FC/x%20y+",
                "p%2526%253C1%25C3%25BC/x%2520y%252B",
                "p&amp;&lt;1&#252;/x y+",
                "p&#38;&#x3C;1&#xfc;&#47;x&nbsp;y&#43;",
                "p&amp;amp;&amp;lt;1ü/x y+",
                "p\\u0026amp;\\u003c1\\u00fc%2Fx y+"
            })
    void secretIsRedactedPercentEncodedAndWithHtmlReferences(String encoded) {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("p&<1ü/x y+")));

        assertThat(redactor.redact("<p>bad value " + encoded + " &copy; 100%</p>"))
                .isEqualTo("<p>bad value [hidden] &copy; 100%</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%25&amp;more",
                "%41%42%43%44",
                "a&#x41;b&lt",
                "&#1114112;%zz&;",
                "%C3(%E2%82",
                "ends%4",
                "&#xz"
            })
    void aSecretThatLooksEncodedIsRedactedAsItIs(String value) {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of(value)));

        assertThat(redactor.redact("got '" + value + "'.")).isEqualTo("got '[hidden]'.");
    }

    @Test
    void aSecretOfFourCharactersIsRedactedInPlace() {
        assertThat(Redactor.of(() -> List.of(Secret.of("abcd"))).redact("Not abcd."))
                .isEqualTo("Not [hidden].");
    }

    @Test
    void anEmptySecretRedactsNothing() {
        assertThat(Redactor.of(() -> List.of(Secret.of(""))).redact("Not allowed."))
                .isEqualTo("Not allowed.");
    }
}
