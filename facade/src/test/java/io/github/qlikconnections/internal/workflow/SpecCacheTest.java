package io.github.qlikconnections.internal.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.InterruptedCall;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Threads that want the same specification at once. */
class SpecCacheTest {

    private static final String SPEC = "{\"connectorProvider\":\"P.exe\",\"connectorVersion\":\"1.0\","
            + "\"connectionProperties\":{\"type\":\"object\",\"properties\":{\"url\":{\"type\":\"string\"}}}}";

    @Test
    void interruptionEndsTheWaitButNotTheFetchOfTheOtherThread() throws Exception {
        try (RawServer silent = new RawServer((request, socket) -> {});
                QlikClient qlik = client(silent)) {
            InterruptedCall fetching = InterruptedCall.start(
                            () -> qlik.dataSources().spec("rest"))
                    .awaitCondition(() -> !silent.requests().isEmpty());
            InterruptedCall waiting =
                    InterruptedCall.start(() -> qlik.dataSources().spec("rest")).awaitWaiting();
            assertThat(waiting.interrupt()).hasMessageContaining("data source \"rest\"");
            assertThat(fetching.isRunning()).isTrue();
            fetching.interrupt();
            assertThat(silent.requests()).as("one fetch for both").hasSize(1);
            assertNothingLeased(qlik);
        }
    }

    @Test
    void waitingThreadFetchesTheSpecificationIfTheFetchingThreadIsInterrupted() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer((request, socket) -> {
                    if (requests.getAndIncrement() > 0) {
                        RawServer.send(socket, "200 OK", "application/json", SPEC);
                    }
                });
                QlikClient qlik = client(server)) {
            AtomicReference<ConnectionSpec> spec = new AtomicReference<>();
            InterruptedCall fetching = InterruptedCall.start(
                            () -> qlik.dataSources().spec("rest"))
                    .awaitCondition(() -> !server.requests().isEmpty());
            InterruptedCall waiting = InterruptedCall.start(
                            () -> spec.set(qlik.dataSources().spec("rest")))
                    .awaitWaiting();
            fetching.interrupt();
            waiting.awaitCondition(() -> !waiting.isRunning());
            assertThat(spec.get().property("url")).isPresent();
            assertNothingLeased(qlik);
        }
    }

    private static void assertNothingLeased(QlikClient qlik) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(TrackedClients.leased(qlik)).isZero());
    }

    private static QlikClient client(RawServer server) {
        return TrackedClients.build(
                QlikClient.builder().tenant(server.url()).credentials(QlikCredentials.apiKey(Secret.of("key"))));
    }
}
