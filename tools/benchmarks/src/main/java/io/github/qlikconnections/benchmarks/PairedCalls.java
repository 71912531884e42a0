package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.benchmarks.CallerProcess.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Compares calls of two processes that alternate every second, so that other load of the machine affects both, and neither
 * shares compiled code with the other. Between turns the tenant deletes the created connections.
 */
final class PairedCalls {

    private static final int RESTING_TURNS = 3;

    /** The share of a turn below which JIT compilation counts as finished. */
    private static final double RESTING = 0.02;

    private final RunLength runLength;

    PairedCalls(RunLength runLength) {
        this.runLength = runLength;
    }

    /** Measures throughput, latency and allocation of a call. */
    List<ResultRow> calls(String what, String method, int threads) {
        List<Turns> pairs = pairs(method, threads);
        String name = what + (threads == 1 ? "" : ", " + threads + " threads") + ": ";
        return List.of(
                compare(pairs, name + "throughput", "/s", Round::throughput, Threshold.atLeast(0.95)),
                compare(pairs, name + "median latency", "µs", Round::median, Threshold.atMost(1.05)),
                compare(pairs, name + "p99 latency", "µs", Round::p99, Threshold.atMost(1.15)),
                compare(pairs, name + "allocated", "B", Round::allocated, Threshold.atMost(1.3)));
    }

    /** Measures the list of data sources, which has other thresholds. */
    List<ResultRow> catalog() {
        List<Turns> pairs = pairs("catalog", 1);
        return List.of(
                compare(pairs, "catalog of 200: time", "µs", Round::median, Threshold.atMost(1.1)),
                compare(pairs, "catalog of 200: allocated", "B", Round::allocated, Threshold.atMost(1.3)));
    }

    private List<Turns> pairs(String method, int threads) {
        List<Turns> pairs = new ArrayList<>();
        try (TenantProcess tenant = TenantProcess.start()) {
            for (int i = 0; i < runLength.forks(); i++) {
                try (CallerProcess theirs = new CallerProcess("hand", method, threads, tenant);
                        CallerProcess ours = new CallerProcess("library", method, threads, tenant)) {
                    warmUp(theirs, ours);
                    pairs.add(turns(theirs, ours, runLength.iterations()));
                }
            }
        }
        return pairs;
    }

    /** Warms up until JIT compilation is finished, because it takes more of the machine from the side with more code. */
    private void warmUp(CallerProcess theirs, CallerProcess ours) {
        for (int turns = 0; turns < runLength.warmTurns(); turns += RESTING_TURNS) {
            double compiled = turns(theirs, ours, RESTING_TURNS).compiled();
            if (compiled < 2 * RESTING_TURNS * runLength.iterationMillis() * RESTING) {
                return;
            }
        }
    }

    /** Runs turns and changes the order of the two processes in each turn. */
    private Turns turns(CallerProcess theirs, CallerProcess ours, int number) {
        Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < number; i++) {
            if (i % 2 == 0) {
                turns.theirs.add(theirs.round(runLength.iterationMillis()));
                turns.ours.add(ours.round(runLength.iterationMillis()));
            } else {
                turns.ours.add(ours.round(runLength.iterationMillis()));
                turns.theirs.add(theirs.round(runLength.iterationMillis()));
            }
        }
        return turns;
    }

    /** Compares the medians of the turns of each pair of processes. */
    private static ResultRow compare(
            List<Turns> pairs, String what, String unit, ToDoubleFunction<Round> part, Threshold threshold) {
        return new PairedSamples(
                        what,
                        unit,
                        pairs.stream().map(turns -> median(turns.ours, part)).toList(),
                        pairs.stream().map(turns -> median(turns.theirs, part)).toList(),
                        threshold)
                .row();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> part) {
        return PairedSamples.median(rounds.stream().map(part::applyAsDouble).toList());
    }

    /** The measurements of a pair of processes by turn. */
    private record Turns(List<Round> ours, List<Round> theirs) {

        double compiled() {
            return Stream.concat(ours.stream(), theirs.stream())
                    .mapToDouble(Round::compiled)
                    .sum();
        }
    }
}
