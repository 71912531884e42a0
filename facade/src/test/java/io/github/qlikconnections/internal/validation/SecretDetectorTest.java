package io.github.qlikconnections.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.SpecFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretDetectorTest {

    private static final Map<String, Object> VALUES = Map.of(
            "host", "db",
            "hidden", Secret.of("hush"),
            "queryHeaders", List.of(Map.of("name", "X-Key", "value", "hush")),
            "parameters",
                    List.of(
                            Map.of("name", "page", "value", "1"),
                            Map.of("name", "api_key", "value", "hush"),
                            Map.of("name", "sig", "value", "hush", "encrypt", true),
                            Map.of("name", "query", "value", "hush", "encrypt", "True"),
                            Map.of("name", "page2", "value", "1", "encrypt", "false")),
            "options",
                    Map.of("proxy", Map.of("password", "hush", "user", "ann"), "list", List.of(1L, Secret.of("hush"))));

    private static SecretDetector places(boolean all) {
        return new SecretDetector(VALUES, new SecretAnnotations(Map.of()), all);
    }

    @ParameterizedTest
    @CsvSource({
        "/host, false",
        "/hidden, true",
        "/password, true",
        "/queryHeaders, true",
        "/queryHeaders/0, true",
        "/queryHeaders/0/value, true",
        "/queryHeaders/0/name, false",
        "/parameters, true",
        "/parameters/0, false",
        "/parameters/0/value, false",
        "/parameters/1/value, true",
        "/parameters/3/value, true",
        "/parameters/4/value, false",
        "/parameters/1/name, false",
        "/parameters/2/value, true",
        "/parameters/1, true",
        "/options, true",
        "/options/proxy, true",
        "/options/proxy/password, true",
        "/options/proxy/user, false",
        "/options/list, true",
        "/options/list/0, false",
        "/options/list/1, true"
    })
    void possibleSecretsAreDetected(String pointer, boolean secret) {
        assertThat(places(false).isSecret(pointer)).isEqualTo(secret);
        assertThat(places(true).isSecret(pointer)).isTrue();
    }

    @Test
    void valueThatContainsASecretIsSecretAsAWhole() {
        assertThat(places(false).isSecret("")).isTrue();
    }

    @Test
    void secretPropertiesOfADraftAreNamed() {
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                .set("marked", "a")
                .set("host", "db")
                .set("apiKey", "b")
                .secret("given", Secret.of("c"))
                .set("options", Map.of("password", "d"))
                .set("plain", Map.of("user", "e"))
                .build();

        assertThat(SpecFixtures.properties("\"marked\": {\"writeOnly\": true}, \"host\": {}")
                        .secretProperties(draft))
                .containsExactly("marked", "apiKey", "given", "options");
        assertThat(SpecFixtures.spec("7").secretProperties(draft))
                .containsExactlyElementsOf(draft.properties().keySet());
    }

    @Test
    void propertyOfAnUnusableSpecificationIsPresumedSecretOnlyByItsNameOrValue() {
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                .set("host", "db")
                .set("apiKey", "b")
                .secret("given", Secret.of("c"))
                .build();

        assertThat(SpecFixtures.spec("7").presumedSecretProperties(draft)).containsExactly("apiKey", "given");
        assertThat(SpecFixtures.properties("\"host\": {}").presumedSecretProperties(draft))
                .containsExactly("apiKey", "given");
    }

    @Test
    void markedMemberIsFoundInAListAndAnObject() {
        SecretAnnotations annotations = new SecretAnnotations(Map.of(
                "properties",
                Map.of(
                        "list",
                        Map.of("items", Map.of("properties", Map.of("zone", Map.of("writeOnly", true)))),
                        "object",
                        Map.of("properties", Map.of("zone", Map.of("writeOnly", true))))));

        assertThat(new SecretDetector(Map.of("list", List.of("x", Map.of("zone", "a"))), annotations, false)
                        .hasSecret("list"))
                .isTrue();
        assertThat(new SecretDetector(Map.of("list", List.of("x", Map.of("area", "a"))), annotations, false)
                        .hasSecret("list"))
                .isFalse();
        assertThat(new SecretDetector(Map.of("list", List.of()), annotations, false).hasSecret("list"))
                .isFalse();
        assertThat(new SecretDetector(Map.of("object", Map.of("zone", "a")), annotations, false).hasSecret("object"))
                .isTrue();
        assertThat(new SecretDetector(Map.of("object", Map.of("area", "a")), annotations, false).hasSecret("object"))
                .isFalse();
    }
}
