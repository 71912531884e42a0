package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.benchmarks.CallingProcess.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Compares calls of two processes that stand side by side and take turns, a second each: what the machine does meanwhile meets
 * both, and neither shares its compiled code with the other. Between turns the tenant forgets what was created.
 */
final class PairedCalls {

    private static final int RESTING_TURNS = 3;

    /** The part of a turn for which a compiler that rests may work. */
    private static final double RESTING = 0.02;

    private final Effort effort;

    PairedCalls(Effort effort) {
        this.effort = effort;
    }

    /** Throughput, latency and allocation of a call. */
    List<Row> calls(String what, String method, int threads) {
        List<Turns> pairs = pairs(method, threads);
        String name = what + (threads == 1 ? "" : ", " + threads + " threads") + ": ";
        return List.of(
                compare(pairs, name + "throughput", "/s", Round::throughput, Goal.atLeast(0.95)),
                compare(pairs, name + "median latency", "µs", Round::median, Goal.atMost(1.05)),
                compare(pairs, name + "p99 latency", "µs", Round::p99, Goal.atMost(1.15)),
                compare(pairs, name + "allocated", "B", Round::allocated, Goal.atMost(1.3)));
    }

    /** The catalogue, whose goals are others. */
    List<Row> catalogue() {
        List<Turns> pairs = pairs("catalogue", 1);
        return List.of(
                compare(pairs, "catalogue of 200: time", "µs", Round::median, Goal.atMost(1.1)),
                compare(pairs, "catalogue of 200: allocated", "B", Round::allocated, Goal.atMost(1.3)));
    }

    private List<Turns> pairs(String method, int threads) {
        List<Turns> pairs = new ArrayList<>();
        try (TenantProcess tenant = TenantProcess.start()) {
            for (int i = 0; i < effort.forks(); i++) {
                try (CallingProcess theirs = new CallingProcess("hand", method, threads, tenant);
                        CallingProcess ours = new CallingProcess("library", method, threads, tenant)) {
                    warmUp(theirs, ours);
                    pairs.add(turns(theirs, ours, effort.iterations()));
                }
            }
        }
        return pairs;
    }

    /** Until the JIT compilers rest: while they work, who calls more code has less of the machine. */
    private void warmUp(CallingProcess theirs, CallingProcess ours) {
        for (int turns = 0; turns < effort.warmTurns(); turns += RESTING_TURNS) {
            double compiled = turns(theirs, ours, RESTING_TURNS).compiled();
            if (compiled < 2 * RESTING_TURNS * effort.iterationMillis() * RESTING) {
                return;
            }
        }
    }

    /** Who is first changes from turn to turn. */
    private Turns turns(CallingProcess theirs, CallingProcess ours, int number) {
        Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < number; i++) {
            if (i % 2 == 0) {
                turns.theirs.add(theirs.round(effort.iterationMillis()));
                turns.ours.add(ours.round(effort.iterationMillis()));
            } else {
                turns.ours.add(ours.round(effort.iterationMillis()));
                turns.theirs.add(theirs.round(effort.iterationMillis()));
            }
        }
        return turns;
    }

    /** A pair of processes counts with the medians of its turns. */
    private static Row compare(List<Turns> pairs, String what, String unit, ToDoubleFunction<Round> part, Goal goal) {
        return new Comparison(
                        what,
                        unit,
                        pairs.stream().map(turns -> median(turns.ours, part)).toList(),
                        pairs.stream().map(turns -> median(turns.theirs, part)).toList(),
                        goal)
                .row();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> part) {
        return Comparison.median(rounds.stream().map(part::applyAsDouble).toList());
    }

    /** What a pair of processes took, turn by turn. */
    private record Turns(List<Round> ours, List<Round> theirs) {

        double compiled() {
            return Stream.concat(ours.stream(), theirs.stream())
                    .mapToDouble(Round::compiled)
                    .sum();
        }
    }
}
