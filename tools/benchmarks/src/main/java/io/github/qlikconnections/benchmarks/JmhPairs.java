package io.github.qlikconnections.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks in pairs: alternately one fork of the baseline and one of the library. */
final class JmhPairs {

    private final RunLength runLength;

    JmhPairs(RunLength runLength) {
        this.runLength = runLength;
    }

    /** Compares a validation with the schema engine and with a fixed limit. */
    List<ResultRow> validation(String what, String method, double maxMicros) throws RunnerException {
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < runLength.forks(); i++) {
            theirs.add(micros("BareEngineBenchmark." + method, null));
            ours.add(micros("ValidationBenchmark." + method, null));
        }
        ResultRow row = new PairedSamples(what, "µs", ours, theirs, Threshold.NONE).row();
        return List.of(new ResultRow(
                row.what(),
                row.ours(),
                row.theirs(),
                row.compared(),
                row.spread(),
                "at most " + PairedSamples.number(maxMicros) + " µs",
                Threshold.atMost(maxMicros).verdict(PairedSamples.median(ours))));
    }

    /** Measures validations by number of properties. */
    List<ResultRow> growth() throws RunnerException {
        List<ResultRow> rows = new ArrayList<>();
        for (String properties : List.of("10", "100", "1000")) {
            double micros = micros("GrowthBenchmark.validation", properties);
            rows.add(ResultRow.figure(
                    "validation of " + properties + " properties",
                    PairedSamples.number(micros) + " µs, "
                            + PairedSamples.number(micros * 1000 / Double.parseDouble(properties)) + " ns each",
                    "",
                    ""));
        }
        return rows;
    }

    private double micros(String benchmark, @Nullable String properties) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .forks(1)
                .warmupIterations(runLength.warmups())
                .warmupTime(TimeValue.milliseconds(runLength.iterationMillis()))
                .measurementIterations(runLength.iterations())
                .measurementTime(TimeValue.milliseconds(runLength.iterationMillis()))
                .verbosity(VerboseMode.SILENT);
        if (properties != null) {
            options.param("properties", properties);
        }
        return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
    }
}
