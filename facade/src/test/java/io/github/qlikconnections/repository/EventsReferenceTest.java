package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Compares the tables of {@code docs/reference/events.md} with the listener and with the events of requests. */
class EventsReferenceTest {

    private static final Pattern METHODS = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");
    private static final String REPEATED = "| 503, then success | | |\n|---|---|---|\n";
    private static final String LOST = "| a create whose response is lost | | |\n|---|---|---|\n";

    private final FakeTenant tenant = FakeTenant.start();
    private final String page =
            RepositoryFiles.read(Path.of("docs/reference/events.md")).replace("\r\n", "\n");
    private final RowListener rows = new RowListener();
    private final QlikClient qlik = TrackedClients.build(QlikClient.builder()
            .tenant(tenant.url())
            .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
            .backoffBaseDelay(Duration.ofMillis(1))
            .addListener(rows));

    @AfterEach
    void close() {
        qlik.close();
        tenant.close();
    }

    @Test
    void tableHasEachMethodOfTheListener() {
        String table = page.substring(0, page.indexOf(REPEATED));

        assertThat(METHODS.matcher(table)
                        .results()
                        .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", "))))
                .containsExactlyInAnyOrder(Stream.of(RequestListener.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toArray(String[]::new));
    }

    @Test
    void tableOfARepeatedRequestHasItsEventsInOrder() {
        tenant.stubNext(StubResponse.status(503));

        qlik.dataSources().list();

        assertThat(page).contains(REPEATED + rows.table + "\n");
    }

    @Test
    void tableOfALostResponseHasItsEventsInOrder() {
        ConnectionDraft draft = ConnectionDraft.builder("rest", "Orders API")
                .set("url", "https://api.example.com/orders")
                .build();
        qlik.dataConnections().validate(draft);
        rows.table.setLength(0);
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> qlik.dataConnections().create(draft));

        assertThat(page).contains(LOST + rows.table + "\n");
    }

    /** Writes the events of requests as rows of the tables. */
    private static final class RowListener implements RequestListener {

        private final StringBuilder table = new StringBuilder();

        @Override
        public void requestStarted(RequestEvent event) {
            table.append("| `requestStarted` | | |\n");
        }

        @Override
        public void attemptFinished(RequestEvent event) {
            append("attemptFinished", event);
        }

        @Override
        public void retried(RequestEvent event) {
            append("retried", event);
        }

        @Override
        public void requestFinished(RequestEvent event) {
            append("requestFinished", event);
        }

        private void append(String method, RequestEvent event) {
            table.append("| `%s` | attempt %d, %s | `%s` |\n"
                    .formatted(
                            method,
                            event.attempt(),
                            event.status().isPresent()
                                    ? "status " + event.status().getAsInt()
                                    : "no status",
                            Stream.of(event.outcome().map(Enum::name), event.errorType())
                                    .flatMap(Optional::stream)
                                    .collect(Collectors.joining(" "))));
        }
    }
}
