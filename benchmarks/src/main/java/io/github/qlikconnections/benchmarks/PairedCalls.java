package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.benchmarks.CallingProcess.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares calls of two processes that stand side by side and take turns, a second each: what the machine does meanwhile meets
 * both, and neither shares its compiled code with the other.
 */
final class PairedCalls {

    private final Effort effort;

    PairedCalls(Effort effort) {
        this.effort = effort;
    }

    /** Throughput, latency and allocation of a call. */
    List<Row> calls(String what, String method, int threads) {
        Pairs pairs = pairs(method, threads);
        String name = what + (threads == 1 ? "" : ", " + threads + " threads") + ": ";
        return List.of(
                pairs.compare(name + "throughput", "/s", Round::throughput, Goal.atLeast(0.95)),
                pairs.compare(name + "median latency", "µs", Round::median, Goal.atMost(1.05)),
                pairs.compare(name + "p99 latency", "µs", Round::p99, Goal.atMost(1.15)),
                pairs.compare(name + "allocated", "B", Round::allocated, Goal.atMost(1.3)));
    }

    /** The catalogue, whose goals are others. */
    List<Row> catalogue() {
        Pairs pairs = pairs("catalogue", 1);
        return List.of(
                pairs.compare("catalogue of 200: time", "µs", Round::median, Goal.atMost(1.1)),
                pairs.compare("catalogue of 200: allocated", "B", Round::allocated, Goal.atMost(1.3)));
    }

    private Pairs pairs(String method, int threads) {
        Pairs pairs = Pairs.none();
        try (TenantProcess tenant = TenantProcess.start()) {
            for (int i = 0; i < effort.forks(); i++) {
                try (CallingProcess theirs = new CallingProcess("hand", method, threads, tenant);
                        CallingProcess ours = new CallingProcess("library", method, threads, tenant)) {
                    turns(theirs, ours, effort.warmups());
                    Pairs turns = turns(theirs, ours, effort.iterations());
                    pairs.ours.add(middle(turns.ours));
                    pairs.theirs.add(middle(turns.theirs));
                }
            }
        }
        return pairs;
    }

    /** Who is first changes from turn to turn. */
    private Pairs turns(CallingProcess theirs, CallingProcess ours, int turns) {
        Pairs pairs = Pairs.none();
        for (int i = 0; i < turns; i++) {
            if (i % 2 == 0) {
                pairs.theirs.add(theirs.round(effort.iterationMillis()));
                pairs.ours.add(ours.round(effort.iterationMillis()));
            } else {
                pairs.ours.add(ours.round(effort.iterationMillis()));
                pairs.theirs.add(theirs.round(effort.iterationMillis()));
            }
        }
        return pairs;
    }

    /** A pair of processes counts with the medians of its turns. */
    private static Round middle(List<Round> rounds) {
        return new Round(
                median(rounds, Round::throughput),
                median(rounds, Round::median),
                median(rounds, Round::p99),
                median(rounds, Round::allocated));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> part) {
        return Comparison.median(rounds.stream().map(part::applyAsDouble).toList());
    }

    private record Pairs(List<Round> ours, List<Round> theirs) {

        static Pairs none() {
            return new Pairs(new ArrayList<>(), new ArrayList<>());
        }

        Row compare(String what, String unit, ToDoubleFunction<Round> part, Goal goal) {
            return new Comparison(
                            what,
                            unit,
                            ours.stream().map(part::applyAsDouble).toList(),
                            theirs.stream().map(part::applyAsDouble).toList(),
                            goal)
                    .row();
        }
    }
}
