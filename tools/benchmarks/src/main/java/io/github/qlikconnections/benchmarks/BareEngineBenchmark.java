package io.github.qlikconnections.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import java.math.BigDecimal;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Validates the same drafts with the schema engine alone, as the baseline for {@link ValidationBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BareEngineBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Validator engine = new ValidatorFactory().createValidator();
    private final URI lake = engine.registerSchema(schema(Samples.lakeSpec()));
    private final URI wide = engine.registerSchema(schema(Samples.wideSpec(60)));
    private final JsonNode lakeDraft = tree(Samples.lakeDraft());
    private final JsonNode wideDraft = tree(Samples.wideDraft(60));

    private static Object schema(String response) {
        try {
            return JSON.readTree(response).get("connectionProperties");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the sample is not JSON", e);
        }
    }

    private static JsonNode tree(ConnectionDraft draft) {
        ObjectNode tree = JSON.createObjectNode();
        draft.properties().forEach((name, value) -> {
            if (value instanceof Secret secret) {
                tree.put(name, secret.reveal());
            } else if (value instanceof Boolean truth) {
                tree.put(name, truth);
            } else if (value instanceof Long number) {
                tree.put(name, number);
            } else if (value instanceof BigDecimal number) {
                tree.put(name, number);
            } else {
                tree.put(name, String.valueOf(value));
            }
        });
        return tree;
    }

    /** A draft of four values for a flat schema. */
    @Benchmark
    public Validator.Result lakeDraft() {
        return engine.validate(lake, (Object) lakeDraft);
    }

    /** A draft of sixty values for a schema with conditions. */
    @Benchmark
    public Validator.Result wideDraft() {
        return engine.validate(wide, (Object) wideDraft);
    }
}
