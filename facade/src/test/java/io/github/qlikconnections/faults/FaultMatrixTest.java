package io.github.qlikconnections.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.internal.http.TestCertificates;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks each fault in each operation: the outcome, the number of requests, and the number of connections afterwards. */
class FaultMatrixTest {

    /** An address with a port that is never assigned to another test. A port that was free a moment ago may be reused. */
    private static final String REFUSING = "http://127.0.0.1:1";

    private static final String SECRET = "marker-of-a-secret";
    private static final String CLIENT_SECRET = "marker-of-the-client";

    /**
     * Each cell contains the outcome, the number of requests of the operation, and for creating operations the number
     * of connections. {@code unknown} is a TransportException with an unknown outcome. {@code failed} is a bulk action
     * that is known not to have been applied.
     */
    private static final String EXPECTED = """
                             | list         | spec         | create         | ensure         | patch        | delete       | bulk         | token
            connect refused  | transport 0  | transport 0  | transport 0 +0 | transport 0 +0 | transport 0  | transport 0  | transport 0  | transport 0
            tls failure      | transport 0  | transport 0  | transport 0 +0 | transport 0 +0 | transport 0  | transport 0  | transport 0  | transport 0
            reset before st. | transport 3  | transport 3  | unknown 1 +0   | unknown 3 +0   | unknown 1    | unknown 3    | failed 1     | transport 3
            reset after sto. | transport 3  | transport 3  | unknown 1 +1   | ok 1 +1        | unknown 1    | unknown 3    | ok 1         | transport 3
            read timeout     | transport 3  | transport 3  | unknown 1 +1   | ok 1 +1        | unknown 1    | unknown 3    | ok 1         | transport 3
            drip             | transport 1  | transport 1  | unknown 1 +1   | unknown 1 +1   | ok 1         | ok 1         | ok 1         | transport 1
            truncated        | transport 3  | transport 3  | unknown 1 +1   | ok 1 +1        | ok 1         | ok 1         | ok 1         | transport 3
            too many reques. | limited 3    | limited 3    | limited 3 +0   | limited 3 +0   | limited 3    | limited 3    | limited 3    | limited 3
            internal error   | server 3     | server 3     | server 1 +0    | server 3 +0    | server 1     | server 3     | failed 1     | server 3
            bad gateway      | server 3     | server 3     | server 1 +0    | server 3 +0    | server 1     | server 3     | failed 1     | server 3
            unavailable      | server 3     | server 3     | server 1 +0    | server 3 +0    | server 1     | server 3     | failed 1     | server 3
            html 200         | unexpected 3 | unexpected 3 | unexpected 1 +0 | unexpected 3 +0 | unexpected 1 | unexpected 1 | failed 1     | unexpected 1
            empty 200        | unexpected 3 | unexpected 3 | unexpected 1 +1 | ok 1 +1         | ok 1         | ok 1         | ok 1         | unexpected 1
            not modified     | unexpected 1 | unexpected 1 | unexpected 1 +0 | unexpected 1 +0 | unexpected 1 | unexpected 1 | failed 1     | unexpected 1
            redirect elsewh. | unexpected 1 | unexpected 1 | unexpected 1 +0 | unexpected 1 +0 | unexpected 1 | unexpected 1 | failed 1     | unexpected 1
            """;

