package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.testkit.SpaceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionCopyTest extends FakeTenantFixture {

    private ConnectionDraft copyOf(ConnectionDraft original) {
        DataConnection created = qlik.dataConnections().create(original);
        DataConnection connection = qlik.dataConnections().getWithProperties(created.id());
        ConnectionSpec spec = qlik.dataSources().spec(original.dataSourceId());
        return ConnectionDraft.from(connection, spec);
    }

    @Test
    void copyWithItsSecretsIsValidAndCreatedInAnotherSpace() {
        tenant.addSpace("Finance", SpaceType.SHARED);
        ConnectionDraft copy = copyOf(s3("Lake").tags("raw").build());

        ConnectionDraft.Builder builder = copy.toBuilder().inSpaceNamed("Finance");
        copy.missingSecrets().forEach(name -> builder.secret(name, Secret.of("new")));
        ConnectionDraft complete = builder.build();

        assertThat(copy.properties()).isEqualTo(Map.of("region", "eu-west-1", "bucketName", "acme"));
        assertThat(copy.tags()).containsExactly("raw");
        assertThat(copy.missingSecrets()).containsExactly("accessKey", "secretKey");
        assertThat(complete.missingSecrets()).isEmpty();
        assertThat(qlik.dataConnections().validate(complete).isValid()).isTrue();
        assertThat(qlik.dataConnections().ensure(complete).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(qlik.dataConnections().ensure(complete).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void userNameThatTheTenantKeepsWithTheCredentialsIsMissingToo() {
        ConnectionDraft copy = copyOf(mssql("Orders").build());

        assertThat(copy.missingSecrets()).containsExactly("username", "password");
        assertThat(copy.toBuilder().set("username", "reader").build().missingSecrets())
                .containsExactly("password");
    }

    @Test
    void passphraseOfAKeyThatTheConnectionDoesNotUseIsNotMissing() {
        ConnectionDraft.Builder snowflake = ConnectionDraft.builder("snowflake", "Warehouse")
                .set("server", "acme.snowflakecomputing.com")
                .set("database", "sales")
                .set("warehouse", "small")
                .set("username", "reader");

        assertThat(copyOf(snowflake.secret("password", Secret.of("PW-1")).build())
                        .missingSecrets())
                .containsExactly("username", "password");
        assertThat(copyOf(snowflake
                                .name("With a key")
                                .set("authenticator", "snowflake_jwt")
                                .unset("password")
                                .file("PRIV_KEY_FILE", "key.p8", new byte[] {1})
                                .build())
                        .missingSecrets())
                .containsExactly("username", "PRIV_KEY_FILE");
    }

    @Test
    void connectionWithoutCredentialsLacksNothing() {
        ConnectionDraft copy = copyOf(ConnectionDraft.builder("rest", "Orders")
                .set("url", "https://api.example.com")
                .build());

        assertThat(copy.missingSecrets()).isEmpty();
        assertThat(qlik.dataConnections()
                        .ensure(copy.toBuilder().name("Orders 2").build())
                        .outcome())
                .isEqualTo(EnsureOutcome.CREATED);
    }

    @Test
    void listWithSecretEntriesIsMissing() {
        ConnectionDraft copy = copyOf(ConnectionDraft.builder("rest", "Orders")
                .set("url", "https://api.example.com")
                .set("queryHeaders", List.of(Map.of("name", "X-API-Key", "value", Secret.of("hush"))))
                .set("queryParameters", List.of(Map.of("name", "page", "value", "1")))
                .build());

        assertThat(copy.properties()).containsKey("queryParameters").doesNotContainKey("queryHeaders");
        assertThat(copy.missingSecrets()).contains("queryHeaders");
    }

    @Test
    void separatedCredentialsAreNotCopiedAndCanBeSelected() {
        ConnectionDraft copy =
                copyOf(s3("Lake").separateCredentials("Lake credentials").build());

        assertThat(copy.properties())
                .containsEntry("separateCredentials", true)
                .doesNotContainKeys("selectedCredentials", "credentialsName");
        assertThat(copy.missingSecrets()).containsExactly("accessKey", "secretKey");
        assertThat(copy.toBuilder().useCredentials("c-1").build().missingSecrets())
                .isEmpty();
        assertThat(copy.toBuilder().useCredentialsNamed("Mine").build().missingSecrets())
                .isEmpty();
    }

    @Test
    void versionOfTheSecretsIsCopied() {
        ConnectionDraft copy = copyOf(s3("Lake").secretsVersion("2026-11").build());

        assertThat(copy.secretsVersion()).contains("2026-11");
        assertThat(copy.tags()).isEmpty();
    }

    @Test
    void connectStatementIsCopiedIfTheTenantReturnsNoProperties() {
        DataConnection connection = DataConnection.builder("c-1", "Orders")
                .dataSourceId("mssql")
                .connectorType("QvOdbcConnectorPackage.exe")
                .connectStatement("CUSTOM CONNECT TO \"provider=x\"")
                .logOn("1")
                .architecture(0)
                .credentialsId("k-1")
                .connectionSecret(Secret.of("hush"))
                .build();

        ConnectionDraft copy =
                ConnectionDraft.from(connection, qlik.dataSources().spec("mssql"));
        ConnectionDraft complete = copy.toBuilder()
                .secret("qPassword", Secret.of("PW-2"))
                .secret("qConnectionSecret", Secret.of("CS-2"))
                .build();

        assertThat(copy.missingSecrets()).containsExactly("qPassword", "qConnectionSecret");
        assertThat(complete.missingSecrets()).isEmpty();
        assertThat(complete.connectStatement())
                .contains(ConnectStatement.builder("CUSTOM CONNECT TO \"provider=x\"", "QvOdbcConnectorPackage.exe")
                        .logOn("1")
                        .architecture(0)
                        .separateCredentials(false)
                        .password(Secret.of("PW-2"))
                        .connectionSecret(Secret.of("CS-2"))
                        .build());
        assertThatThrownBy(() -> copy.toBuilder().secret("password", Secret.of("PW-2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A draft with a connect statement has no secret password. It takes qPassword and"
                        + " qConnectionSecret.");
    }

    @Test
    void specificationOfAnotherSourceAndAConnectionWithoutPropertiesAreRejected() {
        DataConnection connection =
                DataConnection.builder("c-1", "Orders").dataSourceId("mssql").build();

        assertThatThrownBy(() ->
                        ConnectionDraft.from(connection, qlik.dataSources().spec("rest")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The connection is of mssql, this specification of rest.");
        assertThatThrownBy(() ->
                        ConnectionDraft.from(connection, qlik.dataSources().spec("mssql")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The connection was read without its properties. Read it with getWithProperties(id).");
        DataConnection listed = qlik.dataConnections()
                .get(qlik.dataConnections().create(mssql("Orders").build()).id());
        assertThatThrownBy(() -> ConnectionDraft.from(listed, qlik.dataSources().spec("mssql")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
