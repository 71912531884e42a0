package io.github.qlikconnections.internal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.qlikconnections.Paged;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.model.Space;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documented responses, and real ones with wrong types, missing members and unknown members. */
class ResponseMappingTest {

    private static final String ID = "3f0a1f0e-5c5e-4c5a-9a36-0d9e3f3c1a01";
    private static final String SPEC =
            "{\"connectorProvider\":\"P.exe\",\"connectorVersion\":\"1.0\",\"connectionProperties\":"
                    + "{\"type\":\"object\",\"properties\":{\"url\":{\"type\":\"string\"},\"password\":{\"type\":\"string\"}}}}";

    @RegisterExtension
    static final WireMockExtension TENANT = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private QlikClient qlik;

    @BeforeEach
    void open() {
        qlik = TrackedClients.build(QlikClient.builder()
                .tenant(TENANT.baseUrl())
                .credentials(QlikCredentials.apiKey(Secret.of("key")))
                .backoffBaseDelay(Duration.ofMillis(1)));
    }

    @AfterEach
    void close() {
        qlik.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"created\":\"2026-11-01T00:00:00Z\",\"updated\":\"2026-11-02T00:00:00Z\"",
                "\"createdAt\":\"2026-11-01T00:00:00+0000\",\"updatedAt\":\"2026-11-02T00:00:00+0000\"",
                "\"createdAt\":\"2026-11-01T00:00:00Z\",\"updateAt\":\"2026-11-02T00:00:00Z\"",
                "\"createdAt\":\"2026-11-01T00:00:00Z\",\"updated\":\"2026-11-02T00:00:00Z\""
            })
    void datesAreReadFromAllTheirNames(String dates) {
        Instant created = Instant.parse("2026-11-01T00:00:00Z");
        Instant updated = Instant.parse("2026-11-02T00:00:00Z");

        respond("{\"qID\":\"" + ID + "\",\"qName\":\"n\"," + dates + "}");
        DataConnection connection = qlik.dataConnections().get(ID);
        assertThat(connection.created()).contains(created);
        assertThat(connection.updated()).contains(updated);
        assertThat(qlik.dataCredentials().get(ID).created()).contains(created);
        assertThat(qlik.dataCredentials().get(ID).updated()).contains(updated);

        respond("{\"id\":\"" + ID + "\",\"name\":\"n\"," + dates + "}");
        Space space = qlik.spaces().get(ID);
        assertThat(space.createdAt()).contains(created);
        assertThat(space.updatedAt()).contains(updated);
    }

    @Test
    void dataSourcesAreMapped() {
        respond(fixture("source-list.json"));
        List<DataSource> sources = qlik.dataSources().list();
        assertThat(sources).extracting(DataSource::id).containsExactly("File_AmazonS3ConnectorV2", "rest", "odd");
        DataSource s3 = sources.get(0);
        assertThat(s3.displayName()).isEqualTo("Amazon S3 V2");
        assertThat(s3.provider()).contains("QvWebStorageProviderConnectorPackage.exe");
        assertThat(s3.providerName()).contains("Web Connectors");
        assertThat(s3.propertyName()).contains("sourceType");
        assertThat(s3.qriPrefix()).contains("qri:file:s3://");
        assertThat(s3.capabilities()).containsExactly("streaming", "browse");
        assertThat(s3.disabled()).isFalse();
        DataSource rest = sources.get(1);
        assertThat(rest.displayName()).isEqualTo("rest");
        assertThat(rest.type()).contains("connector");
        assertThat(rest.disabled()).isTrue();
        assertThat(rest.capabilities()).isEmpty();
    }

    @Test
    void memberOfTheWrongTypeIsReadAsMissing() {
        respond(fixture("source-list.json"));
        DataSource odd = qlik.dataSources().list().get(2);
        assertThat(odd.capabilities()).isEmpty();
        assertThat(odd.qriPrefix()).isEmpty();
        assertThat(odd.disabled())
                .as("a boolean written as a string is that boolean")
                .isTrue();
    }

    @Test
    void createdConnectionIsMapped() {
        DataConnection created = create(fixture("connection-created.json"));
        assertThat(created.id()).isEqualTo(ID);
        assertThat(created.name()).isEqualTo("Sales lake");
        assertThat(created.dataSourceId()).contains("File_AmazonS3ConnectorV2");
        assertThat(created.spaceId()).contains("space-finance");
        assertThat(created.ownerId()).contains("user-1");
        assertThat(created.connectorType()).contains("QvWebStorageProviderConnectorPackage.exe");
        assertThat(created.connectStatement())
                .hasValueSatisfying(text -> assertThat(text).startsWith("CUSTOM CONNECT TO \"provider=Package.exe;"));
        assertThat(created.logOn()).contains("1");
        assertThat(created.qri()).contains("qri:file:s3://AAAA");
        assertThat(created.credentialsId()).contains("c0ffee00-0000-4000-8000-000000000001");
        assertThat(created.separateCredentials()).isFalse();
        assertThat(created.created()).contains(Instant.parse("2026-03-01T16:00:00.910Z"));
        assertThat(created.updated()).contains(Instant.parse("2026-03-01T16:00:00.912345678Z"));
        assertThat(created.tags()).containsExactly("DcaasAPI:QvWebStorageProviderConnectorPackage.exe:4.50.0");
        assertThat(created.privileges()).containsExactly("read", "update", "delete", "fly");
    }

    @Test
    void createdConnectionWithStringMembersIsMapped() {
        DataConnection created = create(fixture("connection-created-of-strings.json"));
        assertThat(created.name()).isEqualTo("Warehouse");
        assertThat(created.spaceId()).isEmpty();
        assertThat(created.logOn()).contains("LOG_ON_CURRENT_USER");
        assertThat(created.created()).isEmpty();
        assertThat(created.updated()).isEmpty();
        assertThat(created.tags()).isEmpty();
        assertThat(created.privileges()).isEmpty();
        assertThat(created.credentialsName()).contains("Team account");
        assertThat(created.separateCredentials()).isTrue();
    }

    @Test
    void connectionIsMappedWithItsProperties() {
        respond(fixture("connection-with-properties.json"));
        DataConnection connection = qlik.dataConnections().getWithProperties(ID);
        assertThat(connection.properties())
                .containsExactly(
                        Map.entry("region", "eu-west-1"),
                        Map.entry("bucketName", "acme"),
                        Map.entry("port", 443),
                        Map.entry("secure", true),
                        Map.entry("files", List.of(Map.of("name", "a"))));
        assertThat(connection.tags()).isEmpty();
        assertThat(connection.created()).contains(Instant.parse("2026-08-10T08:49:56.914Z"));
        assertThat(connection.updated())
                .as("a date without offset is taken as UTC")
                .contains(Instant.parse("2026-08-10T10:49:56Z"));
        assertThat(connection.connectionSecret()).contains(Secret.of("connection-level-secret"));
        assertThat(connection.toString()).doesNotContain("connection-level-secret", "eu-west-1", "CUSTOM");
        TENANT.verify(getRequestedFor(urlPathEqualTo("/api/v1/data-connections/" + ID))
                .withQueryParam("parseConnection", equalTo("true")));
    }

    @Test
    void propertiesWithinAStringAreParsed() {
        respond("{\"qID\":\"" + ID
                + "\",\"qName\":\"n\",\"connectionProperties\":\"{\\\"url\\\":\\\"https://x\\\"}\"}");
        assertThat(qlik.dataConnections().getWithProperties(ID).properties())
                .containsExactly(Map.entry("url", "https://x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no object\"", "17", "[1]", "null", "true"})
    void propertiesOfAnotherTypeAreReadAsMissing(String properties) {
        respond("{\"qID\":\"" + ID + "\",\"qName\":\"n\",\"connectionProperties\":" + properties + "}");
        assertThat(qlik.dataConnections().getWithProperties(ID).properties()).isEmpty();
    }

    @Test
    void dataFilesConnectionIsMapped() {
        respond(fixture("connection-datafiles.json"));
        DataConnection files = qlik.dataConnections().get("3f0a1f0e-5c5e-4c5a-9a36-0d9e3f3c1a03");
        assertThat(files.dataSourceId()).isEmpty();
        assertThat(files.created()).isEmpty();
        assertThat(files.logOn()).contains("0");
        assertThat(files.privileges()).containsExactly("read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "17", "\"text\"", "{", "{\"qID\":}"})
    void documentThatIsNotAnObjectIsRejected(String body) {
        respond(body);
        assertThatThrownBy(() -> qlik.dataConnections().get(ID))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is not the JSON that the API documents");
    }

    @Test
    void jsonNullIsRejected() {
        respond("null");
        assertThatThrownBy(() -> qlik.dataSources().list())
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is the JSON null");
    }

    @Test
    void gatewaysWithMissingMembersAreMapped() {
        respond("{\"gateways\":[{\"id\":\"a::b\",\"name\":\"Head office\",\"default\":true},{\"id\":\"c::d\"},{}]}");
        assertThat(qlik.dataSources().gateways("DG_mssql"))
                .containsExactly(
                        Gateway.builder("a::b", "Head office").isDefault(true).build(),
                        Gateway.builder("c::d", "c::d").build());
        respond("{}");
        assertThat(qlik.dataSources().gateways("DG_mssql")).isEmpty();
    }

    @Test
    void spaceIsMapped() {
        respond("{\"id\":\"s1\",\"name\":\"Finance\",\"type\":\"galactic\",\"ownerId\":\"u\",\"description\":\"d\","
                + "\"createdAt\":\"2026-07-15T15:03:40.138Z\",\"updatedAt\":\"2026-07-15T15:40:52.5Z\","
                + "\"meta\":{\"actions\":[\"read\"],\"roles\":\"none\"},\"links\":{}}");
        Space space = qlik.spaces().get("s1");
        assertThat(space.name()).isEqualTo("Finance");
        assertThat(space.type()).contains("galactic");
        assertThat(space.ownerId()).contains("u");
        assertThat(space.description()).contains("d");
        assertThat(space.createdAt()).contains(Instant.parse("2026-07-15T15:03:40.138Z"));
        assertThat(space.updatedAt()).contains(Instant.parse("2026-07-15T15:40:52.5Z"));
    }

    @Test
    void nextPageIsRequestedFromTheTenantWithTheCursorOfTheLink() {
        TENANT.stubFor(WireMock.get(urlEqualTo("/api/v1/spaces?limit=100"))
                .willReturn(okJson("{\"data\":[{\"id\":\"s1\",\"name\":\"One\"}],\"links\":{\"next\":{\"href\":"
                        + "\"https://elsewhere.example/api/v1/spaces?limit=100&next=c%2B1%3D\"}}}")));
        TENANT.stubFor(WireMock.get(urlEqualTo("/api/v1/spaces?limit=100&next=c%2B1%3D"))
                .willReturn(
                        okJson("{\"data\":[{\"id\":\"s2\",\"name\":\"Two\"}],\"links\":{\"next\":{\"href\":null}}}")));
        assertThat(qlik.spaces().list()).extracting(Space::name).containsExactly("One", "Two");
    }

    @Test
    void listThatRepeatsAPageIsIncomplete() {
        respond("{\"data\":[{\"id\":\"s1\",\"name\":\"One\"}],\"links\":{\"next\":{\"href\":\"/spaces?next=again\"}}}");
        Paged<Space> spaces = qlik.spaces().list();

        assertThat(spaces).hasSize(2);
        assertThat(spaces.warnings()).hasSize(1);
        assertThatThrownBy(() -> spaces.failOnIncomplete().stream().toList())
                .isInstanceOf(IncompleteListException.class)
                .hasMessageContaining("already fetched");
    }

    @Test
    void pathSegmentsArePercentEncoded() {
        respond("{\"gateways\":[]}");
        qlik.dataSources().gateways("a/b c%+ä?#");
        TENANT.verify(getRequestedFor(urlEqualTo("/api/v1/data-sources/a%2Fb%20c%25%2B%C3%A4%3F%23/gateways")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\r\nHost: evil", "a\u0000b"})
    void invalidIdIsRejectedBeforeARequest(String id) {
        assertThatThrownBy(() -> qlik.dataConnections().get(id)).isInstanceOf(IllegalArgumentException.class);
        assertThat(TENANT.getAllServeEvents()).isEmpty();
    }

    @Test
    void draftWithPropertiesIsSentWithExactlyTheDocumentedMembers() {
        create(fixture("connection-created.json"));
        TENANT.verify(WireMock.postRequestedFor(urlEqualTo("/api/v1/data-connections"))
                .withHeader("Content-Type", WireMock.containing("application/json"))
                .withRequestBody(WireMock.equalToJson(
                        "{\"dataSourceId\":\"rest\",\"qName\":\"Sales lake\",\"space\":\"s1\",\"tags\":[\"eu\"],"
                                + "\"connectionProperties\":{\"url\":\"https://x\",\"password\":\"p4ss\"}}")));
    }

    @Test
    void draftWithConnectStatementIsSentWithExactlyTheDocumentedMembers() {
        respond(SPEC);
        TENANT.stubFor(WireMock.post(anyUrl()).willReturn(okJson(fixture("connection-created.json"))));
        qlik.dataConnections()
                .create(ConnectionDraft.builder(
                                "rest",
                                "Old way",
                                ConnectStatement.builder("CUSTOM CONNECT TO \"provider=P.exe;\"", "P.exe")
                                        .username("me")
                                        .password(Secret.of("p4ss"))
                                        .build())
                        .build());
        TENANT.verify(WireMock.postRequestedFor(urlEqualTo("/api/v1/data-connections"))
                .withRequestBody(WireMock.equalToJson("{\"datasourceID\":\"rest\",\"qName\":\"Old"
                        + " way\",\"qType\":\"P.exe\",\"qUsername\":\"me\",\"qPassword\":\"p4ss\",\"qConnectStatement\":\"CUSTOM"
                        + " CONNECT TO \\\"provider=P.exe;\\\"\"}")));
    }

    @Test
    void secretOfAReplacementIsRedactedInErrors() {
        TENANT.stubFor(WireMock.put(anyUrl())
                .willReturn(okJson("{\"errors\":[{\"title\":\"No p4ss\"},{\"detail\":\"p4ss again\"}]}")
                        .withStatus(400)));
        QlikApiException exception = catchThrowableOfType(
                QlikApiException.class,
                () -> qlik.dataConnections()
                        .replace(
                                ID,
                                ConnectionReplacement.builder("n", "P.exe", "CUSTOM CONNECT TO \"provider=P.exe;\"")
                                        .connectionSecret(Secret.of("p4ss"))
                                        .build()));
        assertThat(exception.errors()).extracting(ApiError::toString).containsExactly("No [hidden]", "[hidden] again");
    }

    private DataConnection create(String response) {
        respond(SPEC);
        TENANT.stubFor(WireMock.post(anyUrl()).willReturn(okJson(response).withStatus(201)));
        return qlik.dataConnections()
                .create(ConnectionDraft.builder("rest", "Sales lake")
                        .inSpace("s1")
                        .tags("eu")
                        .set("url", "https://x")
                        .secret("password", Secret.of("p4ss"))
                        .build());
    }

    private static void respond(String json) {
        TENANT.stubFor(any(anyUrl()).willReturn(okJson(json)));
    }

    private static String fixture(String name) {
        try (InputStream file = ResponseMappingTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
