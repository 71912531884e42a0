package io.github.qlikconnections.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.internal.http.RecordedLogs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test that leaves a leased connection, an open event, a thread of the library, a log entry above WARN, or a
 * secret in the log. Registered for every test of the module.
 *
 * <p>Connections and events are those of the clients that {@link TrackedClients} has seen; they are checked before a client is closed
 * as well, since a closed pool has nothing leased.
 */
public final class ClientInvariants
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private static final String THREADS = "qlik-connections-";

    /** The thread that ends a request may finish a moment after its caller. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private Set<Thread> before = Set.of();

    @Override
    public void beforeEach(ExtensionContext context) {
        before = threads();
        RecordedLogs.drainForbidden();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(TrackedClients.problems())
                            .as("left behind")
                            .isEmpty());
        }
        if (!keepsClientOpen(context)) {
            TrackedClients.clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TrackedClients.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> forbidden = RecordedLogs.drainForbidden();
        if (context.getExecutionException().isPresent()) {
            return;
        }
        assertThat(forbidden).as("log entries above WARN or with a secret").isEmpty();
        if (!keepsClientOpen(context)) {
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(threads())
                            .as("threads that are still running")
                            .isSubsetOf(before));
        }
    }

    private static boolean keepsClientOpen(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(SharedClient.class);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(THREADS))
                .collect(Collectors.toSet());
    }
}
