package io.github.qlikconnections.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library does not expose the default behavior of generated clients, for any operation. */
class GeneratedClientDefectsTest {

    private static final String ID = "3f0a1f0e-5c5e-4c5a-9a36-0d9e3f3c1a01";

    /** At least one read and one write of each OpenAPI document. */
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "sources", qlik -> qlik.dataSources().list(),
            "spec", qlik -> qlik.dataSources().spec("rest"),
            "connections",
                    qlik -> qlik.dataConnections()
                            .list(ConnectionQuery.all())
                            .iterator()
                            .hasNext(),
            "connection", qlik -> qlik.dataConnections().get(ID),
            "bulk deletion", qlik -> qlik.dataConnections().deleteAll(List.of(ID)),
            "credentials", qlik -> qlik.dataCredentials().get(ID),
            "orphans", qlik -> qlik.dataCredentials().orphans(),
            "spaces", qlik -> qlik.spaces().list().stream().toList(),
            "space", qlik -> qlik.spaces().get("s1"));

    @FunctionalInterface
    private interface Operation {
        Object run(QlikClient qlik);
    }

    static Stream<String> operations() {
        return OPERATIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void messageContainsNeitherBodyNorHeaderOfAnErrorResponse(String operation) throws IOException {
        QlikException thrown = failureOf(
                operation,
                socket -> RawServer.write(
                        socket,
                        "HTTP/1.1 404 Gone\r\nX-Marker: marker-of-a-header\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 28\r\n\r\n{\"x\":\"marker-of-the-body\"  }"));
        assertThat(thrown).isInstanceOf(NotFoundException.class);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        // The name of the library's own exception contains that of the generated client's.
        assertThat(trace.toString().replace("QlikApiException", ""))
                .doesNotContain("marker", "ApiException", "_handleError");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void emptyBodyIsExplained(String operation) throws IOException {
        for (String status : List.of("304 Not Modified", "200 OK", "204 No Content")) {
            assertThat(failureOf(operation, socket -> RawServer.write(socket, bodiless(status))))
                    .as(status)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("has no " + (status.startsWith("304") ? "content" : "body"));
        }
    }

    private static String bodiless(String status) {
        return "HTTP/1.1 " + status + "\r\n" + (status.startsWith("200") ? "Content-Length: 0\r\n" : "") + "\r\n";
    }

    @ParameterizedTest
    @MethodSource("operations")
    void htmlPageInPlaceOfJsonIsExplained(String operation) throws IOException {
        assertThat(failureOf(operation, socket -> RawServer.send(socket, "200 OK", "text/html", "<html>marker</html>")))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is text/html, not JSON")
                .hasMessageNotContaining("marker");
    }

    @Test
    void htmlPageIsNotASuccessfulDeletion() throws IOException {
        try (RawServer server = new RawServer(
                        (request, socket) -> RawServer.send(socket, "200 OK", "text/html", "<html>marker</html>"));
                QlikClient qlik = client(server)) {
            assertThat(catchThrowable(() -> qlik.dataConnections().delete(ID)))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("is text/html, but no body was expected")
                    .hasMessageNotContaining("marker");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sizeOfTheBodyIsLimited(String operation) throws IOException {
        String large = "{\"id\":\"" + "x".repeat(5000) + "\"}";
        assertThat(failureOf(operation, socket -> RawServer.send(socket, "200 OK", "application/json", large)))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is larger than the limit");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void requestHasTheUserAgentOfTheLibraryAndAContentTypeOnlyWithABody(String operation) throws IOException {
        try (RawServer server =
                        new RawServer((request, socket) -> RawServer.send(socket, "404 No", "application/json", "{}"));
                QlikClient qlik = client(server)) {
            assertThat(catchThrowable(() -> OPERATIONS.get(operation).run(qlik)))
                    .isInstanceOf(QlikException.class);
            assertThat(server.requests()).isNotEmpty().allSatisfy(request -> {
                String head = request.head().toLowerCase(Locale.ROOT);
                assertThat(head.contains("\ncontent-type:"))
                        .isEqualTo(!request.body().isEmpty());
                assertThat(head).contains("user-agent: qlik-connections-java/").doesNotContain("openapi");
            });
        }
    }

    @Test
    void anySuccessStatusWithoutABodyIsAcceptedIfNoBodyIsDocumented() throws IOException {
        for (String status : List.of("204 No Content", "200 OK", "202 Accepted")) {
            try (RawServer server = new RawServer((request, socket) -> RawServer.write(
                            socket,
                            request.is("GET", "/")
                                    ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n"
                                            + "{\"qID\":\"c1\",\"qName\":\"n\"}"
                                    : "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
                    QlikClient qlik = client(server)) {
                assertThat(qlik.dataConnections().delete(ID)).isTrue();
                qlik.dataConnections()
                        .update(ID, ConnectionPatch.builder().tags("t").build());
                assertThat(server.requests())
                        .extracting(RawServer.Request::method)
                        .endsWith("DELETE", "GET", "PATCH");
            }
        }
    }

    private static QlikException failureOf(String operation, Response response) throws IOException {
        try (RawServer server = new RawServer((request, socket) -> response.writeTo(socket));
                QlikClient qlik = client(server)) {
            Throwable thrown = catchThrowable(() -> OPERATIONS.get(operation).run(qlik));
            assertThat(thrown).isInstanceOf(QlikException.class);
            // A bulk action wraps the exception that ended it, to keep the results so far.
            return thrown instanceof BulkFailureException bulk && bulk.getCause() instanceof QlikException cause
                    ? cause
                    : (QlikException) thrown;
        }
    }

    @FunctionalInterface
    private interface Response {
        void writeTo(Socket socket) throws IOException;
    }

    private static QlikClient client(RawServer server) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(server.url())
                .credentials(QlikCredentials.apiKey(Secret.of("key")))
                .maxResponseBytes(4000)
                .backoffBaseDelay(Duration.ofMillis(1))
                .responseTimeout(Duration.ofSeconds(20)));
    }
}
