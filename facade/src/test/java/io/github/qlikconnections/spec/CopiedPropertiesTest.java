package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.validation.SpecFixtures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiedPropertiesTest {

    private static ConnectionDraft copy(ConnectionSpec spec, Map<String, Object> properties) {
        return ConnectionDraft.from(connection(properties).credentialsId("k-1").build(), spec);
    }

    private static DataConnection.Builder connection(Map<String, Object> properties) {
        return DataConnection.builder("c-1", "Orders")
                .dataSourceId(SpecFixtures.SOURCE)
                .properties(properties);
    }

    private final ConnectionSpec spec = SpecFixtures.properties("""
        "host": {"type": "string"},
        "revision": {"type": "integer", "readOnly": true},
        "note": {"type": "string"},
        "password": {"type": "string"},
        "token": {"type": "string"}\
        """);

    @Test
    void undeclaredAndReadOnlyPropertiesAreNotCopied() {
        assertThat(copy(spec, Map.of("host", "db", "revision", 3, "cluster", "c-1"))
                        .properties())
                .isEqualTo(Map.of("host", "db"));
    }

    @Test
    void maskedValuesAreMissing() {
        ConnectionDraft copy = copy(spec, Map.of("host", "db", "note", "*****", "password", "\u2022\u2022\u2022"));

        assertThat(copy.properties()).containsOnlyKeys("host");
        assertThat(copy.missingSecrets()).containsExactly("note", "password");
    }

    @Test
    void secretThatTheTenantReturnsIsMissing() {
        ConnectionDraft copy = copy(spec, Map.of("host", "db", "password", "hush"));

        assertThat(copy.properties()).containsOnlyKeys("host");
        assertThat(copy.missingSecrets()).containsExactly("password");
    }

    @Test
    void allSecretsAreMissingIfTheSpecificationRequiresNone() {
        assertThat(copy(spec, Map.of("host", "db")).missingSecrets()).containsExactly("password", "token");
    }

    @Test
    void onlyRequiredSecretsAreMissingIfTheSpecificationRequiresOne() {
        ConnectionSpec spec = SpecFixtures.spec("""
            {
              "type": "object",
              "properties": {
                "mode": {"enum": ["basic", "token"]},
                "password": {"type": "string"},
                "token": {"type": "string"}
              },
              "required": ["mode"],
              "allOf": [
                {"if": {"properties": {"mode": {"const": "token"}}}, "then": {"required": ["token"]},
                 "else": {"required": ["password"]}}
              ]
            }\
            """);

        assertThat(copy(spec, Map.of("mode", "token")).missingSecrets()).containsExactly("token");
        assertThat(copy(spec, Map.of("mode", "basic")).missingSecrets()).containsExactly("password");
    }

    @Test
    void nullsAreNotCopied() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("host", null);
        properties.put("note", Arrays.asList("a", null, Map.of("b", "c")));

        assertThat(copy(spec, properties).properties()).isEqualTo(Map.of("note", List.of("a", Map.of("b", "c"))));
    }

    @Test
    void unusableSpecificationHidesSecretsByTheirNames() {
        ConnectionSpec unusable = SpecFixtures.specAsItIs("\"none\"");

        ConnectionDraft copy = copy(unusable, Map.of("host", "db", "apiKey", "hush"));

        assertThat(copy.properties()).containsOnlyKeys("host");
        assertThat(copy.missingSecrets()).containsExactly("apiKey");
        assertThat(copy.toBuilder().secret("apiKey", Secret.of("x")).build().missingSecrets())
                .isEmpty();
    }

    @Test
    void connectionWithoutCredentialsLacksOnlyWhatTheSpecificationRequires() {
        ConnectionSpec required = SpecFixtures.spec("""
            {"properties": {"host": {}, "username": {}, "password": {}, "token": {}},
             "required": ["password", "host", "username"]}\
            """);

        assertThat(ConnectionDraft.from(connection(Map.of()).build(), required).missingSecrets())
                .as("without the host, which is no credential, and the token, which is optional")
                .containsExactly("username", "password");
        assertThat(ConnectionDraft.from(connection(Map.of("host", "db")).build(), spec)
                        .missingSecrets())
                .isEmpty();
    }

    @Test
    void secretThatAMissingSecretRequiresIsMissingToo() {
        ConnectionSpec chain = SpecFixtures.spec("""
            {"properties": {"password": {}, "token": {}, "secretKey": {}, "passphrase": {}},
             "required": ["secretKey"], "dependentRequired": {"secretKey": ["token"]}}\
            """);

        assertThat(copy(chain, Map.of()).missingSecrets()).containsExactly("token", "secretKey");
    }

    @Test
    void secretThatIsOfUseOnlyWithAnotherOneIsNotMissing() {
        ConnectionSpec dependent = SpecFixtures.spec("""
            {"properties": {"password": {}, "passphrase": {}, "privateKeyFile": {"type": "array"}},
             "dependentRequired": {"passphrase": ["privateKeyFile"]}}\
            """);

        assertThat(copy(dependent, Map.of()).missingSecrets()).containsExactly("password");
    }

    @Test
    void secretOfOneAuthenticationModeAFileAndAListOfHeadersAreNotMissing() {
        ConnectionSpec optional = SpecFixtures.spec("""
            {"properties": {"mode": {}, "token": {}, "privateKeyFile": {"type": "array"},
                            "queryHeaders": {"type": "array"}, "secrets": {"type": "object"}, "password": {}},
             "if": {"properties": {"mode": {"const": "token"}}, "required": ["mode"]}, "then": {"required": ["token"]}}\
            """);

        assertThat(copy(optional, Map.of()).missingSecrets()).containsExactly("password");
    }

    @Test
    void userNameIsMissingOnlyBesideASecret() {
        ConnectionSpec named = SpecFixtures.properties("\"username\": {}, \"password\": {}");

        assertThat(copy(named, Map.of()).missingSecrets()).containsExactly("username", "password");
        assertThat(copy(named, Map.of("username", "ann")).missingSecrets()).containsExactly("password");
        assertThat(copy(SpecFixtures.properties("\"username\": {}"), Map.of()).missingSecrets())
                .isEmpty();
    }

    @Test
    void anonymousConnectionLacksNothing() {
        String properties = "\"authSchema\": {%s}, \"mode\": {}, \"username\": {}, \"password\": {}";
        ConnectionSpec withoutDefault = SpecFixtures.properties(properties.formatted(""));
        ConnectionSpec anonymousByDefault = SpecFixtures.properties(properties.formatted("\"default\": \"anonymous\""));

        assertThat(copy(withoutDefault, Map.of("authSchema", "Anonymous")).missingSecrets())
                .isEmpty();
        assertThat(copy(anonymousByDefault, Map.of()).missingSecrets()).isEmpty();
        assertThat(copy(anonymousByDefault, Map.of("authSchema", "basic")).missingSecrets())
                .containsExactly("username", "password");
        assertThat(copy(withoutDefault, Map.of("mode", "anonymous")).missingSecrets())
                .as("a property that is not about the authentication")
                .containsExactly("username", "password");
    }

    @Test
    void emptyValuesAndReferencesToCredentialsAreNotMissing() {
        ConnectionSpec references = SpecFixtures.properties(
                "\"authCode\": {}, \"note\": {}, \"apiKey\": {}, \"queryHeaders\": {\"type\": \"array\"},"
                        + " \"trustedCerts\": {\"type\": \"array\"}, \"secrets\": {\"type\": \"object\"}");
        Map<String, Object> properties =
                new HashMap<>(Map.of("authCode", "c-1", "note", "a", "apiKey", " ", "queryHeaders", List.of()));
        properties.put("secrets", Map.of());
        properties.put("trustedCerts", List.of(Map.of("name", "ca.pem")));

        ConnectionDraft copy = ConnectionDraft.from(connection(properties).build(), references);

        assertThat(copy.properties()).containsOnlyKeys("note");
        assertThat(copy.missingSecrets()).containsExactly("trustedCerts");
    }
}
