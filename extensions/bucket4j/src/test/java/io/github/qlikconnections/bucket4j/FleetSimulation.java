package io.github.qlikconnections.bucket4j;

import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.rate.RateTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Processes that write without a pause at the documented rate, in virtual time. Each thread reserves a slot, waits for it, and sends a
 * request, which takes 100 to 500 ms.
 */
final class FleetSimulation {

    private static final long SEED = 20_261_128;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final RateLimitRequest REQUEST = RateLimitRequest.builder("https://acme.example", RateTier.WRITE)
            .caller("etl")
            .bulkRun(true)
            .longestWait(Duration.ofMinutes(2))
            .build();

    private final BoundedCalls calls = new BoundedCalls(Duration.ofMinutes(1));
    private final int threads;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<SharedTier> tiers = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();
    private final int[] sentBy;
    private final Random random = new Random(SEED);
    private long now;
    private Duration waited = Duration.ZERO;
    private Duration longestWait = Duration.ZERO;
    private int reservations;
    private int rejected;

    private record Event(long time, int process, boolean isReservation) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return Long.compare(time, other.time);
        }
    }

    FleetSimulation(int processes, int threads) {
        this(processes, threads, Duration.ZERO);
    }

    /** Lets the last process join after a minute if its clock differs from those of the others. */
    FleetSimulation(int processes, int threads, Duration skew) {
        this.threads = threads;
        this.sentBy = new int[processes];
        VirtualStore store = new VirtualStore();
        IntStream.range(0, processes - 1).forEach(process -> join(store, process, Duration.ZERO, Duration.ZERO));
        join(store, processes - 1, skew, skew.isZero() ? Duration.ZERO : WINDOW);
    }

    private void join(VirtualStore store, int process, Duration skew, Duration start) {
        tiers.add(new SharedTier(
                store.proxyManager(() -> now + Duration.ofHours(1).plus(skew).toNanos()),
                "key",
                RateLimits.defaults().interval(RateTier.WRITE),
                calls));
        for (int thread = 0; thread < threads; thread++) {
            events.add(new Event(
                    start.toNanos() + Duration.ofMillis(random.nextInt(500)).toNanos(), process, true));
        }
    }

    FleetSimulation run(Duration length) {
        while (events.peek().time() < length.toNanos()) {
            Event event = events.remove();
            now = event.time();
            if (event.isReservation()) {
                reserve(event.process());
            } else {
                send(event.process());
            }
        }
        return this;
    }

    private void reserve(int process) {
        Duration wait = tiers.get(process).reserve(REQUEST);
        if (wait.compareTo(REQUEST.longestWait()) > 0) {
            rejected++;
            events.add(new Event(now + REQUEST.longestWait().toNanos(), process, true));
            return;
        }
        reservations++;
        waited = waited.plus(wait);
        longestWait = wait.compareTo(longestWait) > 0 ? wait : longestWait;
        events.add(new Event(now + wait.toNanos(), process, false));
    }

    private void send(int process) {
        sent.add(now);
        sentBy[process]++;
        events.add(new Event(now + Duration.ofMillis(100 + random.nextInt(400)).toNanos(), process, true));
    }

    double perMinute() {
        return (sent.size() - 1) * (double) WINDOW.toNanos() / (sent.get(sent.size() - 1) - sent.get(0));
    }

    int mostInAMinute() {
        return IntStream.range(0, sent.size())
                .map(i -> (int) sent.stream()
                        .filter(time -> time >= sent.get(i) && time < sent.get(i) + WINDOW.toNanos())
                        .count())
                .max()
                .orElseThrow();
    }

    /** Returns the longest time without any request. */
    Duration longestPause() {
        return Duration.ofNanos(IntStream.range(1, sent.size())
                .mapToLong(i -> sent.get(i) - sent.get(i - 1))
                .max()
                .orElseThrow());
    }

    /** Returns the fewest requests of a process as a part of the most. */
    double fairness() {
        return IntStream.of(sentBy).min().orElseThrow()
                / (double) IntStream.of(sentBy).max().orElseThrow();
    }

    /** Returns the number of reservations that were rejected because they would have had to wait too long. */
    int rejected() {
        return rejected;
    }

    String sharesRow() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.1f | %s | %s | %.2f | %d |",
                sentBy.length,
                threads,
                perMinute(),
                seconds(waited.dividedBy(reservations)),
                seconds(longestWait),
                fairness(),
                rejected);
    }

    String skewRow(int secondsAhead) {
        return String.format(
                Locale.ROOT,
                "| %d s | %.1f | %d | %s |",
                secondsAhead,
                perMinute(),
                mostInAMinute(),
                seconds(longestPause()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
