package io.github.qlikconnections.internal.spec;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import io.github.qlikconnections.internal.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another implementation of JSON Schema. It does not terminate on some schemas, so each case has a time limit. */
final class ReferenceEngine implements AutoCloseable {

    private static final long SECONDS_PER_CASE = 5;

    private ExecutorService thread = start();

    private static ExecutorService start() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "second-engine");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns whether each value is valid, empty if the engine fails or exceeds the time limit. */
    Optional<List<Boolean>> verdicts(GeneratedSchema generated, List<Map<String, Object>> values)
            throws InterruptedException {
        Future<List<Boolean>> verdicts = thread.submit(() -> {
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    generated.version(),
                    builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));
            Schema schema = registry.getSchema(JsonWriter.canonical(generated.schema()), InputFormat.JSON);
            return values.stream()
                    .map(value -> schema.validate(JsonWriter.canonical(value), InputFormat.JSON)
                            .isEmpty())
                    .toList();
        });
        try {
            return Optional.of(verdicts.get(SECONDS_PER_CASE, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            thread.shutdownNow();
            thread = start();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
