package io.github.qlikconnections.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.ApiKeyCredentials;
import io.github.qlikconnections.auth.OAuthCredentials;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final Map<String, String> ALL = Map.of(
            "QLIK_TENANT", "https://acme.eu.qlikcloud.com",
            "QLIK_API_KEY", "k",
            "QLIK_CLIENT_ID", "c",
            "QLIK_CLIENT_SECRET", "s");

    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Configuration configuration = new Configuration();

    @Test
    void valueThatWasSetPrecedesSystemPropertyVariableAndDefault() {
        configuration.readFrom(new Environment(properties::get, variables::get));

        assertThat(configuration.get(Setting.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        variables.put("QLIK_CONNECT_TIMEOUT", "11s");
        assertThat(configuration.get(Setting.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(11));
        properties.put("qlik.connectTimeout", "12s");
        assertThat(configuration.get(Setting.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(12));
        configuration.set(Setting.CONNECT_TIMEOUT, Duration.ofSeconds(13));
        assertThat(configuration.get(Setting.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void environmentIsReadOnlyIfItWasRequested() {
        assertThat(configuration.find(Setting.TENANT)).isEmpty();
        assertThat(configuration.credentials()).isEmpty();
        assertThatThrownBy(configuration::requireComplete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The tenant is missing: call tenant(\"https://your-tenant.eu.qlikcloud.com\") before build().");
    }

    @Test
    void apiKeyOrOAuthClientIsReadFromTheEnvironment() {
        set("TENANT API_KEY");
        assertThat(configuration.find(Setting.TENANT)).hasToString("Optional[https://acme.eu.qlikcloud.com]");
        assertThat(configuration.credentials()).get().isInstanceOf(ApiKeyCredentials.class);

        set("TENANT CLIENT_ID CLIENT_SECRET");
        assertThat(configuration.credentials()).get().isInstanceOfSatisfying(OAuthCredentials.class, client -> {
            assertThat(client.clientId()).isEqualTo("c");
            assertThat(client.clientSecret().reveal()).isEqualTo("s");
        });
    }

    @Test
    void apiKeyAndOAuthClientTogetherAreRejectedByName() {
        set("TENANT API_KEY CLIENT_SECRET");
        properties.put("qlik.clientId", "c");

        assertThatThrownBy(configuration::requireComplete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("An API key and an OAuth client are both set, by the environment variable QLIK_API_KEY, the"
                        + " system property qlik.clientId, the environment variable QLIK_CLIENT_SECRET. Remove the one that"
                        + " this process should not use.");
    }

    @Test
    void credentialsThatWereSetReplaceThoseOfTheEnvironment() {
        set("TENANT API_KEY CLIENT_ID CLIENT_SECRET");
        QlikCredentials own = QlikCredentials.apiKey(Secret.of("own"));

        configuration.credentials(own);

        assertThatCode(configuration::requireComplete).doesNotThrowAnyException();
        assertThat(configuration.credentials()).containsSame(own);
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
    void messageNamesExactlyWhatIsMissing(String set, String missing) {
        set(set);

        assertThatThrownBy(configuration::requireComplete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Not set in the environment: " + missing + ". Set ")
                .hasMessageEndingWith(" for this process, or configure the client with QlikClient.builder().");
    }

    @Test
    void messageStatesWhatToSet() {
        set("");
        assertThatThrownBy(configuration::requireComplete)
                .hasMessage(
                        "Not set in the environment: QLIK_TENANT, QLIK_API_KEY (or QLIK_CLIENT_ID and QLIK_CLIENT_SECRET)."
                                + " Set all of them, QLIK_TENANT to an address such as https://your-tenant.eu.qlikcloud.com,"
                                + " for this process, or configure the client with QlikClient.builder().");

        set("CLIENT_ID");
        configuration.set(Setting.TENANT, Tenant.parse("https://acme.eu.qlikcloud.com"));
        assertThatThrownBy(configuration::requireComplete)
                .hasMessage(
                        "Not set in the environment: QLIK_CLIENT_SECRET. Set it for this process, or configure the client"
                                + " with QlikClient.builder().");
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "10s, PT10S", "2m, PT2M", "1h, PT1H", "PT1M30S, PT1M30S", "' 7s ', PT7S"})
    void durationsHaveAUnitOrAreIso8601(String text, Duration expected) {
        set("");
        variables.put("QLIK_OPERATION_TIMEOUT", text);

        assertThat(configuration.get(Setting.OPERATION_TIMEOUT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qlik.operationTimeout | 10 | it must be a duration such as 500ms, 10s, 2m or PT1M30S.",
                "qlik.operationTimeout | 0s | operationTimeout must be positive, not PT0S",
                "qlik.maxAttempts | three | it must be a whole number of at most 2147483647.",
                "qlik.maxAttempts | 0 | maxAttempts must be at least 1, not 0",
                "qlik.maxResponseBytes | 16 MiB | it must be a whole number.",
                "qlik.validationPolicy | loose | it must be strict or lenient.",
                "qlik.apiVersion | 2026 | apiVersion must be a year and a month such as 2026-11."
            })
    void unusableValueIsReportedWithItsPlace(String property, String text, String problem) throws Exception {
        set("");
        properties.put(property, text);
        Setting<?> setting = Settings.all().stream()
                .filter(candidate -> candidate.systemProperty().equals(property))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> configuration.find(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot use the system property " + property + ": " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "lenient"})
    void validationPolicyIsReadByName(String name) {
        set("");
        variables.put("QLIK_VALIDATION_POLICY", name);

        assertThat(configuration.get(Setting.VALIDATION_POLICY)).isSameAs(SettingParsers.validationPolicy(name));
    }

    private void set(String names) {
        variables.clear();
        variables.put("QLIK_API_KEY", " ");
        Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> "QLIK_" + name)
                .forEach(name -> variables.put(name, ALL.get(name)));
        configuration.readFrom(new Environment(properties::get, variables::get));
    }
}
