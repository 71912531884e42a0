package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeoutException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.rate.RateTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the rate limiter that every store must pass. Two rate limiters with connections of their own stand for two processes. */
abstract class SharedStoreContract {

    static final String TENANT = "https://acme.eu.qlikcloud.com";
    static final Duration LONG = Duration.ofMinutes(2);
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How much longer than the Retry-After a tier is closed. */
    static final Duration MARGIN = Duration.ofMillis(250);

    /** What the calls between two reservations may take. */
    static final Duration CALLS = Duration.ofMillis(800);

    SharedRateLimiter one;
    SharedRateLimiter other;

    /** Returns two views of the store over connections of their own. */
    abstract List<ProxyManager<String>> proxyManagers();

    abstract void emptyStore() throws Exception;

    /** Prevents the store from responding until the result is closed. */
    abstract AutoCloseable blockStore() throws Exception;

    @BeforeEach
    void createLimiters() throws Exception {
        emptyStore();
        one = limiter(proxyManagers().get(0), RateLimits.perMinute(61, 61));
        other = limiter(proxyManagers().get(1), RateLimits.perMinute(61, 61));
    }

    @Test
    void bulkRequestsOfTwoProcessesHaveEvenSlotsInTheOrderOfReservation() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waits.add(one.reserve(bulk(LONG)));
            waits.add(other.reserve(bulk(LONG)));
        }
        assertThat(waits.get(0)).isZero();
        for (int i = 1; i < 6; i++) {
            assertThat(waits.get(i)).isBetween(INTERVAL.multipliedBy(i).minus(CALLS), INTERVAL.multipliedBy(i));
        }
    }

    @Test
    void reportsOfOneRejectionDoNotAddUp() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? one : other).rejected(bulk(LONG), Duration.ofSeconds(20)));

        assertThat(one.reserve(bulk(LONG)))
                .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20).plus(MARGIN));
    }

    @Test
    void emptiedStoreStartsWithNothingReserved() throws Exception {
        one.rejected(bulk(LONG), Duration.ofSeconds(20));
        emptyStore();

        assertThat(one.reserve(bulk(LONG))).isZero();
        assertThat(other.reserve(bulk(LONG))).isPositive();
    }

    /** A driver may complete a call that has timed out, when the store responds again. So this test has a limit of its own. */
    @Test
    void storeThatDoesNotRespondFailsAReservationUntilItResponds() throws Exception {
        RateLimitRequest request = write(LONG).caller("blocked").bulkRun(true).build();
        one.reserve(request);
        AutoCloseable blocked = blockStore();
        assertThatThrownBy(() -> one.reserve(request))
                .isInstanceOfSatisfying(
                        TimeoutException.class,
                        timeout -> assertThat(Duration.ofNanos(timeout.getRequestTimeoutNanos()))
                                .isEqualTo(Duration.ofMillis(500)));
        assertThatThrownBy(() -> one.rejected(request, INTERVAL)).isInstanceOf(TimeoutException.class);

        blocked.close();
        assertThat(one.reserve(request)).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    static SharedRateLimiter limiter(ProxyManager<String> proxyManager, RateLimits limits) {
        return SharedRateLimiter.builder(proxyManager).rateLimits(limits).build();
    }

    static RateLimitRequest bulk(Duration longestWait) {
        return write(longestWait).bulkRun(true).build();
    }

    static RateLimitRequest.Builder write(Duration longestWait) {
        return RateLimitRequest.builder(TENANT, RateTier.WRITE).caller("etl").longestWait(longestWait);
    }
}
