package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.http.InterruptedCall;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StubResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrefetchTest extends FakeTenantFixture {

    private static final String THREADS = "qlik-connections-prefetch-";
    private static final int PAGES = 5;

    @BeforeEach
    void addFivePages() {
        for (int i = 0; i < PAGES * 100; i++) {
            tenant.addConnection(S3, "Lake " + i, null, Map.of());
        }
    }

    @Test
    void firstPageAloneStartsNoPrefetch() {
        pages().next();

        assertThat(prefetchThreads()).isZero();
        assertThat(tenant.requestCount()).isEqualTo(1);
    }

    @Test
    void nextPageIsRequestedWhileTheConsumerHasTheSecond() {
        Iterator<List<DataConnection>> pages = pages();
        pages.next();
        pages.next();

        await().until(() -> tenant.requestCount() == 3);
        assertThat(pages.next()).hasSize(100);
    }

    @Test
    void listThatIsLeftEarlyCausesOneRequestMore() {
        Iterator<List<DataConnection>> pages = pages();
        pages.next();
        pages.next();
        await().until(() -> tenant.requestCount() == 3);

        qlik.close();

        await().until(() -> prefetchThreads() == 0);
        assertThat(tenant.requestCount()).isEqualTo(3);
    }

    @Test
    void wholeListCausesOneRequestPerPageInOrder() {
        List<String> names =
                list(qlik).stream().map(DataConnection::name).distinct().toList();

        assertThat(names).hasSize(PAGES * 100);
        assertThat(names.get(0)).isEqualTo("Lake 0");
        assertThat(names.get(names.size() - 1)).isEqualTo("Lake " + (names.size() - 1));
        assertThat(tenant.requestCount()).isEqualTo(PAGES);
    }

    @Test
    void failureOfAPrefetchedPageIsThrownWhenThePageIsNeeded() {
        Iterator<List<DataConnection>> pages = pages();
        pages.next();
        tenant.stubNext(onPage(3), StubResponse.status(403));
        pages.next();
        await().until(() -> tenant.requestCount() == 3);

        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(pages::hasNext);
        assertThat(pages.next()).as("the page after another attempt").hasSize(100);
    }

    @Test
    void interruptionOfTheConsumerEndsThePrefetch() {
        tenant.stubNext(onPage(3), StubResponse.passThrough().delayed(Duration.ofMinutes(1)));
        Iterator<List<DataConnection>> pages = pages();

        InterruptedCall call = InterruptedCall.start(() -> pages.forEachRemaining(page -> {}))
                .awaitCondition(() -> tenant.requestCount() == 3)
                .awaitWaiting();

        assertThat(call.interrupt()).hasMessageContaining("next page");
        await().untilAsserted(() ->
                assertThat(TrackedClients.leased(qlik)).as("the fetch").isZero());
    }

    @Test
    void prefetchedPageHasTheDeadlineOfARequest() {
        tenant.stubNext(onPage(3), StubResponse.passThrough().delayed(Duration.ofMinutes(1)));
        Iterator<List<DataConnection>> pages = pages(qlik.withOptions(
                options -> options.operationTimeout(Duration.ofMillis(500)).maxAttempts(1)));
        pages.next();
        pages.next();

        assertThatExceptionOfType(TransportException.class).isThrownBy(pages::next);
    }

    @Test
    void consumerFetchesPagesWhileAllThreadsAreBusy() {
        try (QlikClient small = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .maxConnections(2))) {
            tenant.stubNext(onPage(3), StubResponse.passThrough().delayed(Duration.ofMillis(500)));
            Iterator<List<DataConnection>> busy = pages(small);
            busy.next();
            busy.next();
            await().until(() -> tenant.requestCount() == 3);

            assertThat(list(small).stream()).hasSize(PAGES * 100);
            assertThat(prefetchThreads()).isEqualTo(1);
            assertThat(busy.next()).hasSize(100);
        }
    }

    private static Paged<DataConnection> list(QlikClient client) {
        return client.dataConnections().list(ConnectionQuery.all());
    }

    private Iterator<List<DataConnection>> pages() {
        return pages(qlik);
    }

    private static Iterator<List<DataConnection>> pages(QlikClient client) {
        return list(client).pages().iterator();
    }

    private static Predicate<ReceivedRequest> onPage(int number) {
        String cursor = "fake-cursor:" + (number - 1) * 100;
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.US_ASCII));
        return request -> request.query("page").filter(encoded::equals).isPresent();
    }

    private static long prefetchThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(THREADS))
                .count();
    }
}
