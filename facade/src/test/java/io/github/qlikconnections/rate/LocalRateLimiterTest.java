package io.github.qlikconnections.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.http.ManualTiming;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest {

    private static final Duration LONG = Duration.ofHours(1);

    private static final String TENANT = "https://acme.eu.qlikcloud.com";
    private static final RateLimitRequest WRITE =
            RateLimitRequest.builder(TENANT, RateTier.WRITE).build();

    private final ManualTiming timing = new ManualTiming();
    private final LocalRateLimiter limiter = LocalRateLimiter.of(RateLimits.defaults(), timing::nanoTime);

    @Test
    void singleCallsAreNotDelayedWhileTheTierIsOpen() {
        for (int i = 0; i < 1000; i++) {
            assertThat(single(RateTier.WRITE)).isZero();
        }
    }

    @Test
    void bulkRequestsUseNearlyTheWholeLimitAndExceedItInNoWindow() {
        Deque<Long> lastMinute = new ArrayDeque<>();
        int mostInAMinute = 0;
        for (int i = 0; i < 2000; i++) {
            timing.advance(bulk(RateTier.WRITE));
            long now = timing.nanoTime();
            lastMinute.add(now);
            while (now - lastMinute.peek() >= Duration.ofMinutes(1).toNanos()) {
                lastMinute.remove();
            }
            mostInAMinute = Math.max(mostInAMinute, lastMinute.size());
        }
        assertThat(mostInAMinute).isLessThan(100);
        double perMinute = 2000 / (timing.nanoTime() / 60e9);
        assertThat(perMinute).isBetween(98.0, 100.0);
    }

    @Test
    void theFirstBulkRequestOfEachTierIsNotDelayed() {
        assertThat(bulk(RateTier.WRITE)).isZero();
        assertThat(bulk(RateTier.READ)).isZero();
        assertThat(bulk(RateTier.READ)).isBetween(Duration.ofMillis(60), Duration.ofMillis(62));
    }

    @Test
    void concurrentBulkRequestsGetSlotsOneIntervalApart() {
        assertThat(List.of(bulk(RateTier.WRITE), bulk(RateTier.WRITE), bulk(RateTier.WRITE)))
                .containsExactly(Duration.ZERO, Duration.ofMillis(610), Duration.ofMillis(1220));
    }

    @Test
    void singleCallsDelayTheNextBulkRequestByAtMostOneMinute() {
        single(RateTier.WRITE);
        single(RateTier.WRITE);
        assertThat(limiter.reserve(request(RateTier.WRITE, true, Duration.ZERO)))
                .isEqualTo(Duration.ofMillis(1220));
        for (int i = 0; i < 1000; i++) {
            single(RateTier.WRITE);
        }
        assertThat(bulk(RateTier.WRITE)).isEqualTo(Duration.ofMinutes(1));
        assertThat(bulk(RateTier.READ)).isZero();
    }

    @Test
    void aBulkRequestThatCannotWaitReservesNoSlot() {
        bulk(RateTier.WRITE);
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.reserve(request(RateTier.WRITE, true, Duration.ofMillis(100))))
                    .isEqualTo(Duration.ofMillis(610));
        }
        assertThat(bulk(RateTier.WRITE)).isEqualTo(Duration.ofMillis(610));
    }

    @Test
    void callsThatWaitForAClosedTierAreReleasedInFifoOrderAndApart() {
        limiter.rejected(WRITE, Duration.ofSeconds(13));
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waits.add(single(RateTier.WRITE));
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(13_000),
                        Duration.ofMillis(13_610),
                        Duration.ofMillis(14_220),
                        Duration.ofMillis(14_830),
                        Duration.ofMillis(15_440));
        assertThat(single(RateTier.READ)).isZero();
    }

    @Test
    void aLateCallQueuesBehindThoseThatWaitForTheTier() {
        limiter.rejected(WRITE, Duration.ofSeconds(1));
        single(RateTier.WRITE);
        single(RateTier.WRITE);
        timing.advance(Duration.ofMillis(1100));
        assertThat(limiter.closedFor(WRITE)).isZero();
        assertThat(single(RateTier.WRITE)).isEqualTo(Duration.ofMillis(1120));
    }

    @Test
    void aTierThatIsClosedAgainKeepsTheOrder() {
        limiter.rejected(WRITE, Duration.ofSeconds(1));
        single(RateTier.WRITE);
        timing.advance(Duration.ofSeconds(1));
        limiter.rejected(WRITE, Duration.ofSeconds(10));
        limiter.rejected(WRITE, Duration.ofSeconds(2));
        assertThat(limiter.closedFor(WRITE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(single(RateTier.WRITE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(single(RateTier.WRITE)).isEqualTo(Duration.ofMillis(10_610));
    }

    @Test
    void aCallThatCannotWaitForAClosedTierReservesNoSlot() {
        limiter.rejected(WRITE, Duration.ofSeconds(5));
        assertThat(limiter.reserve(request(RateTier.WRITE, false, Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(single(RateTier.WRITE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void singleCallsAndBulkRequestsShareTheSlotsOfATierThatReopens() {
        limiter.rejected(WRITE, Duration.ofSeconds(5));
        assertThat(bulk(RateTier.WRITE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(single(RateTier.WRITE)).isEqualTo(Duration.ofMillis(5610));
        assertThat(bulk(RateTier.WRITE)).isEqualTo(Duration.ofMillis(6220));
    }

    @Test
    void closingATierReplacesTheCountOfSingleCalls() {
        for (int i = 0; i < 1000; i++) {
            single(RateTier.WRITE);
        }
        limiter.rejected(WRITE, Duration.ofSeconds(5));
        assertThat(single(RateTier.WRITE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void eachTenantAndCallerHasItsOwnSlots() {
        assertThat(reserve(TENANT, "etl")).isZero();

        assertThat(reserve(TENANT, "audit")).isZero();
        assertThat(reserve(TENANT, null)).isZero();
        assertThat(reserve("https://other.eu.qlikcloud.com", "etl")).isZero();
        assertThat(reserve(TENANT, "etl")).isEqualTo(Duration.ofMillis(610));
    }

    private Duration reserve(String tenant, String caller) {
        return limiter.reserve(RateLimitRequest.builder(tenant, RateTier.WRITE)
                .caller(caller)
                .bulkRun(true)
                .longestWait(LONG)
                .build());
    }

    private Duration single(RateTier tier) {
        return limiter.reserve(request(tier, false, LONG));
    }

    private Duration bulk(RateTier tier) {
        return limiter.reserve(request(tier, true, LONG));
    }

    private static RateLimitRequest request(RateTier tier, boolean bulkRun, Duration longestWait) {
        return RateLimitRequest.builder(TENANT, tier)
                .bulkRun(bulkRun)
                .longestWait(longestWait)
                .build();
    }
}
