package io.github.qlikconnections.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.event.BulkItemEvent;
import io.github.qlikconnections.event.RateLimiterFailureEvent;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.event.RunContext;
import io.github.qlikconnections.event.SpecCacheEvent;
import io.github.qlikconnections.event.TokenRenewalEvent;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the tables of {@code docs/reference/observations.md} with what the listeners record for each kind of event. */
class ObservationsReferenceTest {

    private static final RequestEvent EVENT =
            RequestEvent.builder("listDataSources", 1).requestId("1").build();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String[]> rows = rows();

    @Test
    void tableOfMetersContainsEachMeterWithItsTypeAndTags() {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(registry));
        sendEachEvent(QlikObservationListener.builder(observations).build());
        sendEachEvent(QlikMeterListener.of(registry));

        assertThat(rows)
                .filteredOn(row -> row[1].startsWith("`qlik."))
                .extracting(row -> row[1] + " " + row[2] + " " + row[3])
                .containsExactlyInAnyOrderElementsOf(registry.getMeters().stream()
                        .map(Meter::getId)
                        .map(id -> code(id.getName()) + " " + type(id) + " " + tags(id))
                        .collect(Collectors.toSet()));
    }

    @Test
    void tableOfMetersRepeatsTheDescriptionsOfTheMeters() {
        sendEachEvent(QlikMeterListener.of(registry));

        assertThat(rows)
                .extracting(row -> row[1] + " " + row[row.length - 1])
                .containsAll(registry.getMeters().stream()
                        .map(Meter::getId)
                        .map(id -> code(id.getName()) + " " + id.getDescription())
                        .toList());
    }

    @Test
    void tableOfKeysContainsTheKeysOfTheConvention() {
        QlikRequestConvention convention = new QlikRequestConvention();
        QlikRequestContext context = new QlikRequestContext(EVENT);

        assertThat(keys("meters, spans")).isEqualTo(names(convention.getLowCardinalityKeyValues(context)));
        assertThat(keys("spans")).isEqualTo(names(convention.getHighCardinalityKeyValues(context)));
    }

    private static void sendEachEvent(RequestListener listener) {
        listener.requestStarted(EVENT);
        listener.throttled(EVENT);
        listener.waitStarted(EVENT);
        listener.waitFinished(EVENT);
        listener.attemptFinished(EVENT);
        listener.retried(EVENT);
        listener.requestFinished(EVENT);
        listener.tokenRenewed(TokenRenewalEvent.of(Duration.ZERO, null));
        listener.specCacheUsed(SpecCacheEvent.of(true));
        listener.bulkItemFinished(BulkItemEvent.of(RunContext.of("ensureAll", "1"), "CREATED", null));
        listener.rateLimiterFailed(RateLimiterFailureEvent.of("IOException"));
    }

    private static String type(Meter.Id id) {
        return id.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String tags(Meter.Id id) {
        return id.getTags().stream()
                .map(Tag::getKey)
                .map(ObservationsReferenceTest::code)
                .collect(Collectors.joining(" "));
    }

    private List<String> keys(String place) {
        return rows.stream()
                .filter(row -> row[2].equals(place))
                .map(row -> row[1])
                .sorted()
                .toList();
    }

    private static List<String> names(KeyValues keyValues) {
        return keyValues.stream()
                .map(KeyValue::getKey)
                .map(ObservationsReferenceTest::code)
                .sorted()
                .toList();
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    /** Returns the cells of each row whose first cell is code, from index 1. */
    private static List<String[]> rows() {
        try (Stream<String> lines = Files.lines(Path.of("..", "..", "docs", "reference", "observations.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
