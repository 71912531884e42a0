package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.RecordedLogs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class ListenerTest {

    private final List<String> events = new ArrayList<>();
    private final ManualTiming timing = new ManualTiming();

    private final RequestListener listener = new RequestListener() {
        @Override
        public void requestStarted(RequestEvent event) {
            record("started", event);
        }

        @Override
        public void attemptFinished(RequestEvent event) {
            record("attempt", event);
        }

        @Override
        public void throttled(RequestEvent event) {
            record("throttled", event);
        }

        @Override
        public void retried(RequestEvent event) {
            record("retried", event);
        }

        @Override
        public void requestFinished(RequestEvent event) {
            record("finished", event);
        }
    };

    private void record(String what, RequestEvent event) {
        // The rest is the same for all events of a request.
        String text = event.toString();
        events.add(what + ": " + text.substring(0, text.indexOf(" [")));
    }

    @Test
    void listenerReceivesTheEventsOfARequestWithoutValues() throws IOException {
        String[] responses = {"429 No\r\nRetry-After: 7", "503 No", "200 OK"};
        assertThat(failureOfCall(listener, responses)).isNull();
        assertThat(events)
                .containsExactly(
                        "started: getDataConnection (tier 1) attempt 0, no status, 0 ms",
                        "attempt: getDataConnection (tier 1) attempt 1, status 429, 0 ms, FAILURE RateLimitedException",
                        "retried: getDataConnection (tier 1) attempt 1, status 429, 0 ms, FAILURE RateLimitedException",
                        "throttled: getDataConnection (tier 1) attempt 2, no status, 7000 ms",
                        "attempt: getDataConnection (tier 1) attempt 2, status 503, 0 ms, FAILURE ServerException",
                        "retried: getDataConnection (tier 1) attempt 2, status 503, 7000 ms, FAILURE ServerException",
                        "attempt: getDataConnection (tier 1) attempt 3, status 200, 0 ms, SUCCESS",
                        "finished: getDataConnection (tier 1) attempt 3, status 200, 7500 ms, SUCCESS");
    }

    @Test
    void listenerReceivesTheEndOfAFailedRequest() throws IOException {
        assertThat(failureOfCall(listener, "404 No")).isNotNull();
        assertThat(events).last().asString().startsWith("finished: getDataConnection (tier 1) attempt 1, status 404");
    }

    @Test
    void exceptionOfAListenerIsLoggedWithoutItsMessageAndFailsNoCall() throws IOException {
        RequestListener broken = new RequestListener() {
            @Override
            public void attemptFinished(RequestEvent event) {
                throw new IllegalStateException("marker-of-the-listener");
            }
        };
        Throwable[] thrown = new Throwable[1];
        List<RecordedLogs.Event> log = RecordedLogs.during(() -> {
            try {
                thrown[0] = failureOfCall(broken, "200 OK");
            } catch (IOException e) {
                thrown[0] = e;
            }
        });
        assertThat(thrown[0]).isNull();
        assertThat(log)
                .filteredOn(event -> event.level() == Level.WARN)
                .hasSize(1)
                .allMatch(event -> event.text().contains("java.lang.IllegalStateException"));
        assertThat(log).noneMatch(event -> event.text().contains("marker-of-the-listener"));
    }

    @Test
    void errorsAndCheckedExceptionsOfAListenerFailNoCall() throws IOException {
        RequestListener broken = new RequestListener() {
            @Override
            public void requestStarted(RequestEvent event) {
                throw new NoClassDefFoundError("io/metrics/Counter");
            }

            @Override
            public void requestFinished(RequestEvent event) {
                ListenerTest.<RuntimeException>throwUnchecked(new IOException("checked"));
            }
        };
        assertThat(failureOfCall(broken, "200 OK")).isNull();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void logContainsOnlyTheAllowedFields() throws IOException {
        List<RecordedLogs.Event> log = RecordedLogs.during(() -> {
            try {
                failureOfCall(List.of(), "200 OK");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(log)
                .filteredOn(event -> event.logger().startsWith("io.github.qlikconnections"))
                .extracting(RecordedLogs.Event::text)
                .containsExactly("getDataConnection attempt 1: 200 in 0 ms");
        assertThat(log).noneMatch(event -> event.text().contains("the-bearer-token"));
    }

    @Test
    void allListenersAreCalledIfTheFirstOneThrows() throws IOException {
        RequestListener broken = new RequestListener() {
            @Override
            public void attemptFinished(RequestEvent event) {
                throw new IllegalStateException("broken");
            }
        };

        assertThat(failureOfCall(List.of(broken, listener), "200 OK")).isNull();

        assertThat(events)
                .extracting(event -> event.substring(0, event.indexOf(':')))
                .containsExactly("started", "attempt", "finished");
    }

    private Throwable failureOfCall(RequestListener listener, String... responses) throws IOException {
        return failureOfCall(List.of(listener), responses);
    }

    private Throwable failureOfCall(List<RequestListener> listeners, String... responses) throws IOException {
        RequestListener[] all = listeners.toArray(RequestListener[]::new);
        AtomicInteger next = new AtomicInteger();
        try (RawServer server = new RawServer((request, socket) ->
                        RawServer.send(socket, responses[next.getAndIncrement()], "application/json", "{}"));
                Transport transport = Transports.open(server.url(), Transports.SETTINGS, timing, all)
                        .withBearerTokens(deadline -> Secret.of("the-bearer-token"))) {
            Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
            return catchThrowable(() ->
                    transport.send(call, new WireRequest("GET", "/x", Map.of(), null), InputStream::readAllBytes));
        }
    }
}
