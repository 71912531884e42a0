package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftFromJsonTest {

    @TempDir
    Path folder;

    private static ConnectionDraft read(String json) {
        return ConnectionDraft.fromJson(json);
    }

    private static MalformedDraftException rejectionOf(String json) {
        return catchThrowableOfType(MalformedDraftException.class, () -> ConnectionDraft.fromJson(json));
    }

    @Test
    void documentedExampleIsRead() {
        ConnectionDraft draft = read("""
            {
              "dataSourceId": "File_AmazonS3ConnectorV2",
              "qName": "Lake",
              "space": "<SPACE_ID>",
              "tags": ["raw", "daily"],
              "connectionProperties": {
                "accessKey": "<ACCESS>",
                "secretKey": "hush",
                "region": "eu-west-3",
                "port": "443",
                "retries": 3,
                "factor": 0.5,
                "separateCredentials": "true",
                "encrypt": false
              }
            }\
            """);

        assertThat(draft)
                .isEqualTo(ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Lake")
                        .inSpace("<SPACE_ID>")
                        .tags("raw", "daily")
                        .secret("accessKey", Secret.of("<ACCESS>"))
                        .secret("secretKey", Secret.of("hush"))
                        .set("region", "eu-west-3")
                        .set("port", "443")
                        .set("retries", 3)
                        .set("factor", new BigDecimal("0.5"))
                        .set("separateCredentials", "true")
                        .set("encrypt", false)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataSourceId", "datasourceID", "DatasourceId"})
    void bothSpellingsOfTheDataSourceAreRead(String member) {
        assertThat(read("{\"" + member + "\": \"rest\", \"qName\": \"x\", \"connectionProperties\": {}}")
                        .dataSourceId())
                .isEqualTo("rest");
    }

    @Test
    void olderMemberNamesAreRead() {
        ConnectionDraft draft = read("""
            {"dataSourceId": "gbq", "connectionName": "Ads", "spaceId": "s1", "authUrlOnly": "true",
             "connectionProperties": {"authCode": ""}}\
            """);

        assertThat(draft.name()).isEqualTo("Ads");
        assertThat(draft.space()).isEqualTo(SpaceRef.ofId("s1"));
        assertThat(draft.isAuthUrlOnly()).isTrue();
        assertThat(draft.properties()).isEqualTo(Map.of("authCode", Secret.of("")));
    }

    @Test
    void requestWithAConnectStatementIsRead() {
        ConnectionDraft draft = read("""
            {"qID": "q1", "tags": ["t"], "owner": "app", "qName": "W", "qType": "Some.exe", "space": "s1",
             "qLogOn": 1, "qPassword": "hush", "qUsername": "ann", "datasourceID": "snowflake",
             "qriInRequest": "qri:x", "qArchitecture": 1, "qCredentialsID": "c1", "qEngineObjectID": "e1",
             "qCredentialsName": "mine", "qConnectStatement": "CUSTOM CONNECT TO \\"x\\"",
             "qConnectionSecret": "hush2", "qSeparateCredentials": "false"}\
            """);

        assertThat(draft)
                .isEqualTo(ConnectionDraft.builder(
                                "snowflake",
                                "W",
                                ConnectStatement.builder("CUSTOM CONNECT TO \"x\"", "Some.exe")
                                        .connectionId("q1")
                                        .owner("app")
                                        .logOn("1")
                                        .password(Secret.of("hush"))
                                        .username("ann")
                                        .qri("qri:x")
                                        .architecture(1)
                                        .credentialsId("c1")
                                        .engineObjectId("e1")
                                        .credentialsName("mine")
                                        .connectionSecret(Secret.of("hush2"))
                                        .separateCredentials(false)
                                        .build())
                        .inSpace("s1")
                        .tags("t")
                        .build());
        assertThat(draft.unknownMembers()).isEmpty();
    }

    @Test
    void filesHeadersAndMarkedParametersAreMaskedButNotTheirNames() {
        ConnectionDraft draft = read("""
            {"dataSourceId": "rest", "qName": "x", "connectionProperties": {
              "serviceAccountKeyFile": [{"name": "key.json", "value": "aHVzaA=="}],
              "queryHeaders": [{"name": "X-Key", "value": "hush", "encrypt": true}],
              "queryParameters": [{"name": "page", "value": "1"}, {"name": "api_key", "value": "hush"},
                                  {"name": "sig", "value": "hush", "encrypt": "true"}],
              "nested": {"deep": {"password": "hush", "user": "ann"}}}}\
            """);

        assertThat(draft.properties())
                .containsEntry(
                        "serviceAccountKeyFile", List.of(Map.of("name", "key.json", "value", Secret.of("aHVzaA=="))))
                .containsEntry(
                        "queryHeaders", List.of(Map.of("name", "X-Key", "value", Secret.of("hush"), "encrypt", true)))
                .containsEntry(
                        "queryParameters",
                        List.of(
                                Map.of("name", "page", "value", "1"),
                                Map.of("name", "api_key", "value", Secret.of("hush")),
                                Map.of("name", "sig", "value", Secret.of("hush"), "encrypt", "true")))
                .containsEntry("nested", Map.of("deep", Map.of("password", Secret.of("hush"), "user", "ann")));
    }

    @Test
    void nullMeansAbsent() {
        ConnectionDraft draft = read("""
            {"dataSourceId": "rest", "qName": null, "space": null, "tags": null, "authUrlOnly": null,
             "connectionProperties": {"a": null, "b": {"c": null, "d": 1}, "e": [null, 2]}}\
            """);

        assertThat(draft.name()).isEmpty();
        assertThat(draft.space().isPersonal()).isTrue();
        assertThat(draft.properties()).isEqualTo(Map.of("b", Map.of("d", 1L), "e", List.of(2L)));
        assertThat(draft.nullMembers()).containsExactly("/a", "/b/c", "/e/0");
        assertThat(draft.toBuilder().build()).isEqualTo(draft);
    }

    @Test
    void emptySpaceMeansThePersonalSpace() {
        assertThat(read("{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"space\": \"\", \"connectionProperties\": {}}")
                        .space())
                .isEqualTo(SpaceRef.personal());
    }

    @Test
    void propertiesEncodedAsAJsonStringAreRead() {
        assertThat(read("{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": \"{\\\"a\\\": 1}\"}")
                        .properties())
                .isEqualTo(Map.of("a", 1L));
    }

    @Test
    void membersThatAreNotSentAreNamed() {
        ConnectionDraft draft = read("""
            {"dataSourceId": "rest", "qName": "x", "region": "eu", "qType": "y", "connectionProperties": {}}\
            """);

        assertThat(draft.unknownMembers()).containsExactly("region", "qType");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\\"dataSourceId\\\": \\\"rest\\\", \\\"qName\\\": \\\"a b\\\", \\\"connectionProperties\\\":"
                        + " {\\\"p\\\": \\\"C:\\\\\\\\x\\\"}}",
                """
                "{
                 \\"dataSourceId\\": \\"rest\\",
                 \\"qName\\": \\"a b\\",
                 \\"connectionProperties\\": {\\"p\\": \\"C:\\\\\\\\x\\"}}"\
                """,
                "'{\"dataSourceId\": \"rest\", \"qName\": \"a b\", \"connectionProperties\": {\"p\": \"C:\\\\x\"}}'",
                "\uFEFF {\"dataSourceId\": \"rest\", \"qName\": \"a b\", \"connectionProperties\": {\"p\":"
                        + " \"C:\\\\x\"}}\n"
            })
    void requestCopiedFromAShellCommandIsRead(String pasted) {
        ConnectionDraft draft = read(pasted);

        assertThat(draft.name()).isEqualTo("a b");
        assertThat(draft.properties()).isEqualTo(Map.of("p", "C:\\x"));
    }

    @Test
    void fileIsRead() throws Exception {
        Path file = Files.writeString(
                folder.resolve("draft.json"),
                "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": {}}");

        assertThat(ConnectionDraft.fromJson(file).dataSourceId()).isEqualTo("rest");
        assertThatThrownBy(() -> ConnectionDraft.fromJson(folder.resolve("missing.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.json");
    }

    @Test
    void syntaxErrorIsReportedWithItsPositionButNotItsContent() {
        MalformedDraftException problem = rejectionOf("""
            {
              "dataSourceId": "rest",
              "connectionProperties": {
                "password": "hush" "user": "ann"
              }
            }\
            """);

        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isEqualTo(24);
        assertThat(problem)
                .hasMessage("The request is not usable: it is not valid JSON: a comma is missing before this (line 4,"
                        + " column 24)")
                .hasNoCause();
    }

    @Test
    void positionRefersToThePastedText() {
        MalformedDraftException problem =
                rejectionOf("\"{\r\n \\\"dataSourceId\\\": \\\"rest\\\",\r\n \\\"qName\\\" oops}\"");

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(12);
    }

    @Test
    void unquotedPlaceholderAndWholeCommandAreExplained() {
        assertThat(rejectionOf("{\"dataSourceId\": \"rest\", \"connectionProperties\": {\"port\": <PORT>}}"))
                .hasMessageContaining("replace the placeholder without quotes by its value");
        assertThat(rejectionOf("curl -d '{\"dataSourceId\": \"rest\"}'"))
                .hasMessageContaining("paste only the body of the request, from { to }");
    }

    @Test
    void truncatedInputIsReported() {
        assertThat(rejectionOf("{\"dataSourceId\": \"rest\"")).hasMessageContaining("it is incomplete");
        assertThat(rejectionOf("")).hasMessageContaining("empty").hasMessageContaining("line 1, column 1");
        assertThat(rejectionOf("   ")).hasMessageContaining("empty");
    }

    @Test
    void duplicateMemberIsRejected() {
        assertThat(rejectionOf("{\"password\": \"hush\",\n \"password\": \"hush2\"}"))
                .hasMessageContaining("occurs twice")
                .hasMessageContaining("line 2");
        assertThat(rejectionOf("{\"dataSourceId\": \"a\", \"datasourceID\": \"b\", \"connectionProperties\": {}}"))
                .hasMessageContaining("datasourceid twice with different values");
        assertThat(read("{\"dataSourceId\": \"a\", \"datasourceID\": \"a\", \"qName\": \"x\","
                                + " \"connectionProperties\": {}}")
                        .dataSourceId())
                .isEqualTo("a");
    }

    @Test
    void textAfterTheRequestIsRejected() {
        assertThat(rejectionOf("{} {}")).hasMessageContaining("follows the end");
    }

    @Test
    void tooDeeplyNestedInputIsRejected() {
        assertThat(rejectionOf("[".repeat(500))).hasMessageContaining("levels deep");
        String nested = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
        assertThat(rejectionOf("{\"dataSourceId\": \"a\", \"qName\": \"x\", \"connectionProperties\": " + nested + "}"))
                .hasMessageContaining("nested more than 64 levels deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "\"hush\"x",
                "{}",
                "{\"dataSourceId\": \" \"}",
                "{\"dataSourceId\": {\"x\": \"hush\"}}",
                "{\"dataSourceId\": \"rest\"}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": [\"hush\"]}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": \"hush\"}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": \"[]\"}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": {}, \"qConnectStatement\": \"hush\"}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": {}, \"tags\": \"hush\"}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": {}, \"tags\": [1]}",
                "{\"dataSourceId\": \"rest\", \"connectionProperties\": {}, \"authUrlOnly\": \"hush\"}",
                "{\"dataSourceId\": \"rest\", \"qConnectStatement\": \"hush\", \"qArchitecture\": \"hush\"}",
                "{\"dataSourceId\": \"rest\", \"qConnectStatement\": \"hush\", \"qPassword\": {\"hush\": 1}}"
            })
    void inputThatIsNotARequestIsRejectedWithoutQuotingIt(String json) {
        assertThat(rejectionOf(json)).isNotNull().hasNoCause();
        assertThat(rejectionOf(json).getMessage()).doesNotContain("hush");
    }

    @Test
    void duplicateMemberInEncodedPropertiesIsNamed() {
        assertThat(rejectionOf(
                        "{\"dataSourceId\": \"rest\", \"connectionProperties\": {\"host\": \"a\", \"host\": \"b\"}}"))
                .hasMessageContaining("the member host occurs twice (line 1, ");
        assertThat(rejectionOf("{\"dataSourceId\": \"rest\", \"connectionProperties\": \"{'host': 1}\"}"))
                .hasMessageContaining("JSON requires double quotes, not single quotes");
    }

    @Test
    void maximumNestingDepthIsNamed() {
        assertThat(rejectionOf("{\"dataSourceId\": \"rest\", \"connectionProperties\": {\"p\": " + "[".repeat(100)
                        + "]".repeat(100) + "}}"))
                .hasMessageStartingWith("The value of p is nested more than 64 levels deep")
                .hasMessageEndingWith("or pass the inner part as its JSON text.");
    }
}
