package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.RateLimiterFailureEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.internal.http.ManualTiming;
import io.github.qlikconnections.invariants.RecordedLogs;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.rate.LocalRateLimiter;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.rate.RateTier;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.StubResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.event.Level;

/** What a client asks a rate limiter of the application, and that its failures reach no request. */
class RateLimiterTest {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    private final FakeTenant tenant = extension.tenant();
    private final ManualTiming timing = new ManualTiming();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ScriptedLimiter limiter = new ScriptedLimiter();

    @Test
    void rateLimiterIsAskedForEachRequest() {
        try (QlikClient qlik = client(limiter, "etl")) {
            qlik.dataConnections().create(FakeTenantFixture.s3("Lake").build());
            qlik.dataConnections().ensureAll(List.of(FakeTenantFixture.s3("Bay").build()));
        }

        assertThat(limiter.requests)
                .hasSize(tenant.requests().size())
                .allMatch(request -> request.tenantOrigin().equals(tenant.url()))
                .allMatch(request -> request.caller().equals(Optional.of("etl")))
                .allMatch(request -> request.longestWait().compareTo(Duration.ofMinutes(2)) <= 0
                        && request.longestWait().compareTo(Duration.ofMinutes(1)) > 0);
        assertThat(limiter.requests)
                .extracting(RateLimitRequest::tier, RateLimitRequest::isBulkRun)
                .contains(tuple(RateTier.READ, false), tuple(RateTier.WRITE, false), tuple(RateTier.WRITE, true));
    }

