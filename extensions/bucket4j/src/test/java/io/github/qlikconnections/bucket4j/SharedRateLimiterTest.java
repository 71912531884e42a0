package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeoutException;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.rate.RateTier;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two rate limiters with connections of their own stand for two processes. */
class SharedRateLimiterTest {

    private static final String TENANT = "https://acme.eu.qlikcloud.com";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How much longer than the Retry-After a tier is closed. */
    private static final Duration MARGIN = Duration.ofMillis(250);

    /** What the calls between two reservations may take. */
    private static final Duration CALLS = Duration.ofMillis(400);

    private static EmbeddedRedis redis;
    private static RedisCommands<String, byte[]> commands;
    private static SharedRateLimiter one;
    private static SharedRateLimiter other;

    @BeforeAll
    static void startRedis() {
        redis = new EmbeddedRedis();
        commands = redis.commands();
        one = limiter(RateLimits.perMinute(61, 61));
        other = limiter(RateLimits.perMinute(61, 61));
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void clear() {
        commands.flushall();
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
    void reservationThatIsTooLateReservesNothing() {
        one.reserve(bulk(LONG));
        for (int i = 0; i < 3; i++) {
            Duration wait = other.reserve(bulk(Duration.ofMillis(100)));
            assertThat(wait).isBetween(INTERVAL.minus(CALLS), INTERVAL);
        }
        assertThat(other.reserve(bulk(Duration.ZERO))).isPositive();
        assertThat(one.reserve(bulk(LONG))).isBetween(INTERVAL.minus(CALLS), INTERVAL);
    }

    @Test
    void requestThatDoesNotWaitIsAllowedIfNothingIsReserved() {
        assertThat(one.reserve(bulk(Duration.ZERO))).isZero();
    }

    @Test
    void singleCallsOfAllProcessesAreCountedAndNotDelayed() {
        for (int i = 0; i < 3; i++) {
            assertThat(one.reserve(single(LONG))).isZero();
            assertThat(other.reserve(single(LONG))).isZero();
        }
        assertThat(one.reserve(bulk(LONG))).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    @Test
    void singleCallsDelayBulkRequestsByNoMoreThanAMinute() {
        IntStream.range(0, 80)
                .forEach(i -> assertThat(one.reserve(single(LONG))).isZero());
        assertThat(other.reserve(bulk(LONG))).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(61));
    }

    @Test
    void rejectionDelaysTheRequestsOfAllProcesses() {
        one.rejected(single(LONG), Duration.ofSeconds(20));

        assertThat(other.reserve(single(LONG)))
                .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20).plus(MARGIN));
        assertThat(other.reserve(bulk(LONG)))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21).plus(MARGIN));
        assertThat(one.reserve(single(LONG)))
                .isBetween(Duration.ofSeconds(21), Duration.ofSeconds(22).plus(MARGIN));
    }

    @Test
    void requestThatIsRejectedByAClosedTierReservesNothing() {
        one.rejected(single(LONG), Duration.ofSeconds(20));
        for (int i = 0; i < 3; i++) {
            assertThat(other.reserve(single(Duration.ZERO)))
                    .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20).plus(MARGIN));
        }
    }

    @Test
    void singleCallsBehindALongQueueAreNotDelayedUnlessTheTierIsClosed() {
        IntStream.range(0, 70).forEach(i -> one.reserve(bulk(LONG)));
        assertThat(other.reserve(single(LONG))).isZero();

        one.rejected(single(LONG), Duration.ofSeconds(5));
        assertThat(other.reserve(single(LONG))).isBetween(Duration.ofSeconds(65), Duration.ofSeconds(70));
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
    void rejectionIncludesTheQueueThatIsThereAlready() {
        IntStream.range(0, 10).forEach(i -> one.reserve(bulk(LONG)));
        other.rejected(bulk(LONG), Duration.ofSeconds(5));

        assertThat(one.reserve(bulk(LONG))).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(one.reserve(single(LONG))).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void singleCallsAreNotDelayedAnymoreWhenTheTierOpens() {
        one.rejected(bulk(LONG), Duration.ofMillis(200));
        IntStream.range(0, 10).forEach(i -> one.reserve(bulk(LONG)));
        while (!other.reserve(single(Duration.ZERO)).isZero()) {
            Thread.onSpinWait();
        }
        assertThat(other.reserve(single(LONG))).isZero();
    }

    @Test
    void tiersCallersAndTenantsHaveLimitsOfTheirOwn() {
        one.rejected(bulk(LONG), Duration.ofSeconds(20));

        assertThat(one.reserve(request(TENANT, RateTier.READ, "etl"))).isZero();
        assertThat(one.reserve(request(TENANT, RateTier.WRITE, "audit"))).isZero();
        assertThat(one.reserve(request("https://other.eu.qlikcloud.com", RateTier.WRITE, "etl")))
                .isZero();
    }

    @Test
    void callerOfTheRateLimiterReplacesThoseOfTheClients() {
        SharedRateLimiter named = SharedRateLimiter.builder(redis.proxyManager())
                .rateLimits(RateLimits.perMinute(61, 61))
                .caller("etl")
                .build();
        named.reserve(request(TENANT, RateTier.WRITE, "key-2bb80d537b1da3e3"));

        assertThat(one.reserve(bulk(LONG))).isPositive();
        assertThat(named.isCallerRequired()).isFalse();
    }

    @Test
    void requestWithoutACallerIsRejected() {
        assertThat(one.isCallerRequired()).isTrue();
        assertThatThrownBy(() -> one.reserve(
                        RateLimitRequest.builder(TENANT, RateTier.READ).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The request names no caller");
    }

    @Test
    void processesWithDifferentRatesShareTheQueue() {
        SharedRateLimiter faster = limiter(RateLimits.perMinute(61, 122));
        one.reserve(bulk(LONG));
        faster.reserve(bulk(LONG));
        assertThat(one.reserve(bulk(LONG))).isBetween(Duration.ofMillis(1100), Duration.ofMillis(1500));
    }

    @Test
    void allKeysOfALimitAreInOneClusterSlotAndExpire() {
        one.rejected(bulk(LONG), Duration.ofSeconds(20));

        List<String> keys = commands.keys("*");
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "qlik-connections:{https://acme.eu.qlikcloud.com/etl/WRITE}",
                        "qlik-connections:{https://acme.eu.qlikcloud.com/etl/WRITE}:closed");
        Set<Integer> slots = keys.stream().map(SlotHash::getSlot).collect(Collectors.toSet());
        assertThat(slots).hasSize(1);
        assertThat(keys).allMatch(key -> commands.ttl(key) > 20 && commands.ttl(key) <= 82);
    }

    @Test
    void slowStoreFailsAReservationWithinHalfASecond() {
        commands.clientPause(1500);
        long start = System.nanoTime();
        assertThatThrownBy(() -> one.reserve(bulk(LONG))).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> one.rejected(bulk(LONG), LONG)).isInstanceOf(TimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1400));

        commands.ping();
        assertThat(one.reserve(bulk(LONG))).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void storeThatIsDownFailsEachReservationUntilItIsBack() {
        try (EmbeddedRedis failing = new EmbeddedRedis()) {
            SharedRateLimiter limiter =
                    SharedRateLimiter.builder(failing.proxyManager()).build();
            failing.stop();
            assertThatThrownBy(() -> limiter.reserve(bulk(LONG))).isInstanceOf(RuntimeException.class);

            failing.start();
            assertThat(reserveWhenConnected(limiter)).isZero();
        }
    }

    @Test
    void emptiedStoreStartsWithNothingReserved() {
        one.rejected(bulk(LONG), Duration.ofSeconds(20));
        commands.flushall();

        assertThat(one.reserve(bulk(LONG))).isZero();
        assertThat(other.reserve(bulk(LONG))).isPositive();
    }

    @Test
    void interruptedThreadReservesNothingAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> one.reserve(bulk(LONG))).hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void fallbackIsTheShareOfOneMember() {
        SharedRateLimiter limiter = SharedRateLimiter.builder(redis.proxyManager())
                .rateLimits(RateLimits.perMinute(1000, 3))
                .expectedMembers(4)
                .build();
        assertThat(limiter.fallbackLimits()).contains(RateLimits.perMinute(250, 1));
    }

    /** Lettuce connects again by itself. */
    private static Duration reserveWhenConnected(SharedRateLimiter limiter) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try {
                return limiter.reserve(bulk(LONG));
            } catch (RuntimeException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static SharedRateLimiter limiter(RateLimits limits) {
        return SharedRateLimiter.builder(redis.proxyManager())
                .rateLimits(limits)
                .build();
    }

    private static RateLimitRequest bulk(Duration longestWait) {
        return write(longestWait).bulkRun(true).build();
    }

    private static RateLimitRequest single(Duration longestWait) {
        return write(longestWait).build();
    }

    private static RateLimitRequest.Builder write(Duration longestWait) {
        return RateLimitRequest.builder(TENANT, RateTier.WRITE).caller("etl").longestWait(longestWait);
    }

    private static RateLimitRequest request(String tenant, RateTier tier, String caller) {
        return RateLimitRequest.builder(tenant, tier)
                .caller(caller)
                .longestWait(LONG)
                .bulkRun(true)
                .build();
    }
}
