package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several JVMs share the rate of one tenant over a real Redis. The long scenarios run with {@code -Pslow}. */
class FleetTest {

    private static final int PER_MINUTE = 6_000;
    private static final Path FIGURES = Path.of("target", "fleet.md");

    /**
     * What happens to the fleet. What it has reserved when the store loses it, one request for each thread, is sent in addition. A host
     * under load delays requests, which then arrive together, so a window may contain more. Only the undisturbed fleet is never rejected.
     */
    private enum Scenario {
        SHORT(2, 150, 4, Duration.ofSeconds(1), 1.3) {
            @Override
            void prepare(Fleet fleet) {
                fleet.at(75, fleet.redis()::stop);
                fleet.at(225, fleet.redis()::start);
            }

            @Override
            void check(Fleet fleet) {
                allCreatedOnce(fleet);
                allUsedTheirFallback(fleet);
            }
        },

        STEADY(4, 1_875, 8, Duration.ofSeconds(10), 1.1) {
            @Override
            void check(Fleet fleet) {
                assertThat(fleet.throttled()).isZero();
                assertThat(fleet.writesPerMinute()).isGreaterThanOrEqualTo(0.97 * PER_MINUTE);
                assertThat(fleet.smallestShare()).isGreaterThanOrEqualTo(0.15);
                allCreatedOnce(fleet);
            }
        },

        REDIS_KILLED(4, 600, 8, Duration.ofSeconds(10), 1.1) {
            @Override
            void prepare(Fleet fleet) {
                fleet.at(600, fleet.redis()::stop);
                fleet.at(1_200, fleet.redis()::start);
            }

            @Override
            void check(Fleet fleet) {
                allCreatedOnce(fleet);
                allUsedTheirFallback(fleet);
            }
        },

        REDIS_EMPTIED(4, 400, 8, Duration.ofSeconds(10), 1.1) {
            @Override
            void prepare(Fleet fleet) {
                fleet.at(500, () -> fleet.redis().commands().flushall());
            }
        },

        PROCESS_KILLED(4, 400, 8, Duration.ofSeconds(10), 1.1) {
            @Override
            void prepare(Fleet fleet) {
                fleet.at(500, () -> fleet.kill(3));
            }

            @Override
            void check(Fleet fleet) throws Exception {
                assertThat(fleet.result(3)).isEqualTo("none");
                fleet.repeat(3);
            }
        },

        REJECTED(4, 400, 8, Duration.ofSeconds(10), 1.1) {
            @Override
            void prepare(Fleet fleet) {
                fleet.rejectFrom(500);
            }
        };

        private final int processes;
        private final int drafts;
        private final int threads;
        private final Duration window;
        private final double tolerance;

        Scenario(int processes, int drafts, int threads, Duration window, double tolerance) {
            this.processes = processes;
            this.drafts = drafts;
            this.threads = threads;
            this.window = window;
            this.tolerance = tolerance;
        }

        Fleet.Size size() {
            return new Fleet.Size(processes, drafts, threads, PER_MINUTE, window);
        }

        void prepare(Fleet fleet) {}

        void check(Fleet fleet) throws Exception {
            allCreatedOnce(fleet);
        }

        void allUsedTheirFallback(Fleet fleet) {
            assertThat(IntStream.range(0, processes).mapToObj(fleet::result))
                    .noneMatch(line -> line.endsWith("fallbacks=[]"));
        }

        void allCreatedOnce(Fleet fleet) {
            assertThat(IntStream.range(0, processes).mapToObj(fleet::result))
                    .allMatch(line -> line.startsWith("outcomes={CREATED=" + drafts + "}"));
        }
    }

    static List<Scenario> scenarios() {
        return Boolean.getBoolean("slow.tests") ? Arrays.asList(Scenario.values()) : List.of(Scenario.SHORT);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void fleetStaysWithinTheLimitAndLosesNothing(Scenario scenario) throws Exception {
        try (Fleet fleet = new Fleet(scenario.size())) {
            scenario.prepare(fleet);
            fleet.run();
            String figures = fleet.figures(scenario.name());
            Files.createDirectories(FIGURES.getParent());
            Files.writeString(FIGURES, figures, StandardOpenOption.CREATE, StandardOpenOption.APPEND);

            scenario.check(fleet);
            assertThat(fleet.connections()).containsExactlyInAnyOrderElementsOf(fleet.expectedConnections());
            long reserved = (long) scenario.processes * scenario.threads;
            assertThat(fleet.mostInWindow())
                    .isLessThanOrEqualTo((long) (fleet.allowedInWindow() * scenario.tolerance) + reserved);
        }
    }
}
