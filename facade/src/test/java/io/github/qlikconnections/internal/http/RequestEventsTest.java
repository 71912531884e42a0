package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.BROKEN;
import static io.github.qlikconnections.internal.http.RawResponses.OK;
import static io.github.qlikconnections.internal.http.RawResponses.json;
import static io.github.qlikconnections.internal.http.RawResponses.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.QlikException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of one request: each attempt and the request end once, and each attempt has the status of its response. */
class RequestEventsTest {

    private static final String HTML = response(200, "text/html", "<html>");

    private final RecordedEvents events = new RecordedEvents();

    @Test
    void unusableResponseEndsItsAttempt() throws IOException {
        run("GET", json(503, "{}"), HTML, HTML);

        assertThat(events.list())
                .containsExactly(
                        "started getDataConnection 0",
                        "attempt 1 503 FAILURE ServerException",
                        "retried 1 503 FAILURE ServerException",
                        "attempt 2 200 FAILURE UnexpectedResponseException",
                        "retried 2 200 FAILURE UnexpectedResponseException",
                        "attempt 3 200 FAILURE UnexpectedResponseException",
                        "finished 3 200 FAILURE UnexpectedResponseException");
    }

    @Test
    void anAttemptWithoutAResponseHasNoStatus() throws IOException {
        run("GET", json(503, "{}"), BROKEN, OK);

        assertThat(events.list())
                .containsExactly(
                        "started getDataConnection 0",
                        "attempt 1 503 FAILURE ServerException",
                        "retried 1 503 FAILURE ServerException",
                        "attempt 2 - FAILURE TransportException",
                        "retried 2 - FAILURE TransportException",
                        "attempt 3 200 SUCCESS",
                        "finished 3 200 SUCCESS");
    }

    @Test
    void retriedDeletionThatFindsNothingIsASuccess() throws IOException {
        run("DELETE", json(503, "{}"), json(404, "{}"));

        assertThat(events.list())
                .containsExactly(
                        "started deleteDataConnection 0",
                        "attempt 1 503 UNKNOWN ServerException",
                        "retried 1 503 UNKNOWN ServerException",
                        "attempt 2 404 SUCCESS",
                        "finished 2 404 SUCCESS");
    }

    @Test
    void deletionThatFindsNothingIsAFailure() throws IOException {
        run("DELETE", json(404, "{}"));

        assertThat(events.list())
                .containsExactly(
                        "started deleteDataConnection 0",
                        "attempt 1 404 FAILURE NotFoundException",
                        "finished 1 404 FAILURE NotFoundException");
    }

    @Test
    void writeThatMayHaveBeenAppliedHasAnUnknownOutcome() throws IOException {
        run("POST", BROKEN);

        assertThat(events.list())
                .containsExactly(
                        "started createDataConnection 0",
                        "attempt 1 - UNKNOWN TransportException",
                        "finished 1 - UNKNOWN TransportException");
    }

    @Test
    void unexpectedExceptionEndsTheAttemptAndTheRequest() throws IOException {
        try (RawResponses tenant = new RawResponses(events, OK)) {
            Transport transport = tenant.transport();
            Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline());
            assertThatThrownBy(() -> transport.send(call, new WireRequest("GET", "/x", Map.of(), null), body -> {
                        throw new IllegalStateException("A fault of the reader.");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(events.list())
                .containsExactly(
                        "started getDataConnection 0",
                        "attempt 1 - FAILURE IllegalStateException",
                        "finished 1 - FAILURE IllegalStateException");
    }

    @Test
    void aRequestWithoutATokenEndsWithoutAnAttempt() throws IOException {
        try (RawResponses tenant = new RawResponses(events, OK)) {
            Transport transport = tenant.transport().withBearerTokens(deadline -> {
                throw new QlikException("There is no token.");
            });
            Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline());
            assertThatThrownBy(() -> transport.send(call, new WireRequest("GET", "/x", Map.of(), null), null))
                    .hasMessage("There is no token.");
        }
        assertThat(events.list()).containsExactly("started getDataConnection 0", "finished 0 - FAILURE QlikException");
    }

    private void run(String method, String... responses) throws IOException {
        Operation operation = switch (method) {
            case "GET" -> Operation.GET_CONNECTION;
            case "DELETE" -> Operation.DELETE_CONNECTION;
            default -> Operation.CREATE_CONNECTION;
        };
        try (RawResponses tenant = new RawResponses(events, responses)) {
            tenant.failure(operation, method);
        }
    }
}
