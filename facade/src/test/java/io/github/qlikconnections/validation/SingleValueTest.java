package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleValueTest {

    private static final ConnectionSpec SPEC = SpecFixtures.properties(
            "\"p\": {\"type\": \"string\"}, \"password\": {\"type\": \"string\"}, \"list\": {}");

    private static List<String> of(String property, String value) {
        return SpecFixtures.codes(SPEC.validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                .set(property, value)
                .build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<BUCKET_NAME>",
                "<Bucket name>",
                "<your-bucket>",
                "<HOST>",
                "//<HOST>:1521/<SERVICE_NAME>",
                "https://<TENANT>/x",
                "<PASSWORD",
                "${PASSWORD}",
                "${db.password}",
                "https://${HOST}/x",
                "{{password}}",
                "${{ secrets.PASSWORD }}",
                "{{ .Values.host }}",
                "%PASSWORD%",
                "Bearer <ACCESS_TOKEN>",
                "bearer ${TOKEN}",
                "Basic {{credentials}}",
                "********",
                "•••••",
                "Bearer ***",
                "Secret[hidden]",
                "<redacted>",
                "[REDACTED]"
            })
    void placeholdersAreReported(String value) {
        assertThat(of("p", value)).containsExactly("PLACEHOLDER p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "<>",
                "<a>b</a>",
                "x<y>z",
                "<",
                "<1>",
                "<A",
                "<=>",
                "a<B",
                "5 <A> b c<",
                "<a.b>",
                "<é!>",
                "<p>",
                "Map<KEY>",
                "a<B2>",
                "SELECT '<A1>'",
                "SELECT a FROM b WHERE c = \"<X1>\"",
                "100%",
                "%a%",
                "5 % 3 %",
                "$",
                "$5",
                "{a}",
                "**",
                "a*b*c",
                "[a-z]",
                "[1]",
                "Order [A] of [B]",
                "Your name",
                "tokens",
                "changes"
            })
    void otherAngleBracketsAreAccepted(String value) {
        assertThat(of("p", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme",
                "ChangeMe!",
                "change-it",
                "YOUR_PASSWORD",
                "your-api-key",
                "[DATABASE]",
                "[MY SCHEMA]",
                "$PASSWORD",
                "$(PASSWORD)",
                "<host>",
                "TODO",
                "Bearer $TOKEN"
            })
    void possiblePlaceholderIsAWarning(String value) {
        assertThat(of("p", value)).containsExactly("SUSPECTED_PLACEHOLDER p");
        assertThat(of("password", value)).containsExactly("SUSPECTED_PLACEHOLDER password");
        assertThat(SPEC.validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                                .set("p", value)
                                .build())
                        .isValid())
                .isTrue();
    }

    @Test
    void onlyAnEmptySecretIsAWarning() {
        assertThat(of("password", "")).containsExactly("EMPTY_SECRET password");
        assertThat(of("p", "")).isEmpty();
        assertThat(SpecFixtures.codes(SpecFixtures.properties("\"zone\": {\"writeOnly\": true}")
                        .validate(SpecFixtures.draft("{\"zone\": \"\"}"))))
                .containsExactly("EMPTY_SECRET zone");
    }

    @Test
    void quotesAndInvisibleSpacesAreWarnings() {
        for (String quoted : List.of(
                "\u201Cdb\u201D",
                "\u2018db\u2019",
                "\u201Edb\u201C",
                "\u00ABdb\u00BB",
                "\u201Ddb\u201D",
                "\"db\"",
                "'db'",
                "''")) {
            assertThat(of("p", quoted)).containsExactly("SURROUNDING_QUOTES p");
        }
        for (String blank : List.of("\u00a0db", "db\u202f", "\u200bdb", "\ufeffdb", "db\u3000")) {
            assertThat(of("p", blank)).containsExactly("SURROUNDING_WHITESPACE p");
        }
        for (String other : List.of("\"", "it's", "'a", "\"a'", "d\u00a0b")) {
            assertThat(of("p", other)).isEmpty();
        }
    }

    @Test
    void invisibleSpaceIsDistinguishedFromWhitespaceThatIsSeen() {
        assertThat(SpecFixtures.only("\"p\": {}", "{\"p\": \"db\\u200b\"}").problem())
                .isEqualTo("begins or ends with an invisible space");
        assertThat(SpecFixtures.only("\"p\": {}", "{\"p\": \"\\u200bdb\"}").problem())
                .isEqualTo("begins or ends with an invisible space");
        assertThat(SpecFixtures.only("\"p\": {}", "{\"p\": \" db\\u200b\"}").problem())
                .isEqualTo("begins or ends with whitespace");
        assertThat(SpecFixtures.only("\"p\": {}", "{\"p\": \"db\\t\"}").problem())
                .isEqualTo("begins or ends with whitespace");
    }

    @Test
    void onlyAWholeSecretIsTreatedAsAPlaceholder() {
        assertThat(of("password", "<PASSWORD>")).containsExactly("PLACEHOLDER password");
        assertThat(of("password", "<PASSWORD")).containsExactly("PLACEHOLDER password");
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                .secret("password", Secret.of("x<AB>y"))
                .build();
        assertThat(SPEC.validate(draft).violations()).isEmpty();
        assertThat(SpecFixtures.codes(SPEC.validate(draft.toBuilder()
                        .secret("password", Secret.of("<PASSWORD>"))
                        .build())))
                .containsExactly("PLACEHOLDER password");
    }

    @Test
    void placeholderCausesNoOtherViolation() {
        Violation violation = SpecFixtures.only("\"p\": {\"type\": \"integer\", \"enum\": [1]}", "{\"p\": \"<PORT>\"}");

        assertThat(violation.message()).isEqualTo("p is still a placeholder. Replace it with the real value.");
    }

    @Test
    void surroundingWhitespaceAndLineBreaksAreWarnings() {
        assertThat(of("p", " a")).containsExactly("SURROUNDING_WHITESPACE p");
        assertThat(of("p", "a\t")).containsExactly("SURROUNDING_WHITESPACE p");
        assertThat(of("p", "a\nb")).containsExactly("LINE_BREAK p");
        assertThat(of("p", "a\r")).containsExactly("LINE_BREAK p");
        assertThat(of("p", "\na")).containsExactly("LINE_BREAK p");
        assertThat(of("p", "\ra")).containsExactly("LINE_BREAK p");
        assertThat(of("password", "hush ")).containsExactly("SURROUNDING_WHITESPACE password");
        assertThat(of("p", "a b")).isEmpty();
        assertThat(of("p", "")).isEmpty();
        assertThat(of("p", "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(SPEC.validate(SpecFixtures.draft("{\"p\": \" a\"}")).isValid())
                .isTrue();
        assertThat(SPEC.validate(SpecFixtures.draft("{\"p\": \" a\"}")).warnings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:hush@example.test/x",
                "jdbc:postgresql://ann:hush@db/x",
                "https://hush@example.test",
                "https://example.test/?access_token=hush",
                "https://example.test/?a=1&apiKey=hush",
                "jdbc:sqlserver://db;password=hush"
            })
    void credentialsInAUrlAreAWarningAndMasked(String url) {
        ValidationReport report = SpecFixtures.properties("\"p\": {\"maxLength\": 3}")
                .validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                        .set("p", url)
                        .build());

        assertThat(SpecFixtures.codes(report)).containsExactly("CREDENTIALS_IN_URL p", "LENGTH p");
        assertThat(report.warnings()).hasSize(1);
        assertThat(report.render()).doesNotContain("hush").doesNotContain("example.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.test/a@b",
                "https://example.test/?q=a@b&page=2",
                "ann@example.test",
                "https://example.test/?token=",
                "https://example.test/?token=&a=b",
                "a=b",
                "=://"
            })
    void otherAddressesAreAccepted(String url) {
        assertThat(of("p", url)).isEmpty();
    }

    @Test
    void connectionStringWithAPasswordIsMasked() {
        assertThat(SpecFixtures.only("\"p\": {\"maxLength\": 3}", "{\"p\": \"host=db;pwd=hush\"}")
                        .problem())
                .isEqualTo("the value (not shown) is too long");
    }

    @Test
    void nestedValuesAreChecked() {
        ValidationReport report = SPEC.validate(SpecFixtures.draft(
                "{\"list\": [\"ok\", {\"a\": \"<HOST>\", \"b\": [\" x\"], \"c\": 1e400, \"d\": {\"e~/f\": \"y \"}}]}"));

        assertThat(SpecFixtures.codes(report))
                .containsExactly(
                        "PLACEHOLDER list[1].a",
                        "SURROUNDING_WHITESPACE list[1].b[0]",
                        "WRONG_TYPE list[1].c",
                        "SURROUNDING_WHITESPACE list[1].d.e~/f");
    }
}
