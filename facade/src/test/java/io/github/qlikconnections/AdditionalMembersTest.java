package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.testkit.StubResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionalMembersTest extends FakeTenantFixture {

    private static final String ID = "3f0a1f0e-5c5e-4c5a-9a36-0d9e3f3c1a01";

    private DataConnection read(String members) {
        tenant.stubNext(StubResponse.json(200, "{\"qID\":\"" + ID + "\",\"qName\":\"Lake\"," + members + "}"));
        return qlik.dataConnections().get(ID);
    }

    @Test
    void undocumentedMembersOfAResponseAreReadable() {
        assertThat(read("\"labels\":[\"a\",null,{\"b\":true}],\"score\":1.50,\"count\":2,\"gone\":null")
                        .additionalMembers())
                .isEqualTo(Map.of(
                        "labels", List.of("a", Map.of("b", true)), "score", new BigDecimal("1.50"), "count", 2L));
    }

    @Test
    void membersWithAnAccessorAndLinksAreNotAdditional() {
        DataConnection connection = read("\"tenant\":\"t-1\",\"version\":\"V1\",\"links\":{\"self\":{\"href\":\"/\"}}");

        assertThat(connection.tenantId()).contains("t-1");
        assertThat(connection.version()).contains("V1");
        assertThat(connection.additionalMembers()).isEmpty();
        assertThat(connection.toMap()).containsEntry("tenant", "t-1").containsEntry("version", "V1");
    }

    @Test
    void memberWhoseNameSuggestsASecretIsASecret() {
        DataConnection connection = read("\"qCredentials\":{\"ciphertext\":\"hush\"},\"apiKeys\":[\"hush\"]");

        assertThat(connection.additionalMembers())
                .isEqualTo(Map.of(
                        "qCredentials",
                        Map.of("ciphertext", Secret.of("hush")),
                        "apiKeys",
                        List.of(Secret.of("hush"))));
        assertThat(connection.additionalMembers().toString()).doesNotContain("hush");
    }

    @Test
    void deeplyNestedMemberDoesNotFailACall() {
        String nested = "[".repeat(150) + "]".repeat(150);

        assertThat(read("\"deep\":" + nested).additionalMembers()).containsOnlyKeys("deep");
    }

    @Test
    void everyModelOfAResponseHasAdditionalMembers() {
        tenant.stubNext(StubResponse.json(200, "{\"id\":\"s1\",\"name\":\"Finance\",\"color\":\"red\"}"));
        assertThat(qlik.spaces().get("s1").additionalMembers()).containsEntry("color", "red");

        tenant.stubNext(StubResponse.json(200, "{\"qID\":\"c1\",\"qName\":\"Mine\",\"color\":\"red\"}"));
        assertThat(qlik.dataCredentials().get("c1").additionalMembers()).containsEntry("color", "red");

        tenant.stubNext(StubResponse.json(200, "{\"id\":\"u1\",\"name\":\"Ada\",\"color\":\"red\"}"));
        assertThat(qlik.users().get("u1").additionalMembers()).containsEntry("color", "red");

        tenant.stubNext(StubResponse.json(200, "{\"disabled\":true,\"color\":\"red\"}"));
        assertThat(qlik.dataSources().settings("rest").additionalMembers()).containsEntry("color", "red");

        tenant.stubNext(StubResponse.json(200, "{\"gateways\":[{\"id\":\"g1\",\"color\":\"red\"}]}"));
        assertThat(qlik.dataSources().gateways("DG_mssql").get(0).additionalMembers())
                .containsEntry("color", "red");

        tenant.stubNext(StubResponse.json(
                200, "{\"dataSources\":[{\"dataSourceId\":\"rest\",\"settings\":[{\"a\":1}],\"color\":\"red\"}]}"));
        assertThat(qlik.dataSources().list().get(0).additionalMembers())
                .isEqualTo(Map.of("settings", List.of(Map.of("a", 1L)), "color", "red"));
    }

    @Test
    void errorOfAResponseHasAdditionalMembers() {
        tenant.stubNext(StubResponse.json(
                400,
                "{\"errors\":[{\"code\":\"X-1\",\"meta\":{\"field\":\"qName\",\"limit\":[1,2]}}],\"traceId\":\"t1\"}"));

        QlikApiException failure = catchThrowableOfType(
                QlikApiException.class, () -> qlik.dataConnections().get(ID));

        Map<String, Object> meta = Map.of("field", "qName", "limit", List.of(1L, 2L));
        assertThat(failure.errors().get(0).additionalMembers()).isEqualTo(Map.of("meta", meta));
        assertThat(failure.errors().get(0).toMap()).containsEntry("meta", meta);
    }

    @Test
    void resultsOfABulkActionHaveAdditionalMembers() {
        tenant.stubNext(
                StubResponse.json(
                        207,
                        "{\"data\":[{\"id\":\"c1\",\"status\":400,\"color\":\"red\",\"error\":{\"code\":\"X-1\",\"hint\":\"no\"}}]}"));

        BulkItem item = catchThrowableOfType(
                        BulkFailureException.class, () -> qlik.dataConnections().deleteAll(List.of("c1")))
                .result()
                .items()
                .get(0);

        assertThat(item.additionalMembers()).isEqualTo(Map.of("color", "red"));
        assertThat(item.toMap()).containsEntry("color", "red");
        assertThat(item.error().orElseThrow().additionalMembers()).isEqualTo(Map.of("hint", "no"));
    }

    @Test
    void documentedMembersOfAUserWithoutAnAccessorAreReadable() {
        tenant.stubNext(StubResponse.json(200, "{\"id\":\"u1\",\"name\":\"Ada\",\"inviteExpiry\":1764288000}"));

        assertThat(qlik.users().get("u1").additionalMembers().get("inviteExpiry"))
                .hasToString("1764288000");
    }

    private Map<?, ?> lastBody() throws InvalidJsonException {
        return (Map<?, ?>) JsonReader.read(writes().get(writes().size() - 1).body());
    }

    @Test
    void additionalMemberOfADraftIsSentInBothForms() throws InvalidJsonException {
        qlik.dataConnections()
                .create(s3("Lake")
                        .additionalMember("description", "Sales")
                        .additionalMember("quota", Map.of("reads", 5, "rate", new BigDecimal("0.5")))
                        .build());
        assertThat(lastBody().get("description")).isEqualTo("Sales");
        assertThat(lastBody().get("quota")).isEqualTo(Map.of("reads", 5L, "rate", new BigDecimal("0.5")));

        ConnectStatement statement = ConnectStatement.builder("CUSTOM CONNECT TO \"provider=x\"", "x.exe")
                .build();
        qlik.dataConnections()
                .create(ConnectionDraft.builder("mssql", "Orders", statement)
                        .additionalMember("description", "Sales")
                        .build());
        assertThat(lastBody().get("description")).isEqualTo("Sales");
    }

    @Test
    void additionalMemberOfAReplacementAndADuplicateIsSent() throws InvalidJsonException {
        DataConnection connection =
                qlik.dataConnections().create(mssql("Orders").build());

        qlik.dataConnections()
                .replace(
                        connection.id(),
                        ConnectionReplacement.builder(connection)
                                .additionalMember("description", "Sales")
                                .build());
        assertThat(lastBody().get("description")).isEqualTo("Sales");

        qlik.dataConnections()
                .duplicate(
                        connection.id(),
                        DuplicateOptions.builder()
                                .name("Copy")
                                .additionalMember("description", "Sales")
                                .build());
        assertThat(lastBody().get("description")).isEqualTo("Sales");
    }

    @Test
    void secretAdditionalMemberIsSentAndRedactedInMessages() throws InvalidJsonException {
        ConnectionDraft draft =
                s3("Lake").additionalMember("vaultToken", "hush-hush").build();
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.error(400, "X", "Bad", "not hush-hush"));

        assertThatThrownBy(() -> qlik.dataConnections().create(draft))
                .isInstanceOf(QlikException.class)
                .hasMessageNotContaining("hush-hush");
        assertThat(lastBody().get("vaultToken")).isEqualTo("hush-hush");
        assertThat(draft.additionalMembers()).isEqualTo(Map.of("vaultToken", Secret.of("hush-hush")));
        assertThat(draft.toBuilder().build()).isEqualTo(draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"qName", "qname", "dataSourceId", "datasourceID", "connectionProperties", "qPassword", "tags"})
    void documentedMemberIsRejected(String name) {
        assertThatThrownBy(() -> s3("Lake").additionalMember(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The member " + name
                        + " is not an additional one. Use the method of the builder that sets it.");
    }

    @Test
    void documentedMembersOfOtherRequestsAreRejectedToo() {
        ConnectionReplacement.Builder replacement = ConnectionReplacement.builder("Lake", "x.exe", "CUSTOM CONNECT");

        assertThatThrownBy(() -> replacement.additionalMember("qEngineObjectID", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DuplicateOptions.builder().additionalMember("spaceId", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DuplicateOptions.builder()
                        .additionalMember("tags", List.of("raw"))
                        .build()
                        .additionalMembers())
                .containsKey("tags");
    }

    @Test
    void blankNameAndOtherTypesAreRejected() {
        assertThatThrownBy(() -> s3("Lake").additionalMember(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> s3("Lake").additionalMember("since", java.time.Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use String, Boolean, a number, Secret, List or Map");
    }
}
