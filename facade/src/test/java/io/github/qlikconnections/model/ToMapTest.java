package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.github.qlikconnections.auth.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToMapTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private static final DataConnection CONNECTION = DataConnection.builder("c-1", "Lake")
            .dataSourceId("rest")
            .created(Instant.parse("2026-11-28T01:02:03.004Z"))
            .connectStatement("CUSTOM CONNECT TO \"provider=x\"")
            .properties(Map.of("url", "https://user:hush@api.example.com", "password", "hush", "timeout", 30))
            .version("V1")
            .additionalMembers(Map.of("qCredentials", Map.of("ciphertext", "hush")))
            .build();

    @Test
    void connectionHasTheNamesOfTheApiAndHiddenSecrets() {
        assertThat(CONNECTION.toMap())
                .containsEntry("qID", "c-1")
                .containsEntry("datasourceID", "rest")
                .containsEntry("created", "2026-11-28T01:02:03.004Z")
                .containsEntry("qConnectStatement", "Secret[hidden]")
                .containsEntry(
                        "connectionProperties",
                        Map.of("url", "Secret[hidden]", "password", "Secret[hidden]", "timeout", 30L))
                .containsEntry("version", "V1")
                .containsEntry("qCredentials", Map.of("ciphertext", "Secret[hidden]"))
                .doesNotContainKeys("space", "tags", "updated");
    }

    @Test
    void mapCannotBeChanged() {
        Map<String, Object> map = CONNECTION.toMap();

        assertThatThrownBy(() -> map.put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((Map<?, ?>) map.get("connectionProperties"))::clear)
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void draftWithoutSecretsIsReadBackFromTheJsonOfItsMap() throws JsonProcessingException {
        ConnectionDraft draft = ConnectionDraft.builder("rest", "Lake")
                .inSpace("s-1")
                .tags("raw")
                .set("url", "https://api.example.com")
                .set("timeout", 30)
                .build();

        Map<String, Object> map = draft.toMap();

        assertThat(ConnectionDraft.fromJson(JACKSON.writeValueAsString(Map.of(
                        "dataSourceId", map.get("dataSourceId"),
                        "qName", map.get("qName"),
                        "space", map.get("space"),
                        "tags", map.get("tags"),
                        "connectionProperties", map.get("connectionProperties")))))
                .isEqualTo(draft);
    }

    @Test
    void draftWithAStatementHasItsMembers() {
        ConnectStatement statement = ConnectStatement.builder("CUSTOM CONNECT", "x.exe")
                .username("reader")
                .password(Secret.of("hush"))
                .build();

        assertThat(ConnectionDraft.builder("mssql", "Orders", statement)
                        .inSpaceNamed("Finance")
                        .build()
                        .toMap())
                .containsEntry("datasourceID", "mssql")
                .containsEntry("spaceName", "Finance")
                .containsEntry("qConnectStatement", "Secret[hidden]")
                .containsEntry("qUsername", "reader")
                .containsEntry("qPassword", "Secret[hidden]")
                .doesNotContainKeys("connectionProperties", "dataSourceId");
    }

    @Test
    void patchHasOperationsAsTheApiNamesThem() {
        assertThat(ConnectionPatch.builder()
                        .set("region", "eu-west-1")
                        .secret("secretKey", Secret.of("hush"))
                        .connectStatement("CUSTOM CONNECT")
                        .build()
                        .toMap())
                .isEqualTo(Map.of(
                        "operations",
                        List.of(
                                Map.of("op", "add", "path", "/connectionProperties/region", "value", "eu-west-1"),
                                Map.of(
                                        "op",
                                        "add",
                                        "path",
                                        "/connectionProperties/secretKey",
                                        "value",
                                        "Secret[hidden]"),
                                Map.of("op", "add", "path", "/qConnectStatement", "value", "Secret[hidden]"))));
    }

    @Test
    void jacksonWritesMapsAndFindsNoPropertiesInModels() throws JsonProcessingException {
        assertThat(JACKSON.writeValueAsString(CONNECTION.toMap())).contains("\"qName\":\"Lake\"");
        assertThatThrownBy(() -> JACKSON.writeValueAsString(CONNECTION)).isInstanceOf(InvalidDefinitionException.class);
        assertThat(JACKSON.writeValueAsString(
                        Gateway.builder("g-1", "Office").isDefault(true).build()))
                .isEqualTo("{\"default\":true}");
    }
}
