package io.github.qlikconnections.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi.GetDataConnectionParams;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi.PatchDataConnectionParams;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.ConnectionGet;
import io.github.qlikconnections.client.dataconnections.model.Connections;
import io.github.qlikconnections.client.dataconnections.model.CreateResponse;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.PatchOperation;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi;
import io.github.qlikconnections.client.datasources.model.DataSourceNew;
import io.github.qlikconnections.client.spaces.api.SpacesApi;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the facade relies on, and what an option of the generator or a change of a document could take away. */
class GeneratedClientTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void createFromPropertiesSendsOnlySetMembers() {
        RecordingApiClient client = new RecordingApiClient("{}");

        DcaasConnectionCreate body = new DcaasConnectionCreate();
        body.qName = "Orders";
        body.dataSourceId = "postgres";
        body.connectionProperties =
                JSON.objectNode().put("host", "db.example.com").put("port", "5432");

        new DataConnectionsApi(client).createDataConnection(body);

        assertThat(client.method).isEqualTo("POST");
        assertThat(client.target).isEqualTo("/api/v1/data-connections");
        assertThat(client.body)
                .isEqualTo("{\"dataSourceId\":\"postgres\",\"qName\":\"Orders\","
                        + "\"connectionProperties\":{\"host\":\"db.example.com\",\"port\":\"5432\"}}");
    }

    @Test
    void createFromAConnectStatementSendsOnlySetMembers() {
        RecordingApiClient client = new RecordingApiClient("{}");

        ConnectionCreate body = new ConnectionCreate();
        body.qName = "Rates";
        body.qType = "QvRestConnector.exe";
        body.qConnectStatement = "CUSTOM CONNECT TO \"provider=QvRestConnector.exe;\"";
        body.datasourceID = "rest";

        new DataConnectionsApi(client).createDataConnection(body);

        assertThat(client.body)
                .isEqualTo("{\"qName\":\"Rates\",\"qType\":\"QvRestConnector.exe\",\"qConnectStatement\":"
                        + "\"CUSTOM CONNECT TO \\\"provider=QvRestConnector.exe;\\\"\",\"datasourceID\":\"rest\"}");
    }

    @Test
    void bothCreateResponsesAreReadByOneClass() {
        CreateResponse createResponse =
                createResponse("{\"qID\":\"c-1\",\"qLogOn\":1,\"somethingNew\":{\"a\":[null]}}");
        CreateResponse consent = createResponse("{\"authUrl\":\"https://consent.example.com\"}");

        assertThat(createResponse.qID).isEqualTo("c-1");
        assertThat(createResponse.authUrl).isNull();
        assertThat(consent.qID).isNull();
        assertThat(consent.authUrl).isEqualTo("https://consent.example.com");
    }

    private static CreateResponse createResponse(String response) {
        return new DataConnectionsApi(new RecordingApiClient(response)).createDataConnection(JSON.objectNode());
    }

    static Stream<Arguments> patchValues() {
        return Stream.of(
                Arguments.of(TextNode.valueOf("Orders"), "\"Orders\""),
                Arguments.of(BooleanNode.FALSE, "false"),
                Arguments.of(IntNode.valueOf(1433), "1433"),
                Arguments.of(JSON.arrayNode().add("a").add("b"), "[\"a\",\"b\"]"),
                Arguments.of(JSON.arrayNode(), "[]"));
    }

    @ParameterizedTest
    @MethodSource("patchValues")
    void patchSendsABareArrayWithTheUnchangedValue(JsonNode value, String sent) {
        RecordingApiClient client = new RecordingApiClient("");

        new DataConnectionsApi(client).patchDataConnection("c-1", List.of(operation("replace", "/qName", value)));

        assertThat(client.body).isEqualTo("[{\"op\":\"replace\",\"path\":\"/qName\",\"value\":" + sent + "}]");
    }

    @Test
    void patchWithoutAValueSendsNoValue() {
        RecordingApiClient client = new RecordingApiClient("");

        new DataConnectionsApi(client)
                .patchDataConnection(
                        "c-1",
                        List.of(operation("remove", "/tags", null)),
                        new PatchDataConnectionParams().qlikAuthCode("code=4/x"));

        assertThat(client.body).isEqualTo("[{\"op\":\"remove\",\"path\":\"/tags\"}]");
        assertThat(client.headers).containsEntry("qlik-auth-code", "code=4/x");
    }

    private static PatchOperation operation(String op, String path, JsonNode value) {
        PatchOperation operation = new PatchOperation();
        operation.op = op;
        operation.path = path;
        operation.value = value;
        return operation;
    }

    @Test
    void pathAndQueryAreEncodedAndNullParametersAreNotSent() {
        RecordingApiClient client = new RecordingApiClient("{}");

        new DataConnectionsApi(client)
                .getDataConnection(
                        "Ä/b c+%$",
                        new GetDataConnectionParams()
                                .parseConnection(true)
                                .type("connectionname")
                                .extended(null)
                                .spaceId("space & 0")
                                .spaceId("space & 1"));

        assertThat(client.target)
                .isEqualTo("/api/v1/data-connections/%C3%84%2Fb%20c%2B%25%24"
                        + "?type=connectionname&spaceId=space%20%26%201&parseConnection=true");
        assertThat(client.headers).isEmpty();
    }

    @Test
    void ignoredValuesAreSkipped() {
        RecordingApiClient client = new RecordingApiClient("""
            {"dataSources": [{"dataSourceId": "rest", "uiInfo": {"iframe": [{}]},
              "qriDefinition": {"qriPrefix": "qri:rest", "pathPart": {"prefix": 7}}, "disabled": true}]}
            """);

        DataSourceNew source =
                new DataSourcesApi(client).listDataSources().dataSources.get(0);

        assertThat(source.uiInfo).isNull();
        assertThat(source.qriDefinition.pathPart).isNull();
        assertThat(source.qriDefinition.qriPrefix).isEqualTo("qri:rest");
        assertThat(source.disabled).isTrue();
    }

    @Test
    void unknownValuesAreKeptAndUnknownMembersAreIgnored() {
        ConnectionGet connection = onlyConnectionOf("""
            {"data": [{"qID": "c-1", "privileges": ["read", "archive"], "qLogOn": "LOG_ON_ROBOT", "qArchitecture": 7,
              "created": "2026-02-03T09:15:22.4", "unknown": {"deep": [1, {"x": null}]}}],
             "alsoUnknown": true}
            """);

        assertThat(connection.privileges).containsExactly("read", "archive");
        assertThat(connection.qLogOn).isEqualTo("LOG_ON_ROBOT");
        assertThat(connection.qArchitecture).isEqualTo(7);
        assertThat(connection.created).isEqualTo("2026-02-03T09:15:22.4");
    }

    @Test
    void integerForLogOnIsReadAsAString() {
        assertThat(onlyConnectionOf("{\"data\": [{\"qLogOn\": 1}]}").qLogOn).isEqualTo("1");
    }

    @Test
    void nullAndAbsentListsAreReadAsNull() {
        ConnectionGet connection = onlyConnectionOf("{\"data\": [{\"qID\": \"c-1\", \"tags\": null}]}");
        Connections none = connections("{\"data\": null, \"errors\": null}");

        assertThat(connection.tags).isNull();
        assertThat(connection.privileges).isNull();
        assertThat(none.data).isNull();
        assertThat(none.errors).isNull();
    }

    @Test
    void connectionPropertiesAreReadFromObjectsAndStrings() {
        assertThat(onlyConnectionOf("{\"data\": [{\"connectionProperties\": {\"port\": 1}}]}").connectionProperties)
                .hasToString("{\"port\":1}");
        assertThat(onlyConnectionOf("{\"data\": [{\"connectionProperties\": \"{}\"}]}").connectionProperties)
                .isEqualTo(TextNode.valueOf("{}"));
    }

    @Test
    void unknownSpaceTypeIsKept() {
        RecordingApiClient client = new RecordingApiClient("{\"id\": \"s-1\", \"type\": \"galactic\"}");

        assertThat(new SpacesApi(client).getSpace("s-1").type).isEqualTo("galactic");
    }

    @Test
    void dataSourceWithoutRequiredMembersIsRead() {
        RecordingApiClient client = new RecordingApiClient(
                "{\"dataSources\": [{\"dataSourceId\": \"rest\", \"dataLoadUrlOverride\": null, \"settings\": []}]}");

        List<DataSourceNew> sources = new DataSourcesApi(client).listDataSources().dataSources;

        assertThat(sources).hasSize(1);
        assertThat(sources.get(0).dataSourceId).isEqualTo("rest");
        assertThat(sources.get(0).provider).isNull();
    }

    private static ConnectionGet onlyConnectionOf(String response) {
        List<ConnectionGet> connections = connections(response).data;
        assertThat(connections).hasSize(1);
        return connections.get(0);
    }

    private static Connections connections(String response) {
        return new DataConnectionsApi(new RecordingApiClient(response)).listDataConnections();
    }
}
