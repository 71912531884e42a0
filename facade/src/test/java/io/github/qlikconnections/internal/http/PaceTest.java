package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final ManualTiming timing = new ManualTiming();
    private final Pace pace = new Pace(Transports.SETTINGS, timing);

    @Test
    void keepsEveryWindowOfALongRunWithinTheLimitAndWastesHardlyAnyOfIt() {
        Deque<Long> lastMinute = new ArrayDeque<>();
        int mostInAMinute = 0;
        for (int i = 0; i < 2000; i++) {
            pace.acquire(RateTier.WRITE, Deadline.in(Duration.ofMinutes(2), timing));
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
    void letsTheFirstGoAtOnceAndPacesEachTierByItself() {
        Deadline deadline = Deadline.in(Duration.ofMinutes(2), timing);
        pace.acquire(RateTier.WRITE, deadline);
        pace.acquire(RateTier.READ, deadline);
        assertThat(timing.sleeps()).isEmpty();
        pace.acquire(RateTier.READ, deadline);
        assertThat(timing.sleeps()).hasSize(1);
        assertThat(timing.sleeps().get(0)).isBetween(Duration.ofMillis(60), Duration.ofMillis(62));
    }

    @Test
    void takesNoTurnThatWouldComeAfterTheDeadline() {
        Deadline soon = Deadline.in(Duration.ofMillis(100), timing);
        pace.acquire(RateTier.WRITE, soon);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> pace.acquire(RateTier.WRITE, soon))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("after the deadline");
        }
        pace.acquire(RateTier.WRITE, Deadline.in(Duration.ofSeconds(1), timing));
        assertThat(timing.nanoTime()).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void keepsTheFlagOfAnInterruptedThread() {
        Deadline deadline = Deadline.in(Duration.ofMinutes(2), timing);
        pace.acquire(RateTier.WRITE, deadline);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pace.acquire(RateTier.WRITE, deadline)).isInstanceOf(TransportException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
