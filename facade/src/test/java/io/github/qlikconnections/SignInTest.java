package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.testkit.FakeDataSource;
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
                        .beginOAuth(
                                draft().secret("authCode", Secret.of("CODE-0")).build()))
                .isInstanceOfSatisfying(
                        QlikApiException.class,
                        error -> assertThat(error.status()).isEqualTo(400))
                .hasMessageContaining("clientSecret is missing.")
                .hasMessageContaining("contains no secrets. Omitted: clientSecret, headers.")
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
