package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the guide, which are the same in every run because time is virtual and the seed is fixed. */
class FleetSimulationTest {

    private static final Duration LENGTH = Duration.ofMinutes(20);
    private static final int LIMIT = 100;
    private static final Path TABLES = Path.of("..", "..", "docs", "reference", "shared-rate-limits.md");

    @ParameterizedTest
    @CsvSource({"1,8", "10,8", "100,1"})
    void processesShareTheRateEvenlyAndUseAllOfIt(int processes, int threads) throws IOException {
        FleetSimulation simulation = new FleetSimulation(processes, threads).run(LENGTH);

        assertThat(simulation.perMinute()).isGreaterThan(0.97 * LIMIT);
        assertThat(simulation.mostInAMinute()).isLessThanOrEqualTo(LIMIT);
        assertThat(simulation.fairness()).isGreaterThanOrEqualTo(0.9);
        assertThat(simulation.rejected()).isZero();
        assertThat(Files.readString(TABLES)).contains(simulation.sharesRow());
    }

    @Test
    void requestsOfTooManyThreadsAreNotSent() throws IOException {
        FleetSimulation simulation = new FleetSimulation(100, 4).run(LENGTH);

        assertThat(simulation.mostInAMinute()).isLessThanOrEqualTo(LIMIT);
        assertThat(simulation.rejected()).isPositive();
        assertThat(Files.readString(TABLES)).contains(simulation.sharesRow());
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "1", "5", "30"})
    void processWhoseClockIsAheadAddsTheRequestsOfTheDifferenceOnce(int secondsAhead) throws IOException {
        FleetSimulation simulation = new FleetSimulation(10, 4, Duration.ofSeconds(secondsAhead)).run(LENGTH);

        double added = LIMIT / 61.0 * Math.max(0, secondsAhead);
        assertThat(simulation.mostInAMinute()).isLessThanOrEqualTo(LIMIT + 1 + (int) added);
        assertThat(simulation.longestPause()).isLessThan(Duration.ofSeconds(3));
        assertThat(Files.readString(TABLES)).contains(simulation.skewRow(secondsAhead));
    }
}
