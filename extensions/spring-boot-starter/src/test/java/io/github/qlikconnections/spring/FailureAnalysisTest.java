package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.spring.health.QlikHealthAutoConfiguration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

class FailureAnalysisTest extends StarterFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeouts.connect=0s | connectTimeout must be positive",
                "timeouts.response=-1s | responseTimeout must be positive",
                "timeouts.create-response=0s | createResponseTimeout must be positive",
                "timeouts.connection-request=400d | connectionRequestTimeout must be at most 365 days",
                "timeouts.operation=0s | operationTimeout must be positive",
                "retries.max-attempts=0 | maxAttempts must be at least 1",
                "retries.backoff-base-delay=0s | backoffBaseDelay must be positive",
                "retries.backoff-max-delay=0s | backoffMaxDelay must be positive",
                "retries.max-retry-after=0s | maxRetryAfter must be positive",
                "rate-limits.reads-per-minute=0 | reads must be at least 1",
                "rate-limits.writes-per-minute=0 | writes must be at least 1",
                "max-connections=0 | maxConnections must be at least 1",
                "max-response-size=0B | maxResponseBytes must be at least 1",
                "validation.spec-cache-ttl=0s | specCacheTtl must be positive",
                "application-name=two words | ",
                "health.timeout=0s | operationTimeout must be positive",
                "health.cache-ttl=-1s | must not be negative",
                "api-version=today | apiVersion must be a year and a month such as 2026-11",
                "ssl.bundle=none | there is no SSL bundle \"none\"",
                "tenant=acme.eu.qlikcloud.com | https://acme.eu.qlikcloud.com",
                "tenant=http://acme.eu.qlikcloud.com | https"
            })
    void unusableSettingIsNamedWithTheReason(String setting, String reason) {
        String name = "qlik.connections." + setting.substring(0, setting.indexOf('='));
        FailureAnalysis analysis = analyze(configuredApplication()
                .withConfiguration(AutoConfigurations.of(QlikHealthAutoConfiguration.class))
                .withPropertyValues("management.health.qlik.enabled=true", "qlik.connections." + setting));

        assertThat(analysis.getDescription())
                .startsWith("The setting " + name + " cannot be used: ")
                .contains(Objects.requireNonNullElse(reason, ""));
        assertThat(analysis.getAction()).isEqualTo("Correct " + name + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeouts.connect=soon | a duration such as 500ms, 10s, 2m or PT1M30S",
                "retries.max-attempts=three | a whole number",
                "max-response-size=big | a size such as 512KB or 16MB",
                "validation.policy=loose | strict or lenient",
                "oauth.algorithm=HS256 | rs256 or rs512 or es384",
                "proxy.enabled=perhaps | true or false",
                "problem-details.enabled=perhaps | true or false",
                "health.cache-ttl=long | a duration such as 500ms, 10s, 2m or PT1M30S"
            })
    void valueOfAnotherTypeIsNotShownAndItsFormIsDescribed(String setting, String form) {
        int end = setting.indexOf('=');
        FailureAnalysis analysis = analyze(configuredApplication().withPropertyValues("qlik.connections." + setting));

        assertThat(analysis.getDescription())
                .startsWith("The value of the setting qlik.connections." + setting.substring(0, end))
                .doesNotContain(setting.substring(end + 1));
        assertThat(analysis.getAction())
                .isEqualTo("Set qlik.connections." + setting.substring(0, end) + " to " + form + ".");
    }

    @Test
    void valueOfAGroupIsReportedWithTheNamesInTheGroup() {
        FailureAnalysis analysis = analyze(configuredApplication().withPropertyValues("qlik.connections.timeouts=10s"));

        assertThat(analysis.getDescription()).startsWith("The value of the setting qlik.connections.timeouts");
        assertThat(analysis.getAction())
                .startsWith("It is a group. Its settings are qlik.connections.timeouts.connect,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api-kye=s3cret | There is no setting qlik.connections.api-kye | qlik.connections.api-key, ",
                "timeouts.conect=1s | There is no setting qlik.connections.timeouts.conect |"
                        + " qlik.connections.timeouts.connect, "
            })
    void unknownNameIsReportedWithTheKnownOnesAndWithoutItsValue(String setting, String description, String known) {
        FailureAnalysis analysis = analyze(configuredApplication().withPropertyValues("qlik.connections." + setting));

        assertThat(analysis.getDescription()).startsWith(description).doesNotContain("s3cret");
        assertThat(analysis.getAction()).contains(known.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | The setting qlik.connections.tenant is missing. | Set qlik.connections.tenant to the address",
                "tenant=https://acme.example | The credentials are missing. | Set qlik.connections.api-key, or",
                "tenant=https://acme.example api-key= | The credentials are missing. | Set qlik.connections.api-key,"
                        + " or",
                "tenant=https://acme.example api-key=k oauth.client-id=c | An API key and an OAuth client are both"
                        + " set. | Remove qlik.connections.api-key, or all settings that begin with"
                        + " qlik.connections.oauth.",
                "tenant=https://acme.example api-key=k oauth.scope=user_default | An API key and an OAuth client are"
                        + " both set. | Remove",
                "tenant=https://acme.example api-key=k oauth.key-id=k | An API key and an OAuth client are both set. |"
                        + " Remove",
                "tenant=https://acme.example api-key=k oauth.algorithm=RS256 | An API key and an OAuth client are both"
                        + " set. | Remove",
                "tenant=https://acme.example oauth.client-secret=s | The setting qlik.connections.oauth.client-id is"
                        + " missing. | Set qlik.connections.oauth.client-id to",
                "tenant=https://acme.example oauth.client-id=c | The setting qlik.connections.oauth.client-secret is"
                        + " missing. | or qlik.connections.oauth.private-key-location",
                "tenant=https://acme.example oauth.client-id=c oauth.client-secret=s oauth.private-key=k | A client"
                        + " secret and a private key are both set. | Keep one of",
                "tenant=https://acme.example oauth.client-id=c oauth.private-key=k oauth.private-key-location=file:/k"
                        + " | A private key and its location are both set. | Keep one of",
                "tenant=https://acme.example oauth.client-id=c oauth.private-key=k | The setting"
                        + " qlik.connections.oauth.algorithm is missing. | RS256, RS512 or ES384",
                "tenant=https://acme.example oauth.client-id=c oauth.client-secret=s oauth.key-id=k | An OAuth client"
                        + " with a client secret has neither | Remove",
                "tenant=https://acme.example oauth.client-id=c oauth.algorithm=RS256"
                        + " oauth.private-key-location=file:/none/k | The private key cannot be read from URL"
                        + " [file:/none/k] | a readable file",
                "tenant=https://acme.example oauth.client-id=c oauth.algorithm=RS256 oauth.private-key=s3cret | The"
                        + " credentials cannot be used: | qlik.connections.oauth",
                "tenant=https://acme.example api-key=s3cret\tk | The credentials cannot be used: |"
                        + " Correct qlik.connections.api-key",
                "tenant=https://acme.example api-key=${UNSET_KEY} | The API key is a placeholder that was not replaced. | "
                        + "Correct qlik.connections.api-key",
                "tenant=https://acme.example api-key=k proxy.host=p | Only one of the host and the port | proxy.port",
                "tenant=https://acme.example api-key=k proxy.host=p proxy.port=8080 proxy.user=u | The user and the"
                        + " password of the proxy | proxy.password",
                "tenant=https://acme.example api-key=k proxy.host=p proxy.port=8080 proxy.enabled=false | A proxy is"
                        + " set and disabled. | Remove qlik.connections.proxy.enabled.",
                "tenant=https://acme.example api-key=k proxy.host=p/x proxy.port=8080 | The setting"
                        + " qlik.connections.proxy.host cannot be used: | Correct"
            })
    void missingAndContradictorySettingsAreExplained(String settings, String description, String action) {
        ApplicationContextRunner runner = application;
        for (String setting : settings.split(" ", -1)) {
            runner = setting.equals("-") ? runner : runner.withPropertyValues("qlik.connections." + setting);
        }
        FailureAnalysis analysis = analyze(runner);

        assertThat(analysis.getDescription()).contains(description).doesNotContain("s3cret");
        assertThat(analysis.getAction()).contains(action).doesNotContain("s3cret");
    }

    /** Returns the analysis that Spring Boot would print. */
    private static FailureAnalysis analyze(ApplicationContextRunner application) {
        FailureAnalysis[] analysis = new FailureAnalysis[1];
        application.run(context -> analysis[0] = analyzers().stream()
                .map(analyzer -> analyzer.analyze(Objects.requireNonNull(context.getStartupFailure())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
        return analysis[0];
    }

    /** Spring Boot ignores analyzers whose classes are missing, too. */
    private static List<FailureAnalyzer> analyzers() {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(BeanFactory.class, new DefaultListableBeanFactory())
                                .and(Environment.class, new StandardEnvironment()),
                        (type, analyzer, failure) -> {});
        AnnotationAwareOrderComparator.sort(analyzers);
        return analyzers;
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void applicationEndsWithTheAnalysisInsteadOfAStackTrace(CapturedOutput output) {
        SpringApplication starting = new SpringApplication(Empty.class);
        starting.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> starting.run("--qlik.connections.tenant=https://acme.example"))
                .hasRootCauseInstanceOf(InvalidSettingException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The credentials are missing.")
                .contains("Set qlik.connections.api-key, or qlik.connections.oauth.client-id and"
                        + " qlik.connections.oauth.client-secret")
                .doesNotContain("\tat io.github.qlikconnections");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(QlikConnectionsAutoConfiguration.class)
    static class Empty {}
}