    @Test
    void clientWaitsForTheDelayOfTheRateLimiter() {
        limiter.answer = request -> Duration.ofSeconds(3);
        try (QlikClient qlik = client(limiter, "etl")) {
            qlik.dataSources().list();
        }
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void requestWhoseDelayIsTooLongIsNotSent() {
        limiter.answer = request -> request.longestWait().plusSeconds(1);
        try (QlikClient qlik = client(limiter, "etl")) {
            assertThatExceptionOfType(RateLimitedException.class)
                    .isThrownBy(() -> qlik.dataSources().list())
                    .withMessageContaining("the request was not sent, because the rate limit is exceeded. Wait 121 s")
                    .satisfies(exception -> {
                        assertThat(exception.attempts()).isZero();
                        assertThat(exception.retryAfter()).contains(Duration.ofSeconds(121));
                    });
            assertThatThrownBy(() -> qlik.dataConnections().deleteAll(List.of("c1")))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("after the deadline");
        }
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void rejectionIsReportedAndTheClientWaitsEvenIfTheRateLimiterIgnoresIt() {
        tenant.stubNext(StubResponse.status(429).header("Retry-After", "7"));
        try (QlikClient qlik = client(limiter, "etl")) {
            qlik.dataSources().list();
        }
        assertThat(limiter.rejections).containsExactly("READ 7");
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void failingRateLimiterFailsNoRequestAndIsAskedAgainAfterFiveSeconds() {
        limiter.answer = request -> {
            throw new IllegalStateException("marker-of-the-limiter");
        };
        List<RecordedLogs.Event> log = RecordedLogs.during(() -> {
            try (QlikClient qlik = client(limiter, "etl")) {
                qlik.dataSources().list();
                qlik.dataSources().list();
                assertThat(limiter.requests).hasSize(1);

                timing.advance(Duration.ofSeconds(5));
                qlik.dataSources().list();
                qlik.dataSources().list();
                assertThat(limiter.requests).hasSize(2);

                timing.advance(Duration.ofSeconds(5));
                limiter.answer = request -> Duration.ZERO;
                qlik.dataSources().list();
                qlik.dataSources().list();
                assertThat(limiter.requests).hasSize(4);
            }
        });

        assertThat(failures).containsExactly("IllegalStateException");
        assertThat(log)
                .filteredOn(event -> event.level() == Level.WARN)
                .singleElement()
                .satisfies(event -> assertThat(event.text()).contains("The rate limiter failed with IllegalState"));
        assertThat(log).noneMatch(event -> event.text().contains("marker-of-the-limiter"));
    }

    @Test
    void successOfACallThatBeganBeforeTheFailureDoesNotEndTheOutage() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (QlikClient qlik = client(limiter, "etl")) {
            limiter.answer = request -> {
                asked.countDown();
                await(answered);
                return Duration.ZERO;
            };
            Future<?> early = other.submit(() -> qlik.dataSources().list());
            await(asked);
            limiter.answer = request -> {
                throw new IllegalStateException();
            };
            qlik.dataSources().list();
            answered.countDown();
            early.get();

            qlik.dataSources().list();
            assertThat(limiter.requests).hasSize(2);
            assertThat(failures).hasSize(1);
        } finally {
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bulkRunKeepsTheFallbackLimitsOfAFailingRateLimiter() {
        limiter.answer = request -> {
            throw new NoClassDefFoundError("redis/Client");
        };
        limiter.fallback = RateLimits.perMinute(1000, 61);
        try (QlikClient qlik = client(limiter, "etl")) {
            qlik.dataConnections()
                    .ensureAll(List.of(
                            FakeTenantFixture.s3("One").build(),
                            FakeTenantFixture.s3("Two").build()));
        }
        // The second write is a second after the first. A read can divide the wait.
        assertThat(timing.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void invalidDelayCountsAsAFailure() {
        limiter.answer = request -> null;
        try (QlikClient qlik = client(limiter, "etl")) {
            qlik.dataSources().list();
            timing.advance(Duration.ofSeconds(5));
            limiter.answer = request -> Duration.ofSeconds(-1);
            qlik.dataSources().list();
        }
        assertThat(failures).containsExactly("InvalidDelay");
        assertThat(limiter.requests).hasSize(2);
    }

    @Test
    void rateLimiterThatIsInterruptedEndsTheRequestAndDoesNotCountAsFailed() {
        limiter.answer = request -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        };
        try (QlikClient qlik = client(limiter, "etl")) {
            assertThatThrownBy(() -> qlik.dataSources().list())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the thread was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void clientsThatShareALocalRateLimiterShareTheSlotsAndAClosedTier() {
        RateLimiter shared = LocalRateLimiter.of(RateLimits.perMinute(1000, 61), timing::nanoTime);
        try (QlikClient one = client(shared, "etl");
                QlikClient other = client(shared, "etl");
                QlikClient stranger = client(shared, "audit")) {
            assertThatThrownBy(() -> one.dataConnections().deleteAll(List.of("c1")));
            assertThat(timing.sleeps()).isEmpty();
            assertThatThrownBy(() -> other.dataConnections().deleteAll(List.of("c2")));
            assertThat(timing.sleeps()).contains(Duration.ofSeconds(1));

            tenant.stubNext(StubResponse.status(429).header("Retry-After", "90"));
            assertThatThrownBy(() -> one.dataSources().list()).isInstanceOf(RateLimitedException.class);
            int sent = tenant.requests().size();
            assertThatThrownBy(() -> other.dataSources().list()).isInstanceOf(RateLimitedException.class);
            assertThat(tenant.requests()).hasSize(sent);
            stranger.dataSources().list();
        }
    }

    @Test
    void callerIsDerivedFromTheKeyWithoutContainingIt() {
        String key = tenant.apiKey();
        askOnce(QlikCredentials.apiKey(Secret.of(key)));
        askOnce(QlikCredentials.apiKey(Secret.of(key)));

        assertThat(limiter.callers()).hasSize(1).first().asString().matches("key-[0-9a-f]{16}");
        assertThat(limiter.requests.get(0).toString()).doesNotContain(key);
    }

    @Test
    void suppliedTokensHaveNoCallerUnlessTheBuilderNamesIt() {
        askOnce(QlikCredentials.tokens(() -> Secret.of(tenant.apiKey())));

        assertThat(limiter.callers()).containsExactly("");
    }

    @Test
    void suppliedTokensNeedACallerIfTheRateLimiterRequiresOne() {
        limiter.callerRequired = true;
        assertThatThrownBy(() -> askOnce(QlikCredentials.tokens(() -> Secret.of(tenant.apiKey()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Call caller(\"etl\")");

        askOnce(QlikCredentials.apiKey(Secret.of(tenant.apiKey())));
        assertThat(limiter.requests).hasSize(1);
    }

    private void askOnce(QlikCredentials credentials) {
        try (QlikClient qlik = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(credentials)
                .rateLimiter(limiter))) {
            qlik.dataSources().list();
        }
    }

    private QlikClient client(RateLimiter rateLimiter, String caller) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .rateLimiter(rateLimiter)
                .caller(caller)
                .timing(timing)
                .addListener(new RequestListener() {
                    @Override
                    public void rateLimiterFailed(RateLimiterFailureEvent event) {
                        failures.add(event.errorType());
                    }
                }));
    }

    /** Returns what a test sets, and records the calls. */
    private static final class ScriptedLimiter implements RateLimiter {

        private final List<RateLimitRequest> requests = new CopyOnWriteArrayList<>();
        private final List<String> rejections = new CopyOnWriteArrayList<>();
        private volatile Function<RateLimitRequest, Duration> answer = request -> Duration.ZERO;
        private RateLimits fallback;
        private boolean callerRequired;

        List<String> callers() {
            return requests.stream()
                    .map(request -> request.caller().orElse(""))
                    .distinct()
                    .toList();
        }

        @Override
        public Duration reserve(RateLimitRequest request) {
            requests.add(request);
            return answer.apply(request);
        }

        @Override
        public void rejected(RateLimitRequest request, Duration retryAfter) {
            rejections.add(request.tier() + " " + retryAfter.toSeconds());
        }

        @Override
        public Optional<RateLimits> fallbackLimits() {
            return Optional.ofNullable(fallback);
        }

        @Override
        public boolean isCallerRequired() {
            return callerRequired;
        }
    }
}