    /** An operation, the request that has the fault, and the call of a user. */
    private enum Operation {
        LIST(
                "GET",
                "/api/v1/data-connections",
                (qlik, id) -> qlik.dataConnections().list(ConnectionQuery.all()).stream()
                        .count()),
        SPEC(
                "GET",
                "/api/v1/data-sources/rest/api-specs",
                (qlik, id) -> qlik.dataSources().spec("rest")),
        CREATE(
                "POST",
                "/api/v1/data-connections",
                (qlik, id) -> qlik.dataConnections().create(draft())),
        ENSURE(
                "POST",
                "/api/v1/data-connections",
                (qlik, id) -> qlik.dataConnections().ensure(draft())),
        PATCH(
                "PATCH",
                "/api/v1/data-connections/",
                (qlik, id) -> qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder()
                                        .set("bucketName", "other")
                                        .secret("secretKey", Secret.of(SECRET))
                                        .build())),
        DELETE(
                "DELETE",
                "/api/v1/data-connections/",
                (qlik, id) -> qlik.dataConnections().delete(id)),
        BULK(
                "POST",
                "/api/v1/data-connections/actions/delete",
                (qlik, id) -> qlik.dataConnections().deleteAll(List.of(id))),
        TOKEN(
                "POST",
                "/oauth/token",
                (qlik, id) -> qlik.spaces().list().stream().toList());

        private final String method;
        private final String path;

        @SuppressWarnings("ImmutableEnumChecker") // the actions hold no state
        private final Action action;

        Operation(String method, String path, Action action) {
            this.method = method;
            this.path = path;
            this.action = action;
        }

        boolean is(RawServer.Request request) {
            return request.is(method, path)
                    && (this == BULK || !request.target().contains("/actions/"));
        }

