package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WithOptionsTest extends FakeTenantFixture {

    @Override
    QlikClient client(String key) {
        return TrackedClients.build(builder());
    }

    @Test
    void maxAttemptsOfADerivedClientLeavesTheOriginalUnchanged() {
        tenant.stubAll(request -> true, request -> StubResponse.status(503));
        QlikClient once = qlik.withOptions(o -> o.maxAttempts(1));

        assertThat(catchThrowableOfType(
                                ServerException.class, () -> once.spaces().findByName("x"))
                        .attempts())
                .isEqualTo(1);
        assertThat(catchThrowableOfType(
                                ServerException.class, () -> qlik.spaces().findByName("x"))
                        .attempts())
                .isEqualTo(3);
    }

    @Test
    void operationTimeoutBoundsEachRequestOfADerivedClient() {
        tenant.stubNext(StubResponse.passThrough().delayed(Duration.ofSeconds(20)));
        QlikClient impatient = qlik.withOptions(o -> o.operationTimeout(Duration.ofMillis(50)));

        assertThatThrownBy(() -> impatient.dataSources().list())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("it was not done within 50 ms");
    }

    @Test
    void derivedClientMayWaitLongerThanTheOriginal() {
        try (QlikClient impatient = TrackedClients.build(builder().operationTimeout(Duration.ofMillis(100)))) {
            tenant.stubNext(StubResponse.passThrough().delayed(Duration.ofMillis(200)));

            assertThatCode(() -> impatient
                            .withOptions(o -> o.operationTimeout(Duration.ofSeconds(30)))
                            .dataSources()
                            .list())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void validationPolicyAppliesToTheDerivedClient() {
        ConnectionDraft draft = s3("Lake").set("unlisted", "x").build();
        QlikClient lenient = qlik.withOptions(o -> o.validationPolicy(ValidationPolicy.lenient()));

        assertThatThrownBy(() -> qlik.dataConnections().create(draft)).isInstanceOf(InvalidConnectionException.class);
        assertThat(lenient.dataConnections().create(draft).name()).isEqualTo("Lake");
    }

    @Test
    void optionsThatAreNotSetAreThoseOfTheClientItIsDerivedFrom() {
        tenant.stubAll(request -> true, request -> StubResponse.status(503));
        QlikClient derived =
                qlik.withOptions(o -> o.maxAttempts(2)).withOptions(o -> o.operationTimeout(Duration.ofMinutes(1)));

        assertThat(catchThrowableOfType(
                                ServerException.class,
                                () -> derived.dataSources().list())
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    void specificationsAreCachedForBothClients() {
        qlik.dataSources().spec(S3);
        int requests = tenant.requests().size();

        qlik.withOptions(o -> o.maxAttempts(1)).dataSources().spec(S3);

        assertThat(tenant.requests()).hasSize(requests);
    }

    @Test
    void tokensAreRequestedOnceForBothClients() {
        AtomicInteger tokens = new AtomicInteger();
        try (QlikClient base = TrackedClients.build(
                QlikClient.builder().tenant(tenant.url()).credentials(QlikCredentials.tokens(() -> {
                    tokens.incrementAndGet();
                    return Secret.of(tenant.apiKey());
                })))) {
            base.withOptions(o -> o.maxAttempts(1)).dataSources().list();

            assertThat(tokens).hasValue(1);
        }
    }

    @Test
    void rateLimitThatOneClientIsToldClosesTheTierForTheOther() {
        tenant.stubNext(StubResponse.status(429).header("Retry-After", "3600"));
        assertThatThrownBy(() ->
                        qlik.withOptions(o -> o.maxAttempts(1)).dataSources().list())
                .isInstanceOf(RateLimitedException.class);
        int requests = tenant.requests().size();

        assertThatThrownBy(() -> qlik.dataSources().list()).isInstanceOf(RateLimitedException.class);
        assertThat(tenant.requests()).hasSize(requests);
    }

    @Test
    void closingADerivedClientHasNoEffect() {
        QlikClient derived = qlik.withOptions(o -> o.maxAttempts(1));

        derived.close();

        assertThatCode(() -> qlik.dataSources().list()).doesNotThrowAnyException();
        assertThatCode(() -> derived.dataSources().list()).doesNotThrowAnyException();
    }

    @Test
    void closingTheOriginalClosesDerivedClients() {
        QlikClient base = client(tenant.apiKey());
        QlikClient derived = base.withOptions(o -> o.maxAttempts(1)).withOptions(o -> o.maxAttempts(2));

        base.close();

        assertThatThrownBy(() -> derived.dataSources().list())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This client is closed.");
    }

    @Test
    void unusableOptionsAreRejected() {
        assertThatThrownBy(() -> qlik.withOptions(null)).hasMessage("options must not be null. It is required.");
        assertThatThrownBy(() -> qlik.withOptions(o -> o.maxAttempts(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxAttempts must be at least 1, not 0");
        assertThatThrownBy(() -> qlik.withOptions(o -> o.operationTimeout(Duration.ZERO)))
                .hasMessageContaining("operationTimeout must be positive");
        assertThatThrownBy(() -> qlik.withOptions(o -> o.validationPolicy(null)))
                .hasMessageContaining("validationPolicy must not be null");
    }

    private QlikClientBuilder builder() {
        return QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .backoffBaseDelay(Duration.ofMillis(1));
    }
}
