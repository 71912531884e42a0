package io.github.qlikconnections.internal.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.ApiKeyCredentials;
import io.github.qlikconnections.auth.OAuthCredentials;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientEnvironmentTest {

    private static final Map<String, String> ALL = Map.of(
            "QLIK_TENANT", "https://acme.eu.qlikcloud.com",
            "QLIK_API_KEY", "k",
            "QLIK_CLIENT_ID", "c",
            "QLIK_CLIENT_SECRET", "s");

    @Test
    void takesTheApiKeyBeforeTheOAuthClient() {
        assertThat(ClientEnvironment.read(ALL).credentials()).isInstanceOf(ApiKeyCredentials.class);
        assertThat(read("TENANT CLIENT_ID CLIENT_SECRET").credentials())
                .isInstanceOfSatisfying(OAuthCredentials.class, client -> {
                    assertThat(client.clientId()).isEqualTo("c");
                    assertThat(client.clientSecret().reveal()).isEqualTo("s");
                });
        assertThat(read("TENANT API_KEY").tenant()).isEqualTo("https://acme.eu.qlikcloud.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | QLIK_TENANT, QLIK_API_KEY (or QLIK_CLIENT_ID and QLIK_CLIENT_SECRET)",
                "TENANT | QLIK_API_KEY (or QLIK_CLIENT_ID and QLIK_CLIENT_SECRET)",
                "API_KEY | QLIK_TENANT",
                "TENANT CLIENT_ID | QLIK_CLIENT_SECRET",
                "TENANT CLIENT_SECRET | QLIK_CLIENT_ID",
                "CLIENT_SECRET | QLIK_TENANT, QLIK_CLIENT_ID"
            })
    void namesExactlyWhatIsMissing(String set, String missing) {
        assertThatThrownBy(() -> read(set))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Not set in the environment: " + missing + ". Set ")
                .hasMessageEndingWith(" for this process, or configure the client with QlikClient.builder().");
    }

    @Test
    void saysWhatToSetWhenSeveralAreMissing() {
        assertThatThrownBy(() -> read(""))
                .hasMessage(
                        "Not set in the environment: QLIK_TENANT, QLIK_API_KEY (or QLIK_CLIENT_ID and QLIK_CLIENT_SECRET)."
                                + " Set all of them, QLIK_TENANT to an address such as https://your-tenant.eu.qlikcloud.com,"
                                + " for this process, or configure the client with QlikClient.builder().");
        assertThatThrownBy(() -> read("TENANT CLIENT_ID"))
                .hasMessage(
                        "Not set in the environment: QLIK_CLIENT_SECRET. Set it for this process, or configure the client"
                                + " with QlikClient.builder().");
    }

    private static ClientEnvironment read(String set) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("QLIK_API_KEY", " ");
        Stream.of(set.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> "QLIK_" + name)
                .forEach(name -> environment.put(name, ALL.get(name)));
        return ClientEnvironment.read(environment);
    }
}