        boolean creates() {
            return this == CREATE || this == ENSURE;
        }
    }

    @FunctionalInterface
    private interface Action {
        Object run(QlikClient qlik, String connectionId);
    }

    @Test
    void everyFaultHasItsDocumentedOutcome() throws Exception {
        try (RawServer otherServer =
                        new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"));
                RawServer untrusted = new RawServer(
                        TestCertificates.server(TestCertificates.selfSigned("dns:localhost,ip:127.0.0.1"))
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        (request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"))) {
            Fault.redirectTarget = "127.0.0.1:" + otherServer.port();
            String tls = "https://localhost:" + untrusted.port();

            Map<String, List<Supplier<String>>> rows = new LinkedHashMap<>();
            rows.put("connect refused", row(operation -> runUnreachable(operation, REFUSING)));
            rows.put("tls failure", row(operation -> runUnreachable(operation, tls)));
            Stream.of(Fault.values())
                    .filter(fault -> fault != Fault.NONE)
                    .forEach(fault -> rows.put(name(fault), row(operation -> runWithFault(operation, fault))));
            List<List<String>> table = table(rows);

            TestMetrics.record("fault-matrix", "end, requests, connections of a create\n" + aligned(table));
            assertThat(aligned(table)).isEqualTo(aligned(expected()));
            assertThat(otherServer.requests()).isEmpty();
            assertThat(untrusted.requests()).isEmpty();
        }
    }

    private static List<Supplier<String>> row(java.util.function.Function<Operation, String> cell) {
        return Stream.of(Operation.values())
                .<Supplier<String>>map(operation -> () -> cell.apply(operation))
                .toList();
    }

    private static List<List<String>> table(Map<String, List<Supplier<String>>> rows) throws Exception {
        // Most cells only wait, so they run in parallel. Two rows wait for timeouts, with one thread for each cell.
        ExecutorService cells = Executors.newFixedThreadPool(32);
        try {
            Map<String, List<Future<String>>> running = new LinkedHashMap<>();
            rows.forEach((name, row) -> running.put(
                    name, row.stream().map(cell -> cells.submit(cell::get)).toList()));
            List<List<String>> table = new ArrayList<>();
            List<String> head = new ArrayList<>(List.of(""));
            Stream.of(Operation.values()).forEach(o -> head.add(o.name().toLowerCase(Locale.ROOT)));
            table.add(head);
            for (Map.Entry<String, List<Future<String>>> row : running.entrySet()) {
                List<String> line = new ArrayList<>(List.of(row.getKey()));
                for (Future<String> cell : row.getValue()) {
                    line.add(cell.get());
                }
                table.add(line);
            }
            return table;
        } finally {
            cells.shutdownNow();
        }
    }

    private static String runWithFault(Operation operation, Fault fault) {
        try (FakeTenant tenant = tenant();
                FaultInjectingServer wire =
                        new FaultInjectingServer(tenant.url(), request -> operation.is(request) ? fault : Fault.NONE);
                QlikClient qlik = TrackedClients.build(
                        client(wire.url(), tenant, operation).operationTimeout(operationTimeout(fault)))) {
            String id = tenant.addConnection("File_AmazonS3ConnectorV2", "There", null, Map.of("bucketName", "acme"));
            String end = end(qlik, operation, id);
            long stored = tenant.connections().stream()
                    .filter(connection -> connection.name().equals("New"))
                    .count();
            return end + " " + wire.faults() + (operation.creates() ? " +" + stored : "");
        } catch (Exception e) {
            throw new IllegalStateException(operation + " × " + fault, e);
        }
    }

    private static String runUnreachable(Operation operation, String url) {
        try (FakeTenant tenant = tenant();
                QlikClient qlik = TrackedClients.build(client(url, tenant, operation))) {
            return end(qlik, operation, "id") + " " + tenant.requestCount() + (operation.creates() ? " +0" : "");
        }
    }

    /** Returns a timeout that exceeds three response timeouts. It is shorter for a slow response, which nothing else ends. */
    private static Duration operationTimeout(Fault fault) {
        return Duration.ofSeconds(fault == Fault.DRIP ? 4 : 8);
    }

    private static FakeTenant tenant() {
        return FakeTenant.builder().oauthClient("client-7", CLIENT_SECRET).start();
    }

    private static QlikClientBuilder client(String url, FakeTenant tenant, Operation operation) {
        return QlikClient.builder()
                .tenant(url)
                .credentials(
                        operation == Operation.TOKEN
                                ? QlikCredentials.oauth("client-7", Secret.of(CLIENT_SECRET))
                                : QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .responseTimeout(Duration.ofMillis(1500))
                .createResponseTimeout(Duration.ofMillis(1500))
                .backoffBaseDelay(Duration.ofMillis(1));
    }

    private static String end(QlikClient qlik, Operation operation, String id) {
        String end;
        try {
            operation.action.run(qlik, id);
            end = "ok";
        } catch (RateLimitedException e) {
            end = checkedOutcome("limited", e);
        } catch (ServerException e) {
            end = checkedOutcome("server", e);
        } catch (QlikApiException e) {
            end = checkedOutcome(String.valueOf(e.status()), e);
        } catch (TransportException e) {
            end = checkedOutcome(e.outcomeUnknown() ? "unknown" : "transport", e);
        } catch (UnexpectedResponseException e) {
            end = checkedOutcome("unexpected", e);
        } catch (BulkFailureException e) {
            assertThat(e.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);
            end = checkedOutcome("failed", e);
        }
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(TrackedClients.leased(qlik)).isZero());
        return end;
    }

    /** Returns the outcome after a check that neither the exception nor its causes contain anything that was sent. */
    private static String checkedOutcome(String end, QlikException thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain(SECRET, CLIENT_SECRET, "Bearer ", "Sign in");
        return end;
    }

    private static ConnectionDraft draft() {
        return ConnectionDraft.builder("File_AmazonS3ConnectorV2", "New")
                .set("region", "eu-west-1")
                .set("bucketName", "acme")
                .secret("accessKey", Secret.of(SECRET))
                .secret("secretKey", Secret.of(SECRET))
                .build();
    }

    private static String name(Fault fault) {
        String name = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return name.length() > 16 ? name.substring(0, 15) + "." : name;
    }

    private static List<List<String>> expected() {
        return EXPECTED.lines()
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    private static String aligned(List<List<String>> table) {
        return table.stream()
                .map(line -> line.stream()
                        .map(cell -> String.format(Locale.ROOT, "%-16s", cell))
                        .collect(Collectors.joining("| "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
