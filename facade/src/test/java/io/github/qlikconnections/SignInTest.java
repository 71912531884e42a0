package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends FakeTenantFixture {

    private static final String REQUIRED = "{'type':'object','properties':{'authCode':{'type':'string','minLength':3},"
            + "'clientSecret':{'type':'string','writeOnly':true},'project':{'type':'string'},"
            + "'headers':{'type':'array'}},'required':['authCode','clientSecret']}";
    private static final String IN_A_BRANCH = "{'type':'object','properties':{'authCode':{'type':'string'},"
            + "'clientSecret':{'type':'string'},'project':{'type':'string'},'headers':{'type':'array'}},"
            + "'anyOf':[{'required':['authCode']},{'required':['user']}],'additionalProperties':false}";
    private static final String UNDECLARED = "{'type':'object','properties':{'clientSecret':{'type':'string'},"
            + "'project':{'type':'string'},'headers':{'type':'array'}},'required':['clientSecret']}";

    @ParameterizedTest
    @ValueSource(strings = {REQUIRED, IN_A_BRANCH, UNDECLARED})
    void firstStepRequiresNoCodeAndSendsNoSecret(String schema) {
        addDataSource(schema);

        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(draft().build());

        assertThat(challenge.authUrl()).isPresent();
        assertThat(writes())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"authUrlOnly\":true", "\"authCode\":\"\"", "\"project\":\"acme\"")
                        .doesNotContain("CS-1", "HEADER-1", "clientSecret"));
    }

    @Test
    void firstStepSendsAdditionalMembersWithoutSecrets() {
        addDataSource(REQUIRED);
        ConnectionDraft draft = draft().additionalMember("region", "eu")
                .additionalMember("vault", Map.of("path", "kv", "key", Secret.of("VAULT-1")))
                .additionalMember("keys", List.of(Secret.of("VAULT-2")))
                .build();

        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(draft);
        qlik.dataConnections().completeOAuth(challenge, Secret.of("CODE-1"));

        assertThat(writes().get(0).body())
                .contains("\"region\":\"eu\"")
                .doesNotContain("VAULT-1", "VAULT-2", "\"vault\"", "\"keys\"");
        assertThat(writes().get(1).body()).contains("VAULT-1", "VAULT-2");
    }

    @Test
    void firstStepOfAnUnusableSpecificationSendsWhatIsNotSecret() {
        addDataSource("{}");

        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(draft().build());

        assertThat(challenge.authUrl()).isPresent();
        assertThat(writes())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("\"authCode\":\"\"", "\"project\":\"acme\"")
                        .doesNotContain("CS-1", "HEADER-1"));
    }

    @Test
    void firstStepDoesNotSendTheCodeOfTheDraft() {
        addDataSource(REQUIRED);

        qlik.dataConnections()
                .beginOAuth(draft().secret("authCode", Secret.of("CODE-0")).build());

        assertThat(writes())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body()).contains("\"authCode\":\"\"").doesNotContain("CODE-0"));
    }

    @Test
    void secondStepSendsTheCodeAndTheSecrets() {
        addDataSource(REQUIRED);
        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(draft().build());

        qlik.dataConnections().completeOAuth(challenge, Secret.of("CODE-1"));

        assertThat(tenant.connections())
                .singleElement()
                .satisfies(stored -> assertThat(stored.secrets())
                        .containsEntry("authCode", "CODE-1")
                        .containsEntry("clientSecret", "CS-1"));
    }

    @Test
    void storedChallengeIsCompletedByAnotherClient() throws JsonProcessingException {
        addDataSource(REQUIRED);
        String space = tenant.addSpace("Finance", SpaceType.SHARED);
        OAuthChallenge begun = qlik.dataConnections()
                .beginOAuth(draft().inSpaceNamed("Finance").tags("sales").build());
        String stored = new ObjectMapper().writeValueAsString(begun.toMap());
        assertThat(stored).doesNotContain("CS-1", "HEADER-1").contains("acme");

        OAuthChallenge restored = OAuthChallenge.from(new ObjectMapper().readValue(stored, new TypeReference<>() {}));
        assertThat(restored.authUrl()).isEqualTo(begun.authUrl());
        assertThat(restored.draft().missingSecrets()).containsExactly("clientSecret", "headers");
        ConnectionDraft completed = restored.draft().toBuilder()
                .secret("clientSecret", Secret.of("CS-2"))
                .set("headers", List.of())
                .build();
        try (QlikClient other = client(tenant.apiKey())) {
            other.dataConnections().completeOAuth(restored.withDraft(completed), Secret.of("CODE-1"));
        }

        assertThat(tenant.connections())
                .singleElement()
                .satisfies(connection -> assertThat(connection.secrets())
                        .containsEntry("authCode", "CODE-1")
                        .containsEntry("clientSecret", "CS-2"))
                .satisfies(connection -> {
                    assertThat(connection.name()).isEqualTo("Warehouse");
                    assertThat(connection.space()).contains(space);
                    assertThat(connection.tags()).contains("sales");
                    assertThat(connection.properties()).containsEntry("project", "acme");
                });
    }

    @Test
    void storedChallengeKeepsEverythingExceptSecrets() {
        ConnectionDraft draft = ConnectionDraft.builder("signin", "Warehouse")
                .inSpace("5f2b8f4e9c1d4a0001a2b3c4")
                .set("port", 443)
                .set("options", Map.of("mode", "x"))
                .onGateway("Gateway 1")
                .secretsVersion("7")
                .build();

        assertThat(OAuthChallenge.from(OAuthChallenge.of(draft, null, null).toMap()))
                .isEqualTo(OAuthChallenge.of(draft, null, null));
    }

    @Test
    void storedChallengeOfASourceWithoutASignInNamesTheConnection() {
        OAuthChallenge begun = qlik.dataConnections().beginOAuth(s3("Lake").build());

        OAuthChallenge restored = OAuthChallenge.from(begun.toMap());

        assertThat(qlik.dataConnections()
                        .completeOAuth(restored, Secret.of("unused"))
                        .id())
                .isEqualTo(begun.created().orElseThrow().id());
    }

    @Test
    void mapOfSomethingElseIsRejected() {
        assertThatThrownBy(() -> OAuthChallenge.from(Map.of("name", "x")))
                .isInstanceOf(MalformedDraftException.class)
                .hasMessageContaining("has no usable member draft");
        assertThatThrownBy(() -> OAuthChallenge.from(Map.of("draft", Map.of(), "authUrl", 1)))
                .isInstanceOf(MalformedDraftException.class);
    }

    @Test
    void sourceWithoutASignInReceivesItsSecretsAfterTheCreation() {
        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(s3("Lake").build());

        DataConnection created = challenge.created().orElseThrow();
        assertThat(writes().get(0).body()).doesNotContain("AK-1", "SK-1");
        assertThat(tenant.connections())
                .singleElement()
                .satisfies(stored -> assertThat(stored.secrets())
                        .containsEntry("accessKey", "AK-1")
                        .containsEntry("secretKey", "SK-1"));
        assertThat(qlik.dataConnections().completeOAuth(challenge, Secret.of("unused")))
                .isEqualTo(created);
    }

    @ParameterizedTest
    @ValueSource(strings = {REQUIRED, UNDECLARED})
    void rejectionOfTheFirstStepNamesTheSecretsThatItLeavesOut(String schema) {
        addDataSource(schema);
        tenant.stubNext(
                "POST",
                "/api/v1/data-connections",
                StubResponse.error(400, "DCERROR-0010", "Bad request", "clientSecret is missing."));

        assertThatThrownBy(() -> qlik.dataConnections()
                        .beginOAuth(draft().secret("authCode", Secret.of("CODE-0"))
                                .additionalMember("vaultToken", "VAULT-1")
                                .build()))
                .isInstanceOfSatisfying(
                        QlikApiException.class,
                        error -> assertThat(error.status()).isEqualTo(400))
                .hasMessageContaining("clientSecret is missing.")
                .hasMessageContaining("contains no secrets. Omitted: clientSecret, headers, vaultToken.")
                .hasMessageContaining("useCredentialsNamed(name)")
                .hasMessageNotContaining("CS-1")
                .hasMessageNotContaining("HEADER-1");
    }

    @Test
    void rejectionOfAFirstStepWithoutSecretsKeepsTheMessageOfTheTenant() {
        addDataSource(REQUIRED.replace(",'clientSecret']", "]"));
        tenant.stubNext(
                "POST",
                "/api/v1/data-connections",
                StubResponse.error(400, "DCERROR-0010", "Bad request", "The project is closed."));

        assertThatThrownBy(() -> qlik.dataConnections()
                        .beginOAuth(ConnectionDraft.builder("signin", "Warehouse")
                                .set("project", "acme")
                                .build()))
                .hasMessageContaining("The project is closed.")
                .hasMessageNotContaining("contains no secrets");
    }

    @Test
    void secretsThatCannotFollowAreReportedWithTheConnectionThatExists() {
        tenant.stubNext(
                request -> request.method().equals("PATCH"),
                StubResponse.error(403, "DCERROR-0003", "No", "No right to update."));

        assertThatThrownBy(() -> qlik.dataConnections().beginOAuth(s3("Lake").build()))
                .isInstanceOf(QlikException.class)
                .hasMessageContaining("was created without a sign-in, but its secrets could not be set")
                .hasMessageContaining("No right to update.");
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void secretMemberThatCannotFollowIsReportedWithTheConnectionThatExists() {
        ConnectionDraft draft =
                s3("Lake").additionalMember("vaultToken", "VAULT-1").build();

        assertThatThrownBy(() -> qlik.dataConnections().beginOAuth(draft))
                .isInstanceOf(QlikException.class)
                .hasMessageContaining("was created without a sign-in and without its secret members vaultToken")
                .hasMessageContaining("Delete it and use create(draft).");
        assertThat(writes())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).doesNotContain("VAULT-1"));
    }

    @Test
    void connectStatementIsRejectedBeforeAnyRequest() {
        ConnectionDraft draft = ConnectionDraft.builder(
                        S3,
                        "Lake",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"x=y\"", "Some.exe")
                                .build())
                .build();

        assertThatThrownBy(() -> qlik.dataConnections().beginOAuth(draft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a connect statement, which does not accept a sign-in code");
        assertThat(tenant.requests()).isEmpty();
    }

    private void addDataSource(String schema) {
        tenant.addDataSource(FakeDataSource.builder("signin")
                .connectionProperties(schema.replace('\'', '"'))
                .secretProperties("clientSecret", "authCode")
                .oauth()
                .build());
    }

    private static ConnectionDraft.Builder draft() {
        return ConnectionDraft.builder("signin", "Warehouse")
                .set("project", "acme")
                .secret("clientSecret", Secret.of("CS-1"))
                .set("headers", List.of(Map.of("name", "x", "value", Secret.of("HEADER-1"))));
    }
}
