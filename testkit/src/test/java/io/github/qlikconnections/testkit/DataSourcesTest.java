package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourcesTest {

    private static final String LIST = "/api/v1/data-sources";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;

    @BeforeEach
    void createCaller() {
        api = new ApiCaller(tenant);
    }

    private List<String> ids(String query) {
        return api.get(LIST + query).json().path("dataSources").findValuesAsText("dataSourceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, LIST + "/"})
    void catalogIsListedWithAndWithoutATrailingSlash(String path) {
        ApiResponse response = api.get(path);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("dataSources").findValuesAsText("dataSourceId"))
                .containsExactly(
                        "File_AmazonS3ConnectorV2",
                        "rest",
                        "snowflake",
                        "mssql",
                        "DG_mssql",
                        "gbq",
                        "postgres",
                        "repsrc_mysql");
        assertThat(response.json().path("lastUpdated").asText()).matches(".*\\.\\d{3}Z");
        JsonNode s3 = response.json().at("/dataSources/0");
        assertThat(s3.path("name").asText()).isEqualTo("Qlik Web Connectors");
        assertThat(s3.path("dataSourceName").asText()).isEqualTo("Amazon S3 V2");
        assertThat(s3.path("dataLoadUrlOverride").isNull()).isTrue();
        assertThat(s3.has("uiInfo")).isFalse();
        assertThat(response.json().has("connectorNodes")).isFalse();
    }

    @Test
    void requestedDetailsAreAdded() {
        JsonNode body = api.get(LIST + "?detail=true&includeui=true&dataSourceId=mssql&dataSourceId=rest")
                .json();

        assertThat(body.path("dataSources").findValuesAsText("dataSourceId")).containsExactly("rest");
        assertThat(body.at("/dataSources/0/uiInfo/loadModelSupport").asText()).isEqualTo("false");
        assertThat(body.at("/connectorNodes/0/cachedDataSources/0").asText()).isEqualTo("rest");
    }

    @Test
    void s3IsDescribedAsInTheTutorial() {
        JsonNode specs = api.get(LIST + "/File_AmazonS3ConnectorV2/api-specs").json();

        assertThat(specs.path("connectorProvider").asText()).isEqualTo("QvWebStorageProviderConnectorPackage.exe");
        assertThat(specs.path("connectorVersion").asText()).isEqualTo("4.61.2");
        JsonNode schema = specs.path("connectionProperties");
        assertThat(schema.has("required")).isFalse();
        assertThat(schema.path("properties").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(
                        "region",
                        "bucketName",
                        "storeSseHeader",
                        "separateCredentials",
                        "selectedCredentials",
                        "credentialsName",
                        "accessKey",
                        "secretKey");
        assertThat(schema.at("/properties/region/enum")).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "snowflake", "mssql", "DG_mssql", "gbq", "postgres", "repsrc_mysql"})
    void otherSchemasAreDeclaredIllustrative(String id) {
        JsonNode schema = api.get(LIST + "/" + id + "/api-specs").json().path("connectionProperties");

        assertThat(schema.path("$comment").asText()).startsWith("Illustrative");
        assertThat(schema.path("required")).isNotEmpty();
    }

    @Test
    void gatewaysOfASourceAreListed() {
        JsonNode body = api.get(LIST + "/DG_mssql/gateways").json();

        assertThat(body.path("gateways")).hasSize(2);
        assertThat(body.at("/gateways/0/default").asBoolean()).isTrue();
        assertThat(body.at("/gateways/0/id").asText()).contains("::");
        assertThat(api.get(LIST + "/rest/gateways").status()).isEqualTo(404);
    }

    @Test
    void unknownSourceIs404InItsOwnShape() {
        ApiResponse response = api.get(LIST + "/nope/api-specs");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.error().path("meta").isObject()).isTrue();
        assertThat(response.error().has("status")).isFalse();
        assertThat(api.get(LIST + "?dataSourceId=nope").status()).isEqualTo(404);
    }

    @Test
    void disabledSourceIsNotListed() {
        assertThat(api.put(LIST + "/rest/settings", "{\"disabled\": true}").json())
                .hasToString("{\"disabled\":true}");

        assertThat(ids("")).doesNotContain("rest");
        assertThat(ids("?includeDisabled=true")).contains("rest");
        ApiResponse specs = api.get(LIST + "/rest/api-specs");
        assertThat(specs.status()).isEqualTo(404);
        assertThat(specs.error().path("code").asText()).isEqualTo("DCAAS-2001");
        assertThat(api.get(LIST + "/rest/settings").json()).hasToString("{\"disabled\":true}");
        assertThat(api.post(
                                "/api/v1/data-connections",
                                "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": {}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void settingsWithoutABooleanAreRejected() {
        assertThat(api.put(LIST + "/rest/settings", "{\"disabled\": \"true\"}").status())
                .isEqualTo(400);
        assertThat(api.put(LIST + "/rest/settings", "{}").status()).isEqualTo(400);
        assertThat(api.get(LIST + "/nope/settings").status()).isEqualTo(404);
    }

    @Test
    void sourceAddedByATestIsServed() {
        tenant.addDataSource(FakeDataSource.builder("acme_db")
                .displayName("Acme DB")
                .connector("AcmeConnector.exe", "3.1.4")
                .connectionProperties("{\"type\": \"object\", \"properties\": {\"key\": {\"writeOnly\": true}}}")
                .secretProperties("pin")
                .gateway("a::b", "left")
                .gateway("c::d", "right")
                .build());

        assertThat(ids("")).contains("acme_db");
        assertThat(api.get(LIST + "/acme_db/gateways")
                        .json()
                        .at("/gateways/1/default")
                        .asBoolean(true))
                .isFalse();
        api.created("{\"dataSourceId\": \"acme_db\", \"qName\": \"x\","
                + " \"connectionProperties\": {\"key\": \"K\", \"pin\": \"P\", \"host\": \"h\"}}");
        StoredConnection stored = tenant.connections().get(0);
        assertThat(stored.secrets()).containsOnlyKeys("key", "pin");
        assertThat(stored.connectStatement())
                .isEqualTo("CUSTOM CONNECT TO \"provider=AcmeConnector.exe;sourceType=acme_db;host=h;\"");
    }

    @Test
    void sourcesAreReadInTheFormOfTheCatalog() {
        tenant.addDataSource(FakeDataSource.fromJson("""
                        {"entry": {"dataSourceId": "acme_web", "provider": "AcmeWeb.exe", "dataSourceName": "Acme web",
                          "qriDefinition": {"qriPrefix": "qri:acme://", "connectionPart": {"properties": ["site"]}}},
                         "connectorVersion": "2.0.0", "secretProperties": ["pin"],
                         "connectionProperties": {"$schema": "urn:of-no-known-kind"}}
                        """));

        assertThat(ids("?dataSourceId=acme_web")).containsExactly("acme_web");
        assertThat(api.get(LIST + "/acme_web/api-specs")
                        .json()
                        .at("/connectionProperties/$schema")
                        .asText())
                .isEqualTo("urn:of-no-known-kind");
        tenant.addConnection("acme_web", "x", null, java.util.Map.of("pin", "P", "site", "s"));
        assertThat(tenant.connections().get(0).connectStatement())
                .isEqualTo("CUSTOM CONNECT TO \"provider=AcmeWeb.exe;site=s;\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeDataSource.fromJson("{}"))
                .withMessageContaining("dataSourceId");
        assertThatIllegalArgumentException().isThrownBy(() -> FakeDataSource.fromJson("{"));
    }
}
