package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.rate.RateTier;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedRateLimiterTest extends SharedStoreContract {

    private static EmbeddedRedis redis;
    private static RedisCommands<String, byte[]> commands;
    private static List<ProxyManager<String>> proxyManagers;

    @BeforeAll
    static void startRedis() {
        redis = new EmbeddedRedis();
        commands = redis.commands();
        proxyManagers = List.of(redis.proxyManager(), redis.proxyManager());
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    List<ProxyManager<String>> proxyManagers() {
        return proxyManagers;
    }

    @Override
    void emptyStore() {
        commands.flushall();
    }

    @Override
    AutoCloseable blockStore() {
        commands.clientPause(1500);
        return commands::ping;
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
        SharedRateLimiter faster = limiter(redis.proxyManager(), RateLimits.perMinute(61, 122));
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

    private static RateLimitRequest single(Duration longestWait) {
        return write(longestWait).build();
    }

    private static RateLimitRequest request(String tenant, RateTier tier, String caller) {
        return RateLimitRequest.builder(tenant, tier)
                .caller(caller)
                .longestWait(LONG)
                .bulkRun(true)
                .build();
    }
}
