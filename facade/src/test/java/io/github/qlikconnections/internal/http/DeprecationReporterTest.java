package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.event.DeprecationEvent;
import io.github.qlikconnections.invariants.RecordedLogs;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** Announced deprecations are reported once for each operation and client. */
class DeprecationReporterTest {

    private final RecordedEvents events = new RecordedEvents();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deprecation: @1793491200|is deprecated as of 2026-11-01T00:00:00Z",
                "Deprecation: Sun, 01 Nov 2026 00:00:00 GMT|is deprecated as of 2026-11-01T00:00:00Z",
                "Deprecation: true|is deprecated",
                "Deprecation: ?1|is deprecated",
                "Sunset: Mon, 01 Nov 2027 00:00:00 GMT|is deprecated, is expected to stop working on"
                        + " 2027-11-01T00:00:00Z",
                "sunset: soon|is deprecated",
                "Link: <https://qlik.dev/x>; rel=\"deprecation\"|is deprecated, see https://qlik.dev/x",
                "Link: <https://a.example/n>; rel=next, <https://qlik.dev/x>; type=\"text/html\"; rel=\"sunset"
                        + " help\"|is deprecated, see https://qlik.dev/x",
                "LINK: <not a uri>; REL=Sunset|is deprecated"
            })
    void anAnnouncementIsReported(String field, String text) throws IOException {
        List<RecordedLogs.Event> log = call(1, field + "\r\n");

        assertThat(events.list()).contains("deprecated getDataConnection " + text);
        assertThat(log)
                .filteredOn(event -> event.level() == Level.WARN)
                .extracting(RecordedLogs.Event::text)
                .containsExactly("getDataConnection " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Sunset: 1",
                "Link: <https://a.example/2>; rel=\"next\"",
                "Link: </deprecation>; title=\"deprecation\"",
                "Deprecation: ?0",
                "Deprecation: false"
            })
    void otherHeaderFieldsAreIgnored(String field) throws IOException {
        List<RecordedLogs.Event> log = call(1, field + "\r\n");

        assertThat(events.list()).noneMatch(line -> line.startsWith("deprecated"));
        assertThat(log).noneMatch(event -> event.level() == Level.WARN);
    }

    @Test
    void anOperationIsReportedOnceForAClient() throws IOException {
        List<RecordedLogs.Event> log = call(5, "Sunset: Mon, 01 Nov 2027 00:00:00 GMT\r\n");

        assertThat(events.list())
                .filteredOn(line -> line.startsWith("deprecated"))
                .hasSize(1);
        assertThat(log).filteredOn(event -> event.level() == Level.WARN).hasSize(1);
    }

    @Test
    void linkThatContainsTheTokenIsOmitted() throws IOException {
        List<RecordedLogs.Event> log = call(1, "Link: <https://evil.example/the-bearer-token>; rel=deprecation\r\n");

        assertThat(events.list()).contains("deprecated getDataConnection is deprecated");
        assertThat(log).noneMatch(event -> event.text().contains("the-bearer-token"));
    }

    @Test
    void errorResponseCanAnnounceTheDeprecation() throws IOException {
        try (RawResponses tenant =
                new RawResponses(events, "HTTP/1.1 404 X\r\nDeprecation: @1793491200\r\nContent-Length: 0\r\n\r\n")) {
            tenant.failure(Operation.GET_SPACE, "GET");
        }
        assertThat(events.list()).contains("deprecated getSpace is deprecated as of 2026-11-01T00:00:00Z");
    }

    @Test
    void eventContainsTheAnnouncedValues() {
        DeprecationEvent event = DeprecationEvent.builder("listSpaces").build();

        assertThat(event.operation()).isEqualTo("listSpaces");
        assertThat(event.deprecatedSince()).isEmpty();
        assertThat(event.sunset()).isEmpty();
        assertThat(event.links()).isEmpty();
    }

    private List<RecordedLogs.Event> call(int times, String fields) throws IOException {
        String response =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + fields + "Content-Length: 2\r\n\r\n{}";
        try (RawResponses tenant = new RawResponses(events, response)) {
            return RecordedLogs.during(() -> {
                for (int i = 0; i < times; i++) {
                    tenant.send(Operation.GET_CONNECTION, "GET");
                }
            });
        }
    }
}
