package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierGateTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final ManualTiming timing = new ManualTiming();
    private final TierGate gate = new TierGate(Transports.SETTINGS, timing);

    @Test
    void letsAnyNumberThroughWhileItIsOpen() {
        for (int i = 0; i < 1000; i++) {
            assertThat(gate.queue(RateTier.WRITE, LONG)).isZero();
        }
    }

    @Test
    void releasesThoseWhoWaitInTheirOrderAndApart() {
        gate.close(RateTier.WRITE, Duration.ofSeconds(13));
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waits.add(gate.queue(RateTier.WRITE, LONG));
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(13_000),
                        Duration.ofMillis(13_600),
                        Duration.ofMillis(14_200),
                        Duration.ofMillis(14_800),
                        Duration.ofMillis(15_400));
        assertThat(gate.queue(RateTier.READ, LONG)).isZero();
    }

    @Test
    void putsALatecomerBehindThoseWhoWait() {
        gate.close(RateTier.WRITE, Duration.ofSeconds(1));
        gate.queue(RateTier.WRITE, LONG);
        gate.queue(RateTier.WRITE, LONG);
        timing.pass(Duration.ofMillis(1100));
        assertThat(gate.closedFor(RateTier.WRITE)).isZero();
        assertThat(gate.queue(RateTier.WRITE, LONG)).isEqualTo(Duration.ofMillis(1100));
    }

    @Test
    void keepsTheOrderWhenItIsClosedAgainWhileSomeWait() {
        gate.close(RateTier.WRITE, Duration.ofSeconds(1));
        gate.queue(RateTier.WRITE, LONG);
        timing.pass(Duration.ofSeconds(1));
        gate.close(RateTier.WRITE, Duration.ofSeconds(10));
        gate.close(RateTier.WRITE, Duration.ofSeconds(2));
        assertThat(gate.closedFor(RateTier.WRITE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(gate.queue(RateTier.WRITE, LONG)).isEqualTo(Duration.ofSeconds(10));
        assertThat(gate.queue(RateTier.WRITE, LONG)).isEqualTo(Duration.ofMillis(10_600));
    }

    @Test
    void givesNoPlaceToOneWhoCannotWaitThatLong() {
        gate.close(RateTier.WRITE, Duration.ofSeconds(5));
        assertThat(gate.queue(RateTier.WRITE, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(gate.queue(RateTier.WRITE, LONG)).isEqualTo(Duration.ofSeconds(5));
    }
}
