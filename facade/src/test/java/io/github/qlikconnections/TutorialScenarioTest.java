package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.Requirement;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.io.IOException;
import java.net.Socket;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The steps of the tutorial: find the source, read its specification, create a connection, read it, delete it. */
class TutorialScenarioTest {

    private static final String S3 = "File_AmazonS3ConnectorV2";

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    private QlikClient qlik;

    @BeforeEach
    void open() {
        qlik = client(tenant.url(), tenant.apiKey());
    }

    private static QlikClient client(String url, String key) {
        return TrackedClients.build(
                QlikClient.builder().tenant(url).credentials(QlikCredentials.apiKey(Secret.of(key))));
    }

    @AfterEach
    void close() {
        qlik.close();
    }

    @Test
    void sourcesAreListed() {
        assertThat(qlik.dataSources().list())
                .extracting(DataSource::id)
                .contains(S3, "rest", "snowflake", "mssql", "DG_mssql", "gbq", "postgres", "repsrc_mysql");
    }

    @Test
    void sourceIsFoundByIdOrAbsent() {
        assertThat(qlik.dataSources().find(S3)).map(DataSource::displayName).contains("Amazon S3 V2");
        assertThat(qlik.dataSources().find("file_amazons3connectorv2")).isEmpty();
        assertThat(qlik.dataSources().find("nothing like it")).isEmpty();
    }

    @Test
    void specificationIsFetchedOnceUntilItsCacheEntryExpires() {
        ConnectionSpec spec = qlik.dataSources().spec(S3);
        assertThat(spec.property("region")).hasValueSatisfying(region -> {
            assertThat(region.defaultValue()).contains("us-east-1");
            assertThat(region.allowedValues()).contains("eu-west-1", "af-south-1");
            assertThat(region.requirement()).isEqualTo(Requirement.NOT_STATED);
        });
        assertThat(qlik.dataSources().spec(S3)).isSameAs(spec);
        assertThat(tenant.requests()).hasSize(1);
    }

