package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures validations by number of properties. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthBenchmark {

    /** The number of properties of the schema and the draft. */
    @Param({"10", "100", "1000"})
    public int properties;

    private ConnectionSpec spec = ConnectionSpec.parse(Samples.WIDE, Samples.wideSpec(10));
    private ConnectionDraft draft = Samples.wideDraft(10);

    /** Creates the schema and the draft. */
    @Setup
    public void create() {
        spec = ConnectionSpec.parse(Samples.WIDE, Samples.wideSpec(properties));
        draft = Samples.wideDraft(properties);
    }

    /** Validates the draft. */
    @Benchmark
    public ValidationReport validation() {
        return spec.validate(draft);
    }
}
