package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compares results with those of a reference engine on generated schemas and values. A failure names the seed of the
 * schema. {@code -Pslow} runs fifty times as many pairs, beginning at another seed.
 */
class DifferentialTest {

    private static final boolean SLOW = Boolean.getBoolean("slow.tests");
    private static final int PAIRS = SLOW ? 100_000 : 2_000;
    private static final long FIRST_SEED = SLOW ? 1_000_000 : 1;
    private static final int VALUES_PER_SCHEMA = 5;

    private final List<String> differences = new ArrayList<>();
    private final Map<KnownDifference, Integer> known = new EnumMap<>(KnownDifference.class);
    private int compared;
    private int valid;
    private int undecided;

    @Test
    void resultsAgreeWithTheReferenceEngine() throws Exception {
        try (ReferenceEngine second = new ReferenceEngine()) {
            for (long seed = FIRST_SEED; compared < PAIRS; seed++) {
                compare(seed, second);
            }
        }
        recordFigures();

        assertThat(differences).isEmpty();
        assertThat(valid).as("enough of the values are valid").isGreaterThan(PAIRS / 8);
        assertThat(undecided).as("nearly all pairs are decided by both engines").isLessThan(PAIRS / 20);
    }

    private void recordFigures() {
        List<String> lines = new ArrayList<>();
        lines.add("pairs compared: " + compared);
        lines.add("valid: " + valid);
        lines.add("not decided by one of the engines: " + undecided);
        known.forEach(
                (difference, count) -> lines.add("known difference, " + count + " times: " + difference.reason()));
        TestMetrics.record("differential-test", String.join("\n", lines));
    }

    private void compare(long seed, ReferenceEngine second) throws Exception {
        GeneratedSchema generated = new GeneratedSchema(seed);
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < VALUES_PER_SCHEMA; i++) {
            values.add(generated.values());
        }
        Optional<List<Boolean>> theirs = second.verdicts(generated, values);
        PreparedSchema prepared = SchemaPreprocessor.prepare(generated.schema());
        assertThat(prepared.uncheckedProperties())
                .as("unchecked properties of seed %d", seed)
                .isEmpty();
        assertThat(prepared.omissions()).as("omitted rules of seed %d", seed).isEmpty();
        CompiledSchema compiled = FastPathSchema.compile(prepared.schema(), DevHarrelSchemaEngine::compile);
        ConnectionSpec spec =
                ConnectionSpec.parse("rest", JsonWriter.canonical(Map.of("connectionProperties", generated.schema())));
        for (int i = 0; i < values.size(); i++) {
            Optional<Boolean> ours = verdict(compiled, values.get(i));
            if (theirs.isEmpty() || ours.isEmpty()) {
                undecided++;
            } else {
                compared++;
                valid += ours.get() ? 1 : 0;
                if (!ours.get().equals(theirs.get().get(i))) {
                    reportDifference(seed, generated.schema(), values.get(i), "we decide " + ours.get());
                } else if (spec.isUsable()) {
                    countExplained(seed, generated.schema(), values.get(i), ours.get(), spec);
                }
            }
        }
    }

    private static Optional<Boolean> verdict(CompiledSchema compiled, Map<String, Object> value) {
        try {
            return Optional.of(compiled.validate(value).isEmpty());
        } catch (UnusableSchemaException e) {
            return Optional.empty();
        }
    }

    private void reportDifference(long seed, Map<String, Object> schema, Map<String, Object> value, String what) {
        for (KnownDifference difference : KnownDifference.values()) {
            if (difference.explains(schema, value)) {
                known.merge(difference, 1, Integer::sum);
                return;
            }
        }
        differences.add("seed " + seed + ": " + what + "\n  " + JsonWriter.canonical(schema) + "\n  "
                + JsonWriter.canonical(value));
    }

    /**
     * Checks that the report agrees with the engine, except for deliberate differences: it converts values, accepts the
     * members of every data source, and reports unknown names.
     */
    private void countExplained(
            long seed, Map<String, Object> schema, Map<String, Object> value, boolean isValid, ConnectionSpec spec) {
        ValidationReport report = spec.validate(
                ConnectionDraft.builder("rest", "Generated").setAll(value).build());
        List<ViolationCode> errors = report.errors().stream()
                .map(Violation::code)
                .filter(code -> !(isValid && code == ViolationCode.UNKNOWN_PROPERTY))
                .toList();
        boolean mayDiffer = value.containsKey(GeneratedSchema.FREE_MEMBER)
                || report.notes().stream().anyMatch(note -> note.code() == ViolationCode.NORMALIZED);
        if (errors.isEmpty() != isValid && !(mayDiffer && errors.isEmpty())) {
            differences.add("seed " + seed + ": a verdict of " + isValid + " is reported as " + errors + "\n  "
                    + JsonWriter.canonical(schema) + "\n  " + JsonWriter.canonical(value));
        }
    }
}
