package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DataCredential;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialsTest extends FakeTenantFixture {

    @Test
    void separatedCredentialsAreCreatedAndReused() {
        DataConnection first = qlik.dataConnections()
                .create(s3("Lake").separateCredentials("Team account").build());
        DataCredential made = qlik.dataCredentials().findByName("Team account").orElseThrow();
        assertThat(first.credentialsId()).contains(made.id());
        assertThat(made.dataSourceId()).contains(S3);

        DataConnection byId = qlik.dataConnections()
                .create(withoutSecrets("B").useCredentials(made.id()).build());
        DataConnection byName = qlik.dataConnections()
                .create(withoutSecrets("C").useCredentialsNamed("Team account").build());
        assertThat(byId.credentialsId()).contains(made.id());
        assertThat(byName.credentialsId()).contains(made.id());
        assertThat(qlik.dataCredentials().get(made.id()).connectionCount()).isEqualTo(3);
    }

    @Test
    void missingNamedCredentialsAreReported() {
        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(withoutSecrets("B")
                                .useCredentialsNamed("Nobody's")
                                .build()))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessageContaining("no credentials named \"Nobody's\"");
        assertThat(writes()).isEmpty();
    }

    @Test
    void credentialsAreRenamedAndDeleted() {
        qlik.dataConnections()
                .create(s3("Lake").separateCredentials("Team account").build());
        String id =
                qlik.dataCredentials().findByName("Team account").orElseThrow().id();
        qlik.dataCredentials().rename(id, "Renamed / 2");
        assertThat(qlik.dataCredentials().findByName("Renamed / 2"))
                .map(DataCredential::id)
                .contains(id);
        assertThat(qlik.dataCredentials().delete(id)).isTrue();
        assertThat(qlik.dataCredentials().delete(id)).isFalse();
        assertThatThrownBy(() -> qlik.dataCredentials().get(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void orphanedCredentialsAreListed() {
        String id = qlik.dataConnections()
                .create(s3("Lake").separateCredentials("Team account").build())
                .id();
        assertThat(qlik.dataCredentials().orphans()).isEmpty();
        qlik.dataConnections().delete(id);
        assertThat(qlik.dataCredentials().orphans())
                .extracting(DataCredential::name)
                .containsExactly("Team account");
    }

    @Test
    void connectionIsCreatedByATwoStepSignIn() {
        ConnectionDraft draft = gbq().build();
        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(draft);
        assertThat(challenge.authUrl()).isPresent();
        assertThat(challenge.created()).isEmpty();
        assertThat(tenant.connections()).isEmpty();

        DataConnection created = qlik.dataConnections().completeOAuth(challenge, Secret.of("code-123"));
        assertThat(created.name()).isEqualTo("Warehouse");
        assertThat(tenant.connections())
                .singleElement()
                .satisfies(stored -> assertThat(stored.secrets()).containsEntry("authCode", "code-123"));
    }

    @Test
    void sourceWithoutASignInIsReported() {
        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(s3("Lake").build());
        assertThat(challenge.authUrl()).isEmpty();
        assertThat(challenge.created()).isPresent();
        assertThat(qlik.dataConnections().completeOAuth(challenge, Secret.of("unused")))
                .isEqualTo(challenge.created().orElseThrow());
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void gatewayIsSelectedByName() {
        String name = qlik.dataSources().gateways("DG_mssql").get(1).name();
        String id = qlik.dataSources().gateways("DG_mssql").get(1).id();
        qlik.dataConnections().create(onGateway("Db").onGateway(name).build());
        assertThat(tenant.connections().get(0).properties()).containsEntry("gatewayInstance", id);
        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(onGateway("Db2").onGateway("no such gateway").build()))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessageContaining("Available: ")
                .hasMessageContaining(name);
    }

    @Test
    void sourceIsDisabledAndEnabled() {
        assertThat(qlik.dataSources().settings("rest").disabled()).isFalse();
        qlik.dataSources().disable("rest");
        assertThat(qlik.dataSources().settings("rest").disabled()).isTrue();
        assertThat(qlik.dataSources().find("rest")).isEmpty();
        assertThatThrownBy(() -> qlik.dataSources().spec("rest"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("is disabled on this tenant");
        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(ConnectionDraft.builder("rest", "x")
                                .set("url", "https://x.example")
                                .build()))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessageContaining("disabled");
        qlik.dataSources().enable("rest");
        assertThat(qlik.dataSources().find("rest")).isPresent();
        assertThatThrownBy(() -> qlik.dataSources().disable("none-" + UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
    }

    private static io.github.qlikconnections.model.ConnectionDraft.Builder withoutSecrets(String name) {
        return ConnectionDraft.builder(S3, name).set("region", "eu-west-1").set("bucketName", "acme");
    }

    private static io.github.qlikconnections.model.ConnectionDraft.Builder gbq() {
        return ConnectionDraft.builder("gbq", "Warehouse")
                .set("OAuthMechanism", "1")
                .set("Catalog", "acme-data");
    }

    private static io.github.qlikconnections.model.ConnectionDraft.Builder onGateway(String name) {
        return ConnectionDraft.builder("DG_mssql", name)
                .set("host", "db.example.com")
                .set("port", 1433)
                .set("database", "sales")
                .set("username", "reader")
                .secret("password", Secret.of("PW-1"));
    }
}
