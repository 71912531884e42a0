package io.github.qlikconnections.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks in pairs, one fork of the baseline, one of the library, and so on. */
final class InsideAProcess {

    private final Effort effort;

    InsideAProcess(Effort effort) {
        this.effort = effort;
    }

    /** Throughput, latency and allocation of a call. */
    List<Row> calls(String what, String method, int threads) throws RunnerException {
        Pairs pairs = callPairs(method, threads);
        String name = what + (threads == 1 ? "" : ", " + threads + " threads") + ": ";
        return List.of(
                pairs.compare(name + "throughput", "/s", sample -> threads * 1e6 / sample.mean(), Goal.atLeast(0.95)),
                pairs.compare(name + "median latency", "µs", Sample::median, Goal.atMost(1.05)),
                pairs.compare(name + "p99 latency", "µs", Sample::p99, Goal.atMost(1.15)),
                pairs.compare(name + "allocated", "B", Sample::allocated, Goal.atMost(1.3)));
    }

    /** The catalogue, whose goals are others. */
    List<Row> catalogue() throws RunnerException {
        Pairs pairs = callPairs("catalogue", 1);
        return List.of(
                pairs.compare("catalogue of 200: time", "µs", Sample::median, Goal.atMost(1.1)),
                pairs.compare("catalogue of 200: allocated", "B", Sample::allocated, Goal.atMost(1.3)));
    }

    /** A validation beside the bare engine, and beside a fixed time. */
    List<Row> validation(String what, String method, double mostMicros) throws RunnerException {
        Pairs pairs = pairs("BareEngineBenchmark." + method, "ValidationBenchmark." + method, 1, List.of());
        double median = Comparison.median(pairs.ours.stream().map(Sample::mean).toList());
        Goal goal = Goal.atMost(mostMicros);
        Row row = pairs.compare(what, "µs", Sample::mean, Goal.NONE);
        return List.of(new Row(
                row.what(),
                row.ours(),
                row.theirs(),
                row.compared(),
                row.spread(),
                "at most " + Comparison.number(mostMicros) + " µs",
                goal.verdict(median)));
    }

    /** How a validation grows with the number of properties. */
    List<Row> growth() throws RunnerException {
        List<Row> rows = new ArrayList<>();
        for (String properties : List.of("10", "100", "1000")) {
            double micros =
                    run("GrowthBenchmark.validation", 1, properties, List.of()).mean();
            rows.add(Row.figure(
                    "validation of " + properties + " properties",
                    Comparison.number(micros) + " µs, "
                            + Comparison.number(micros * 1000 / Double.parseDouble(properties)) + " ns each",
                    "",
                    ""));
        }
        return rows;
    }

    /** With one tenant for all forks, which the first of them only warms up: it would cost more than its callers. */
    private Pairs callPairs(String method, int threads) throws RunnerException {
        try (TenantProcess tenant = TenantProcess.start()) {
            List<String> options = List.of(tenant.property());
            run("ByHandCalls." + method, threads, null, options);
            return pairs("ByHandCalls." + method, "Calls." + method, threads, options);
        }
    }

    /** Who is first changes from pair to pair. */
    private Pairs pairs(String baseline, String library, int threads, List<String> options) throws RunnerException {
        Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < effort.forks(); round++) {
            if (round % 2 == 0) {
                pairs.theirs.add(run(baseline, threads, null, options));
                pairs.ours.add(run(library, threads, null, options));
            } else {
                pairs.ours.add(run(library, threads, null, options));
                pairs.theirs.add(run(baseline, threads, null, options));
            }
        }
        return pairs;
    }

    private Sample run(String benchmark, int threads, @Nullable String properties, List<String> jvmOptions)
            throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .forks(1)
                .jvmArgsAppend(jvmOptions.toArray(String[]::new))
                .threads(threads)
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.iterationMillis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.iterationMillis()))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        if (properties != null) {
            options.param("properties", properties);
        }
        RunResult result = new Runner(options.build()).runSingle();
        Result<?> primary = result.getPrimaryResult();
        return new Sample(
                primary.getScore(),
                primary.getStatistics().getPercentile(50),
                primary.getStatistics().getPercentile(99),
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }

    private record Pairs(List<Sample> ours, List<Sample> theirs) {

        Row compare(String what, String unit, ToDoubleFunction<Sample> part, Goal goal) {
            return new Comparison(
                            what,
                            unit,
                            ours.stream().map(part::applyAsDouble).toList(),
                            theirs.stream().map(part::applyAsDouble).toList(),
                            goal)
                    .row();
        }
    }

    private record Sample(double mean, double median, double p99, double allocated) {}
}
