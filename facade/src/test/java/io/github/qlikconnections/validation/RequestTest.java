package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static final ConnectionSpec SPEC = SpecFixtures.properties("\"p\": {\"type\": \"string\"}");

    private static ValidationReport named(String name) {
        return of(ConnectionDraft.builder(SpecFixtures.SOURCE, name));
    }

    private static ValidationReport of(ConnectionDraft.Builder draft) {
        return SPEC.validate(draft.build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void nameIsRequired(String name) {
        assertThat(SpecFixtures.codes(named(name))).containsExactly("NAME_BLANK qName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\u0085x"})
    void controlCharactersInTheNameAreRejected(String name) {
        assertThat(SpecFixtures.codes(named(name))).containsExactly("NAME_CONTROL_CHARACTER qName");
        assertThat(named(name).render().lines().findFirst().orElseThrow()).contains("\\u00");
    }

    @Test
    void anyOtherNameIsAccepted() {
        assertThat(named("Ünïcode / 50 % + more").violations()).isEmpty();
    }

    @Test
    void placeholdersInRequestMembersAreReported() {
        ConnectionDraft draft = ConnectionDraft.fromJson(
                "{\"dataSourceId\": \"rest\", \"qName\": \"<CONNECTION_NAME>\", \"space\": \"<SPACE_ID>\", \"connectionProperties\": {}}");

        assertThat(SpecFixtures.codes(SPEC.validate(draft))).containsExactly("PLACEHOLDER qName", "PLACEHOLDER space");
        assertThat(SpecFixtures.codes(
                        of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x").inSpaceNamed("<SPACE>"))))
                .containsExactly("PLACEHOLDER space");
        ConnectionSpec spec = ConnectionSpec.parse("<ID>", "{\"connectionProperties\": {\"properties\": {}}}");
        assertThat(SpecFixtures.codes(
                        spec.validate(ConnectionDraft.builder("<ID>", "x").build())))
                .containsExactly("PLACEHOLDER dataSourceId");
    }

    @Test
    void namesOfTheGatewayAndTheCredentialsAreChecked() {
        assertThat(SpecFixtures.codes(of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                        .onGateway("<GATEWAY>")
                        .useCredentialsNamed("Mine "))))
                .containsExactly("PLACEHOLDER gatewayInstance", "SURROUNDING_WHITESPACE selectedCredentials");
    }

    @Test
    void numberOfTagsIsLimited() {
        String[] tags = IntStream.range(0, 31).mapToObj(i -> "t" + i).toArray(String[]::new);

        assertThat(of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x").tags(tags))
                        .violations())
                .isEmpty();
        ValidationReport report =
                of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x").tags(tags).tags("more"));
        assertThat(SpecFixtures.codes(report)).containsExactly("TOO_MANY_TAGS tags");
        assertThat(report.errors().get(0).message())
                .isEqualTo("tags has 32 tags; expected at most 31. The API reserves one more for its own tag.");
        assertThat(SpecFixtures.codes(of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                        .tags(tags)
                        .tags("DcaasAPI:Some.exe:1"))))
                .as("the tag that the API adds is not counted")
                .containsExactly("TAG_RESERVED tags[31]");
    }

    @Test
    void connectStatementAllowsOneMoreTag() {
        String[] tags = IntStream.range(0, 32).mapToObj(i -> "t" + i).toArray(String[]::new);
        ConnectionDraft.Builder draft = ConnectionDraft.builder(
                        SpecFixtures.SOURCE,
                        "x",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"x\"", "Some.exe")
                                .build())
                .tags(tags);

        assertThat(of(draft).errors()).isEmpty();
        assertThat(of(draft.secretsVersion("2026-11")).errors())
                .extracting(Violation::message)
                .containsExactly("tags has 33 tags; expected at most 32.");
    }

    @Test
    void memberOfAConnectStatementIsLimitedByTheDocument() {
        ConnectionDraft draft = ConnectionDraft.fromJson("""
                {"datasourceID": "rest", "qName": "x", "qType": "Some.exe", "qConnectStatement": "x", "qArchitecture": 2}
                """);

        assertThat(SPEC.validate(draft).errors())
                .extracting(Violation::message)
                .containsExactly("qArchitecture is not allowed; expected one of 0, 1.");
    }

    @Test
    void lengthOfATagIsMeasuredInBytes() {
        assertThat(of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x").tags("ü".repeat(128)))
                        .violations())
                .isEmpty();
        ValidationReport report =
                of(ConnectionDraft.builder(SpecFixtures.SOURCE, "x").tags("a", "ü".repeat(128) + "x"));
        assertThat(SpecFixtures.codes(report)).containsExactly("TAG_TOO_LONG tags[1]");
        assertThat(report.errors().get(0).problem()).isEqualTo("is 257 bytes of UTF-8 long");
    }

    @Test
    void membersThatAreNotSentAreWarnings() {
        ConnectionDraft draft = ConnectionDraft.fromJson(
                "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"re/gion\": \"eu\", \"connectionProperties\": {}}");

        ValidationReport report = SPEC.validate(draft);

        assertThat(report.isValid()).isTrue();
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(ViolationCode.UNKNOWN_MEMBER);
            assertThat(warning.pointer()).isEqualTo("/re~1gion");
            assertThat(warning.path()).isEqualTo("re/gion");
            assertThat(warning.property()).isEmpty();
            assertThat(warning.advice()).contains("Put connection properties into connectionProperties.");
        });
    }

    @Test
    void similarMemberIsSuggested() {
        ConnectionDraft draft = ConnectionDraft.fromJson(
                "{\"dataSourceId\": \"rest\", \"name\": \"x\", \"tag\": [\"a\"], \"connectionProperties\": {}}");

        assertThat(SPEC.validate(draft).warnings())
                .extracting(warning -> warning.path() + " " + warning.advice().orElse(""))
                .containsExactly("name Did you mean qName?", "tag Did you mean tags?");
    }

    @Test
    void connectStatementIsNotEvaluated() {
        ConnectionDraft draft = ConnectionDraft.builder(
                        SpecFixtures.SOURCE,
                        "x",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"x\"", "Some.exe")
                                .build())
                .build();

        ValidationReport report = SPEC.validate(draft);

        assertThat(report.outcome()).isEqualTo(ValidationOutcome.UNCHECKED);
        assertThat(report.isCreatable()).isTrue();
        assertThat(report.uncheckedReason()).contains("a connect statement is not described by the specification");
    }

    @Test
    void placeholderInAConnectStatementIsReported() {
        ConnectionDraft draft = ConnectionDraft.builder(
                        SpecFixtures.SOURCE,
                        "x",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"host=<HOST>\"", "Some.exe")
                                .build())
                .build();

        assertThat(SpecFixtures.codes(SPEC.validate(draft))).contains("PLACEHOLDER qConnectStatement");
    }

    @Test
    void firstSignInStepRequiresNoCode() {
        ConnectionSpec spec =
                SpecFixtures.spec("{\"properties\": {\"authCode\": {\"minLength\": 3}}, \"required\": [\"authCode\"]}");
        ConnectionDraft.Builder draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x");

        assertThat(spec.validate(draft.authUrlOnly(true).build()).violations()).isEmpty();
        assertThat(spec.validate(draft.set("authCode", "").build()).violations())
                .isEmpty();
        assertThat(SpecFixtures.codes(spec.validate(draft.authUrlOnly(false).build())))
                .containsExactly("LENGTH authCode");
    }

    @Test
    void tenantViolationsPrecedeOtherViolations() {
        ValidationReport report = named("")
                .with(List.of(Violation.of(ViolationCode.DISABLED_DATA_SOURCE, "/dataSourceId", "is disabled")));

        assertThat(SpecFixtures.codes(report)).containsExactly("DISABLED_DATA_SOURCE dataSourceId", "NAME_BLANK qName");
    }

    @Test
    void copiedQuotesAndWhitespaceInNamesAreWarnings() {
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, " Orders")
                .inSpaceNamed("Sales ")
                .tags("", " ", "a", "b", "a", "DcaasAPI:Some.exe:1", "c ", "'d'")
                .build();

        assertThat(SpecFixtures.codes(SPEC.validate(draft)))
                .containsExactly(
                        "SURROUNDING_WHITESPACE qName",
                        "SURROUNDING_WHITESPACE space",
                        "TAG_BLANK tags[0]",
                        "TAG_BLANK tags[1]",
                        "TAG_REPEATED tags[4]",
                        "TAG_RESERVED tags[5]",
                        "SURROUNDING_WHITESPACE tags[6]",
                        "SURROUNDING_QUOTES tags[7]");
        assertThat(SPEC.validate(draft).isValid()).isTrue();
    }
}
