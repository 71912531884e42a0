package io.github.qlikconnections.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.invariants.RecordedLogs;
import io.github.qlikconnections.invariants.SharedClient;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.rate.RateLimits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Any response body of any operation is mapped to a model or rejected with an exception of the library. The first byte of an
 * input selects the operation and the status. The rest is the body.
 */
@SharedClient
class ResponseMappingFuzzTest {

    private static final ConnectionDraft DRAFT =
            ConnectionDraft.builder("rest", "n").set("url", "https://x.example").build();

    private static final List<Function<QlikClient, Object>> OPERATIONS = List.of(
            qlik -> qlik.dataSources().list().toString(),
            qlik -> qlik.dataSources().gateways("DG_mssql").toString(),
            qlik -> qlik.spaces().get("s").toString(),
            qlik -> qlik.dataConnections().get("c").toString(),
            qlik -> qlik.dataConnections().getWithProperties("c").properties().toString(),
            qlik -> qlik.dataConnections().list(ConnectionQuery.all()).stream()
                    .limit(100)
                    .toList()
                    .toString(),
            qlik -> qlik.dataConnections().deleteAll(List.of("c")).toString(),
            qlik -> qlik.dataCredentials().get("c").toString(),
            qlik -> qlik.dataConnections().delete("c"),
            qlik -> qlik.dataConnections().create(DRAFT).toString(),
            qlik -> qlik.dataConnections().ensure(DRAFT).toString(),
            qlik -> qlik.dataConnections()
                    .update("c", ConnectionPatch.builder().rename("n").build())
                    .toString(),
            qlik -> qlik.dataConnections()
                    .duplicate("c", DuplicateOptions.defaults())
                    .toString(),
            qlik -> qlik.dataConnections()
                    .move(List.of("c"), SpaceRef.ofId("s"))
                    .toString(),
            qlik -> qlik.dataSources().settings("rest").toString(),
            qlik -> qlik.dataSources().find("rest").toString(),
            qlik -> qlik.spaces().findByName("n").toString(),
            qlik -> qlik.dataCredentials().findByName("n").toString(),
            qlik -> qlik.dataCredentials().orphans().toString(),
            qlik -> qlik.dataCredentials().delete("c"));

    private static volatile byte[] body = new byte[0];
    private static volatile int status = 200;
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final RawServer SERVER = new RawServer(ResponseMappingFuzzTest::respond);
    private static final QlikClient QLIK = TrackedClients.build(QlikClient.builder()
            .tenant(SERVER.url())
            .credentials(QlikCredentials.apiKey(Secret.of("key")))
            .maxAttempts(1)
            .rateLimits(RateLimits.perMinute(60_000_000, 60_000_000))
            .operationTimeout(Duration.ofSeconds(20)));

    @FuzzTest(maxDuration = "10m")
    @SuppressWarnings("try") // The resource only grants the permission.
    void everyResponseIsMappedOrRejectedWithAnExceptionOfTheLibrary(byte[] input) {
        // A trace id is logged as the tenant sent it. A secret of another test in it is not a secret of this client.
        if (input.length == 0 || RecordedLogs.hasTestSecret(new String(input, StandardCharsets.ISO_8859_1))) {
            return;
        }
        int choice = input[0] & 0xff;
        status = choice >= 200 ? 400 : 200;
        body = Arrays.copyOfRange(input, 1, input.length);
        REQUESTS.set(0);
        SERVER.clearRequests();
        try (SilentCloseable loopback = BugDetectors.allowNetworkConnections((host, port) -> port == SERVER.port())) {
            assertThat(OPERATIONS.get(choice % OPERATIONS.size()).apply(QLIK)).isNotNull();
        } catch (QlikException e) {
            // Documented.
        }
    }

    /** Ends a list after five pages, because endless lists are the subject of another test. */
    private static void respond(RawServer.Request request, Socket socket) throws IOException {
        byte[] bytes = REQUESTS.incrementAndGet() > 5 ? "{}".getBytes(StandardCharsets.US_ASCII) : body;
        if (request.target().endsWith("/api-specs")) {
            bytes = "{\"connectionProperties\":{\"properties\":{\"url\":{\"type\":\"string\"}}}}"
                    .getBytes(StandardCharsets.US_ASCII);
        }
        RawServer.write(
                socket,
                "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n");
        socket.getOutputStream().write(bytes);
    }
}
