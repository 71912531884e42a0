package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures validations after warm-up, and the preparation of a specification for its first validation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidationBenchmark {

    private final String lakeText = Samples.lakeSpec();
    private final ConnectionSpec lake = ConnectionSpec.parse(Samples.LAKE, lakeText);
    private final ConnectionDraft lakeDraft = Samples.lakeDraft();
    private final ConnectionDraft lakeDraftToConvert =
            lakeDraft.toBuilder().set("separateCredentials", "false").build();
    private final ConnectionDraft lakeDraftWithMistakes = lakeDraft.toBuilder()
            .unset("bucketName")
            .set("buketName", "acme-sales")
            .set("region", "REGION-17")
            .build();

    private final String wideText = Samples.wideSpec(60);
    private final ConnectionSpec wide = ConnectionSpec.parse(Samples.WIDE, wideText);
    private final ConnectionDraft wideDraft = Samples.wideDraft(60);

    /** A draft of four values for a flat schema. */
    @Benchmark
    public ValidationReport lakeDraft() {
        return lake.validate(lakeDraft);
    }

    /** The same draft with a boolean value given as a string. */
    @Benchmark
    public ValidationReport lakeDraftToConvert() {
        return lake.validate(lakeDraftToConvert);
    }

    /** The same draft with an unknown property and a value that is not allowed. */
    @Benchmark
    public ValidationReport lakeDraftWithMistakes() {
        return lake.validate(lakeDraftWithMistakes);
    }

    /** A draft of sixty values for a schema with conditions. */
    @Benchmark
    public ValidationReport wideDraft() {
        return wide.validate(wideDraft);
    }

    /** From the response body to the first report, flat schema. */
    @Benchmark
    public ValidationReport lakeSpecFromText() {
        return ConnectionSpec.parse(Samples.LAKE, lakeText).validate(lakeDraft);
    }

    /** From the response body to the first report, schema with conditions. */
    @Benchmark
    public ValidationReport wideSpecFromText() {
        return ConnectionSpec.parse(Samples.WIDE, wideText).validate(wideDraft);
    }
}
