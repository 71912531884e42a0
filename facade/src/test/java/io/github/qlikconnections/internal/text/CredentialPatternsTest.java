package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.validation.SpecFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPatternsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: MARKER",
                "Password = MARKER",
                "Server=db;Pwd=MARKER",
                "Bearer MARKER",
                "authorization: basic TUFSS0VS",
                "{\"password\":\"MARKER\"}",
                "{\\\"password\\\": \\\"MARKER\\\"}",
                "{'client_secret': 'MARKER'}",
                "<password>MARKER</password>",
                "scott/MARKER@db.example.com",
                "scott:MARKER@db.example.com:1521",
                "jdbc:oracle:thin:scott/MARKER@db",
                "https://ann:MARKER@example.com/",
                "https://example.com/?sas=MARKER",
                "sqlplus --password MARKER",
                "mysql -u ann -p MARKER",
                "the password is MARKER",
                "IDENTIFIED BY MARKER",
                "ALTER USER ann PASSWORD 'MARKER'",
                "client_secret%3DMARKER",
                "secret -> MARKER",
                "https://acct.blob.example.com/c?sv=1&sig=MARKER&se=2",
                "-----BEGIN PRIVATE KEY-----"
            })
    void stringWithCredentialsIsDetected(String text) {
        assertThat(CredentialPatterns.hasCredentials(text)).isTrue();
        assertThat(SpecFixtures.report(
                                "{\"properties\": {\"mode\": {\"enum\": [\"a\"]}}}",
                                "{\"mode\": \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}")
                        .render())
                .contains("the value (not shown) is not allowed")
                .doesNotContain("MARKER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "db.example.com:1433",
                "ann@example.com",
                "https://example.com/a?page=1&size=2",
                "user=ann; database=orders",
                "C:/data/orders.csv",
                "2026-11-27T10:00:00Z",
                "passage: first",
                "passage 'first'",
                "the passage is first",
                "sort-p first",
                "-port 5432",
                "signal=1",
                "password=",
                "token"
            })
    void stringWithoutCredentialsIsNotDetected(String text) {
        assertThat(CredentialPatterns.hasCredentials(text)).isFalse();
    }

    @Test
    void longStringsAreSearchedInLinearTime() {
        String text = "a:".repeat(1_900);

        assertThat(CredentialPatterns.hasCredentials(text)).isFalse();
    }
}
