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
        return ConnectionDraft.from(
                DataConnection.builder("c-1", "Orders")
                        .dataSourceId(spec.dataSourceId())
                        .credentialsId("k-1")
                        .properties(properties)
                        .build(),
                spec);
    }

    private static final ConnectionSpec SPEC = SpecFixtures.properties("""
            "host": {"type": "string"},
            "revision": {"type": "integer", "readOnly": true},
            "note": {"type": "string"},
            "password": {"type": "string"},
            "token": {"type": "string"}\
            """);

    @Test
    void undeclaredAndReadOnlyPropertiesAreNotCopied() {
        assertThat(copy(SPEC, Map.of("host", "db", "revision", 3, "cluster", "c-1"))
                        .properties())
                .isEqualTo(Map.of("host", "db"));
    }

    @Test
    void maskedValuesAreMissing() {
        ConnectionDraft copy = copy(SPEC, Map.of("host", "db", "note", "*****", "password", "\u2022\u2022\u2022"));

        assertThat(copy.properties()).containsOnlyKeys("host");
        assertThat(copy.missingSecrets()).containsExactly("note", "password");
    }

    @Test
    void secretThatTheTenantReturnsIsMissing() {
        ConnectionDraft copy = copy(SPEC, Map.of("host", "db", "password", "hush"));

        assertThat(copy.properties()).containsOnlyKeys("host");
        assertThat(copy.missingSecrets()).containsExactly("password");
    }

    @Test
    void allSecretsAreMissingIfTheSpecificationRequiresNone() {
        assertThat(copy(SPEC, Map.of("host", "db")).missingSecrets()).containsExactly("password", "token");
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

        assertThat(copy(SPEC, properties).properties()).isEqualTo(Map.of("note", List.of("a", Map.of("b", "c"))));
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
}