    @Test
    void unknownSourceIsReportedWithSimilarIds() {
        assertThatThrownBy(() -> qlik.dataSources().spec("File_AmazonS3Conector"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("\"File_AmazonS3Conector\" is unknown on this tenant")
                .hasMessageContaining("Nearest ids: " + S3);
    }

    @Test
    void gatewaysAreListed() {
        assertThat(qlik.dataSources().gateways("DG_mssql"))
                .hasSize(2)
                .extracting(Gateway::isDefault)
                .contains(true, false);
        assertThatThrownBy(() -> qlik.dataSources().gateways("DG_nothing")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void spaceIsFoundByItsWholeNameOnly() {
        String id = tenant.addSpace("Sales", SpaceType.SHARED);
        tenant.addSpace("Sales EMEA", SpaceType.SHARED);
        assertThat(qlik.spaces().findByName("Sales")).map(Space::id).contains(id);
        assertThat(qlik.spaces().findByName("sales")).isEmpty();
        assertThat(qlik.spaces().findByName("Sale")).isEmpty();
        assertThat(qlik.spaces().get(id).name()).isEqualTo("Sales");
        assertThat(qlik.spaces().list()).extracting(Space::name).contains("Sales", "Sales EMEA");
        assertThatThrownBy(() -> qlik.spaces().get("no-such-space")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void spaceOnALaterPageIsFound() {
        for (int i = 0; i < 230; i++) {
            tenant.addSpace("Team " + i, SpaceType.SHARED);
        }
        assertThat(qlik.spaces().findByName("Team 229")).isPresent();
        assertThat(qlik.spaces().list()).hasSizeGreaterThanOrEqualTo(230);
    }

    @Test
    void connectionIsCreatedReadAndDeleted() {
        String space = tenant.addSpace("Lake team", SpaceType.SHARED);
        DataConnection created = qlik.dataConnections()
                .create(s3("Sales lake").inSpaceNamed("Lake team").tags("eu").build());
        assertThat(created.name()).isEqualTo("Sales lake");
        assertThat(created.spaceId()).contains(space);
        assertThat(created.dataSourceId()).contains(S3);
        assertThat(created.created()).isPresent();
        assertThat(created.tags()).contains("eu").anyMatch(tag -> tag.startsWith("DcaasAPI:"));

        StoredConnection stored = tenant.connections().get(0);
        assertThat(stored.id()).isEqualTo(created.id());
        assertThat(stored.secrets()).containsEntry("accessKey", "AK-1").containsEntry("secretKey", "SK-1");

        DataConnection read = qlik.dataConnections().getWithProperties(created.id());
        assertThat(read.properties()).containsEntry("region", "eu-west-1").containsEntry("bucketName", "acme");
        assertThat(read.properties()).doesNotContainKeys("accessKey", "secretKey");
        assertThat(qlik.dataConnections().get(created.id()).properties()).isEmpty();

        assertThat(qlik.dataConnections().delete(created.id())).isTrue();
        assertThat(qlik.dataConnections().delete(created.id())).isFalse();
        assertThatThrownBy(() -> qlik.dataConnections().get(created.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(created.id());
    }

    @Test
    void personalSpaceIsTheDefault() {
        assertThat(qlik.dataConnections().create(s3("Mine").build()).spaceId()).isEmpty();
    }

    @Test
    void connectionIsCreatedFromAConnectStatement() {
        DataConnection created = qlik.dataConnections()
                .create(ConnectionDraft.builder(
                                "rest",
                                "By hand",
                                ConnectStatement.builder(
                                                "CUSTOM CONNECT TO \"provider=QvRestConnector.exe;url=https://x.example;\"",
                                                "QvRestConnector.exe")
                                        .build())
                        .build());
        assertThat(qlik.dataConnections().get(created.id()).connectStatement())
                .hasValueSatisfying(text -> assertThat(text).contains("url=https://x.example"));
    }

    @Test
    void allViolationsAreReportedTogetherAndNothingIsSent() {
        ConnectionDraft draft = ConnectionDraft.builder(S3, "Sales lake")
                .inSpaceNamed("Finanse")
                .set("region", "EU-WEST-1")
                .set("bucket_name", "acme")
                .set("separateCredentials", "perhaps")
                .secret("accessKey", Secret.of("AK-1"))
                .build();
        tenant.addSpace("Finance", SpaceType.SHARED);
        InvalidConnectionException invalid = catchThrowableOfType(
                InvalidConnectionException.class, () -> qlik.dataConnections().create(draft));
        assertThat(invalid.report().errors())
                .extracting(Violation::code)
                .contains(
                        ViolationCode.NOT_ALLOWED,
                        ViolationCode.WRONG_TYPE,
                        ViolationCode.UNKNOWN_PROPERTY,
                        ViolationCode.SPACE_NOT_FOUND);
        assertThat(invalid)
                .hasMessageContaining("eu-west-1")
                .hasMessageContaining("bucketName")
                .hasMessageContaining("Finance")
                .hasMessageNotContaining("AK-1");
        assertThat(tenant.requests()).noneMatch(request -> request.method().equals("POST"));
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void unknownSourceIsReportedAsAViolation() {
        ValidationReport report = qlik.dataConnections()
                .validate(ConnectionDraft.builder("snowflack", "x").build());
        assertThat(report.errors()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(ViolationCode.UNKNOWN_DATA_SOURCE);
            assertThat(violation.message()).contains("snowflake");
        });
    }

    @Test
    void duplicateNameIsReported() {
        qlik.dataConnections().create(s3("Sales lake").build());
        assertThatThrownBy(() -> qlik.dataConnections().create(s3("Sales lake").build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Sales lake");
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void missingSelectedCredentialsAreReported() {
        String unknownId = UUID.randomUUID().toString();
        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(ConnectionDraft.builder(S3, "x")
                                .set("region", "eu-west-1")
                                .set("bucketName", "acme")
                                .useCredentials(unknownId)
                                .build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("credentials");
    }

    @Test
    void everyRequestContainsTheToken() throws IOException {
        try (RawServer server = new RawServer(TutorialScenarioTest::sendEmptyResponse);
                QlikClient client = client(server.url(), "key-4711")) {
            client.dataSources().list();
            client.spaces().list().forEach(space -> {});
            client.dataConnections().delete(UUID.randomUUID().toString());

            assertThat(server.requests())
                    .hasSize(3)
                    .allSatisfy(request ->
                            assertThat(request.head().lines()).containsOnlyOnce("Authorization: Bearer key-4711"));
        }
    }

    private static void sendEmptyResponse(RawServer.Request request, Socket socket) throws IOException {
        if (request.method().equals("DELETE")) {
            RawServer.write(socket, "HTTP/1.1 204 No Content\r\n\r\n");
        } else {
            RawServer.send(socket, "200 OK", "application/json", "{\"data\": [], \"dataSources\": []}");
        }
    }

    @Test
    void everyRequestNamesTheLibrary() {
        qlik.dataSources().list();
        qlik.spaces().list().forEach(space -> {});
        assertThat(tenant.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("User-Agent"))
                        .hasValueSatisfying(agent -> assertThat(agent).startsWith("qlik-connections-java/")));
    }

    private static ConnectionDraft.Builder s3(String name) {
        return ConnectionDraft.builder(S3, name)
                .set("region", "eu-west-1")
                .set("bucketName", "acme")
                .secret("accessKey", Secret.of("AK-1"))
                .secret("secretKey", Secret.of("SK-1"));
    }
}
