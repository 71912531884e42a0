package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static boolean accepts(String format, String text) {
        return Formats.isValid(format, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date|2024-02-29",
                "date-time|2024-02-29T12:00:00Z",
                "date-time|2024-02-29t12:00:00.123z",
                "date-time|2024-02-29 12:00:00+02:00",
                "time|12:00:00Z",
                "time|12:00:00.5+01:00",
                "email|ann@example.test",
                "email|a.b+c@sub.example.test",
                "hostname|example",
                "hostname|a-b.example.test",
                "hostname|1.2.3.4",
                "ipv4|0.0.0.0",
                "ipv4|255.255.255.255",
                "ipv6|::",
                "ipv6|::1",
                "ipv6|1::",
                "ipv6|2001:db8::8:800:200c:417a",
                "ipv6|1:2:3:4:5:6:7:8",
                "ipv6|::ffff:1.2.3.4",
                "ipv6|1:2:3:4:5:6:1.2.3.4",
                "uri|https://example.test/a?b#c",
                "uri|urn:a:b",
                "url|https://example.test",
                "uri-reference|/a/b",
                "uri-reference|#x",
                "uuid|2EB8AA08-aa98-11ea-b4aa-73b441d16380",
                "regex|^a+$",
                "regex|(?<=a)b",
                "date-time|1998-12-31T23:59:60Z",
                "date-time|1998-12-31T15:59:60.123-08:00",
                "date-time|1999-01-01T08:59:60+09:00",
                "date-time|2024-02-29T12:00:00.1234567890123Z",
                "time|23:59:60Z",
                "email|\"a b\"@c.de",
                "email|\"a\\\"@b\"@c.de",
                "email|a/b=c@d.e",
                "email|ann@[192.0.2.1]",
                "email|ann@[IPv6:::1]",
                "uri|https://xn--exmple-cua.com/%C3%A4",
                "uri|a:",
                "uri|file:///a/b",
                "uri|http://a_b.test:/x?y=/?z#/?",
                "uri|http://[::1]:80/",
                "uri|http://ann:x@example.test/",
                "uri|http://[v1.a:b]/",
                "uri|jdbc:sqlserver://db;a=b",
                "uri|mailto:ann@example.test",
                "uri-reference|''",
                "uri-reference|//example.test?a",
                "uri-reference|a/b:c"
            })
    void matchingValueIsAccepted(String format, String text) {
        assertThat(accepts(format, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date|2023-02-29",
                "date|2024-13-01",
                "date|2024-1-1",
                "date|+12024-01-01",
                "date|-0001-01-01",
                "date|x",
                "date-time|2024-02-29",
                "date-time|2024-02-29T12:00:00",
                "date-time|2024-02-29T12:00Z",
                "time|12:00:00",
                "time|12:00Z",
                "time|25:00:00Z",
                "email|ann",
                "email|@example.test",
                "email|ann@",
                "email|a b@example.test",
                "email|a@b@example.test",
                "email|ann@-x",
                "hostname|-a",
                "hostname|a-",
                "hostname|a..b",
                "hostname|a_b",
                "hostname|a.",
                "ipv4|1.2.3",
                "ipv4|1.2.3.4.5",
                "ipv4|256.1.1.1",
                "ipv4|01.1.1.1",
                "ipv4|1.2.3.x",
                "ipv4|1.2.3.",
                "ipv6|1",
                "ipv6|:",
                "ipv6|1:2:3:4:5:6:7",
                "ipv6|1:2:3:4:5:6:7:8:9",
                "ipv6|1::2::3",
                "ipv6|12345::",
                "ipv6|::g",
                "ipv6|1:2:3:4:5:6:7::8",
                "ipv6|1.2.3.4::1",
                "ipv6|1:2:3:4:5:6:7:1.2.3.4",
                "ipv6|:::1",
                "uri|/a",
                "uri|a b",
                "uri|http://[",
                "uri-reference|a b",
                "uuid|2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                "uuid|2eb8aa08aa9811eab4aa73b441d16380",
                "uuid|geb8aa08-aa98-11ea-b4aa-73b441d16380",
                "regex|(",
                "date-time|1998-12-31T22:59:60Z",
                "date-time|1998-12-31T23:59:61Z",
                "date-time|1998-12-31T23:59:60+01:00",
                "date-time|2024-02-29T12:00+01:00:30",
                "date-time|2024-02-29T12:00:00+01",
                "date-time|2024-02-29T24:00:00Z",
                "date-time|2024-02-29T12:00:00+24:00",
                "date-time|２024-02-29T12:00:00Z",
                "time|12:60:00Z",
                "time|12:00:00+0100",
                "email|a..b@c.de",
                "email|.a@c.de",
                "email|a.@c.de",
                "email|\"a@c.de",
                "email|\"a\"b\"@c.de",
                "email|a:b@c.de",
                "email|ann@[1.2.3]",
                "uri|https://exämple.com/",
                "uri|https://example.test/ä",
                "uri|https://example.test/%zz",
                "uri|https://example.test/a^b",
                "uri|1a:b",
                "uri|http://a:b:c/",
                "uri|http://[::g]/",
                "uri|http://a@b@c/",
                "uri|http://example.test/#a#b",
                "uri-reference|a:b c",
                "uri-reference|1a:b"
            })
    void otherValueIsRejected(String format, String text) {
        assertThat(accepts(format, text)).isFalse();
    }

    @Test
    void lengthIsLimited() {
        assertThat(accepts("hostname", "a".repeat(63))).isTrue();
        assertThat(accepts("hostname", "a".repeat(64))).isFalse();
        assertThat(accepts("hostname", ("a".repeat(49) + ".").repeat(5) + "abc"))
                .isTrue();
        assertThat(accepts("hostname", ("a".repeat(49) + ".").repeat(5) + "abcd"))
                .isFalse();
        assertThat(accepts("hostname", "")).isFalse();
        assertThat(accepts("email", "a".repeat(64) + "@b.test")).isTrue();
        assertThat(accepts("email", "a".repeat(65) + "@b.test")).isFalse();
        assertThat(accepts("email", "a\u007f@b.test")).isFalse();
        assertThat(accepts("ipv4", "1.1.1." + "0".repeat(100_000))).isFalse();
        assertThat(accepts("ipv6", ":".repeat(46))).isFalse();
        assertThat(accepts("ipv6", "0000:0000:0000:0000:0000:ffff:255.255.255.255"))
                .isTrue();
    }

    @Test
    void unknownFormatIsAnAnnotation() {
        assertThat(accepts("colour", "")).isTrue();
        assertThat(accepts("Date", "x")).isTrue();
    }
}
