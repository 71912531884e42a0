package io.github.qlikconnections.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** A validation beside the bare engine, and beside a fixed time. */
    List<Row> validation(String what, String method, double mostMicros) throws RunnerException {
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < effort.forks(); i++) {
            theirs.add(micros("BareEngineBenchmark." + method, null));
            ours.add(micros("ValidationBenchmark." + method, null));
        }
        Row row = new Comparison(what, "µs", ours, theirs, Goal.NONE).row();
        return List.of(new Row(
                row.what(),
                row.ours(),
                row.theirs(),
                row.compared(),
                row.spread(),
                "at most " + Comparison.number(mostMicros) + " µs",
                Goal.atMost(mostMicros).verdict(Comparison.median(ours))));
    }

    /** How a validation grows with the number of properties. */
    List<Row> growth() throws RunnerException {
        List<Row> rows = new ArrayList<>();
        for (String properties : List.of("10", "100", "1000")) {
            double micros = micros("GrowthBenchmark.validation", properties);
            rows.add(Row.figure(
                    "validation of " + properties + " properties",
                    Comparison.number(micros) + " µs, "
                            + Comparison.number(micros * 1000 / Double.parseDouble(properties)) + " ns each",
                    "",
                    ""));
        }
        return rows;
    }

    private double micros(String benchmark, @Nullable String properties) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .forks(1)
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.iterationMillis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.iterationMillis()))
                .verbosity(VerboseMode.SILENT);
        if (properties != null) {
            options.param("properties", properties);
        }
        return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
    }
}
