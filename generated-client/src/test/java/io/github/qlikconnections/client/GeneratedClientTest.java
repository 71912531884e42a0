package io.github.qlikconnections.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.ConnectionGet;
import io.github.qlikconnections.client.dataconnections.model.Connections;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.PatchOperation;
import io.github.qlikconnections.client.dataconnections.model.PatchOperation.OpEnum;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi;
import io.github.qlikconnections.client.datasources.model.DataSourceNew;
import io.github.qlikconnections.client.spaces.api.SpacesApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the facade relies on, and what an option of the generator or a change of a document could take away. */
class GeneratedClientTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void createFromPropertiesSendsWhatWasSetAndNothingElse() throws ApiException {
        RecordingApiClient client = new RecordingApiClient("{}");

        new DataConnectionsApi(client)
                .createDataConnection(new DcaasConnectionCreate()
                        .qName("Orders")
                        .dataSourceId("postgres")
                        .connectionProperties(
                                JSON.objectNode().put("host", "db.example.com").put("port", "5432")));

        assertThat(client.method).isEqualTo("POST");
        assertThat(client.path).isEqualTo("/api/v1/data-connections");
        assertThat(client.body)
                .isEqualTo("{\"dataSourceId\":\"postgres\",\"qName\":\"Orders\","
                        + "\"connectionProperties\":{\"host\":\"db.example.com\",\"port\":\"5432\"}}");
    }

    @Test
    void createFromAConnectStatementSendsWhatWasSetAndNothingElse() throws ApiException {
        RecordingApiClient client = new RecordingApiClient("{}");

        new DataConnectionsApi(client)
                .createDataConnection(new ConnectionCreate()
                        .qName("Rates")
                        .qType("QvRestConnector.exe")
                        .qConnectStatement("CUSTOM CONNECT TO \"provider=QvRestConnector.exe;\"")
                        .datasourceID("rest"));

        assertThat(client.body)
                .isEqualTo("{\"qName\":\"Rates\",\"qType\":\"QvRestConnector.exe\",\"qConnectStatement\":"
                        + "\"CUSTOM CONNECT TO \\\"provider=QvRestConnector.exe;\\\"\",\"datasourceID\":\"rest\"}");
    }

    @Test
    void eitherAnswerToACreateArrivesAsItIs() throws ApiException {
        String connection = "{\"qID\":\"c-1\",\"qLogOn\":1,\"somethingNew\":{\"a\":[null]}}";
        String consent = "{\"authUrl\":\"https://consent.example.com\"}";

        for (String answer : List.of(connection, consent)) {
            JsonNode created =
                    new DataConnectionsApi(new RecordingApiClient(answer)).createDataConnection(JSON.objectNode());

            assertThat(created).hasToString(answer);
        }
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
    void patchSendsABareArrayWithTheValueAsItIs(JsonNode value, String sent) throws ApiException {
        RecordingApiClient client = new RecordingApiClient("");

        new DataConnectionsApi(client)
                .patchDataConnection(
                        "c-1",
                        List.of(new PatchOperation()
                                .op(OpEnum.REPLACE)
                                .path("/qName")
                                .value(value)),
                        null,
                        null);

        assertThat(client.body).isEqualTo("[{\"op\":\"replace\",\"path\":\"/qName\",\"value\":" + sent + "}]");
    }

    @Test
    void patchWithoutAValueSendsNone() throws ApiException {
        RecordingApiClient client = new RecordingApiClient("");

        new DataConnectionsApi(client)
                .patchDataConnection(
                        "c-1", List.of(new PatchOperation().op(OpEnum.REMOVE).path("/tags")), null, "code=4/x");

        assertThat(client.body).isEqualTo("[{\"op\":\"remove\",\"path\":\"/tags\"}]");
        assertThat(client.headers).containsEntry("qlik-auth-code", "code=4/x");
    }

    @Test
    void namesInAPathAreEncodedAndHeadersOfTheCallerGoAlong() throws ApiException {
        RecordingApiClient client = new RecordingApiClient("{}");

        new DataConnectionsApi(client)
                .getDataConnection(
                        "Ä/b c+%$", "connectionname", null, null, null, "space-1", null, true, Map.of("X-Trace", "7"));

        assertThat(client.path).isEqualTo("/api/v1/data-connections/%C3%84%2Fb%20c%2B%25%24");
        assertThat(client.query)
                .extracting(pair -> pair.getName() + "=" + pair.getValue())
                .containsExactlyInAnyOrder("type=connectionname", "spaceId=space-1", "parseConnection=true");
        assertThat(client.headers).containsEntry("X-Trace", "7");
    }

    @Test
    void unknownValuesAndMembersOfAnAnswerKeepTheirRawValueOrAreLeftOut() throws ApiException {
        ConnectionGet connection = onlyConnectionOf("""
                {"data": [{"qID": "c-1", "privileges": ["read", "archive"], "qLogOn": "LOG_ON_ROBOT", "qArchitecture": 7,
                  "created": "2026-02-03T09:15:22.4", "unheardOf": {"deep": [1, {"x": null}]}}],
                 "moreUnheardOf": true}
                """);

        assertThat(connection.getPrivileges()).containsExactly("read", "archive");
        assertThat(connection.getqLogOn()).isEqualTo("LOG_ON_ROBOT");
        assertThat(connection.getqArchitecture()).isEqualTo(7);
        assertThat(connection.getCreated()).isEqualTo("2026-02-03T09:15:22.4");
    }

    @Test
    void anIntegerForLogOnIsReadAsItsDigits() throws ApiException {
        assertThat(onlyConnectionOf("{\"data\": [{\"qLogOn\": 1}]}").getqLogOn())
                .isEqualTo("1");
    }

    @Test
    void nullAndAbsentListsAreReadAsNull() throws ApiException {
        ConnectionGet connection = onlyConnectionOf("{\"data\": [{\"qID\": \"c-1\", \"tags\": null}]}");
        Connections none = connections("{\"data\": null, \"errors\": null}");

        assertThat(connection.getTags()).isNull();
        assertThat(connection.getPrivileges()).isNull();
        assertThat(none.getData()).isNull();
        assertThat(none.getErrors()).isNull();
    }

    @Test
    void connectionPropertiesAreReadInWhateverFormTheyCome() throws ApiException {
        assertThat(onlyConnectionOf("{\"data\": [{\"connectionProperties\": {\"port\": 1}}]}")
                        .getConnectionProperties())
                .hasToString("{\"port\":1}");
        assertThat(onlyConnectionOf("{\"data\": [{\"connectionProperties\": \"{}\"}]}")
                        .getConnectionProperties())
                .isEqualTo(TextNode.valueOf("{}"));
    }

    @Test
    void anUnknownTypeOfSpaceKeepsItsRawValue() throws ApiException {
        RecordingApiClient client = new RecordingApiClient("{\"id\": \"s-1\", \"type\": \"galactic\"}");

        assertThat(new SpacesApi(client).getSpace("s-1").getType()).isEqualTo("galactic");
    }

    @Test
    void aDataSourceWithoutItsRequiredMembersIsStillRead() throws ApiException {
        RecordingApiClient client = new RecordingApiClient(
                "{\"dataSources\": [{\"dataSourceId\": \"rest\", \"dataLoadUrlOverride\": null, \"settings\": []}]}");

        List<DataSourceNew> sources = new DataSourcesApi(client)
                .listDataSources(null, null, null, null)
                .getDataSources();

        assertThat(sources).hasSize(1);
        assertThat(sources.get(0).getDataSourceId()).isEqualTo("rest");
        assertThat(sources.get(0).getProvider()).isNull();
    }

    private static ConnectionGet onlyConnectionOf(String answer) throws ApiException {
        List<ConnectionGet> connections = connections(answer).getData();
        assertThat(connections).hasSize(1);
        return connections.get(0);
    }

    private static Connections connections(String answer) throws ApiException {
        return new DataConnectionsApi(new RecordingApiClient(answer))
                .listDataConnections(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
