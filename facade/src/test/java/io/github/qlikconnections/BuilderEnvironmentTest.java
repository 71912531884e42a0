package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.configuration.Environment;
import io.github.qlikconnections.internal.configuration.Setting;
import io.github.qlikconnections.internal.configuration.Settings;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.rate.RateLimits;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that are configured by setters and by the environment. */
class BuilderEnvironmentTest {

    private static final String TENANT = "https://acme.eu.qlikcloud.com";
    private static final String OTHER_TENANT = "https://other.eu.qlikcloud.com";
    private static final String UNUSABLE = "no setting has such a value";

    private final Map<String, String> variables = new HashMap<>(Map.of("QLIK_TENANT", TENANT, "QLIK_API_KEY", "key"));

    @Test
    void clientIsBuiltFromTheEnvironmentAlone() {
        assertThat(build(builder())).isEqualTo("QlikClient[" + TENANT + "]");
    }

    @Test
    void setterPrecedesTheEnvironmentInEachOrder() {
        assertThat(build(builder().tenant(OTHER_TENANT))).isEqualTo("QlikClient[" + OTHER_TENANT + "]");
        assertThat(build(QlikClient.builder().tenant(OTHER_TENANT).environment(environment())))
                .isEqualTo("QlikClient[" + OTHER_TENANT + "]");
    }

    @Test
    void credentialsOfTheBuilderReplaceContradictoryVariables() {
        variables.put("QLIK_CLIENT_ID", "id");

        assertThatThrownBy(() -> build(builder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QLIK_API_KEY")
                .hasMessageContaining("QLIK_CLIENT_ID");
        assertThat(build(builder().credentials(QlikCredentials.apiKey(Secret.of("own")))))
                .isEqualTo("QlikClient[" + TENANT + "]");
    }

    @Test
    void rateLimitsOfTheBuilderReplaceBothVariables() {
        variables.put("QLIK_READS_PER_MINUTE", UNUSABLE);
        variables.put("QLIK_WRITES_PER_MINUTE", UNUSABLE);

        assertThatThrownBy(() -> build(builder())).hasMessageContaining("QLIK_READS_PER_MINUTE");
        assertThat(build(builder().rateLimits(RateLimits.perMinute(5, 5)))).contains(TENANT);
    }

    /** An unusable value in the environment shows that it is read without the setter, and ignored with it. */
    @ParameterizedTest
    @MethodSource("settingsWithASetter")
    void eachSetterReplacesItsOwnVariable(Setting<?> setting) throws ReflectiveOperationException {
        variables.put(setting.environmentVariable(), UNUSABLE);

        assertThatThrownBy(() -> build(builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot use the environment variable " + setting.environmentVariable() + ": ");

        QlikClientBuilder builder = builder();
        Method setter = setters(setting.name()).findFirst().orElseThrow();
        setter.invoke(builder, value(setting));
        assertThat(build(builder)).startsWith("QlikClient[https://");
    }

    static List<Setting<?>> settingsWithASetter() {
        return Settings.all().stream()
                .filter(setting -> setters(setting.name()).findFirst().isPresent())
                .toList();
    }

    private static Stream<Method> setters(String name) {
        return Stream.of(QlikClientBuilder.class.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1);
    }

    private static Object value(Setting<?> setting) {
        if (setting == Setting.TENANT) {
            return TENANT;
        }
        return setting.parse(setting.defaultText().orElse(setting == Setting.API_VERSION ? "2026-11" : "nightly-sync"));
    }

    private QlikClientBuilder builder() {
        return QlikClient.builder().environment(environment());
    }

    private Environment environment() {
        return new Environment(name -> null, variables::get);
    }

    private static String build(QlikClientBuilder builder) {
        try (QlikClient client = TrackedClients.build(builder)) {
            return client.toString();
        }
    }
}
