package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.BulkItemEvent;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.event.RunContext;
import io.github.qlikconnections.event.SpecCacheEvent;
import io.github.qlikconnections.event.TokenRenewalEvent;
import io.github.qlikconnections.internal.http.ManualTiming;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events of whole calls, as the listeners of an application receive them. */
class ClientEventsTest {

    private final FakeTenant tenant =
            FakeTenant.builder().oauthClient("client-7", "s3cret-of-client").start();
    private final ManualTiming timing = new ManualTiming();
    private final RecordingListener events = new RecordingListener();
    private final QlikClient qlik = client(QlikCredentials.apiKey(Secret.of(tenant.apiKey())));

    @AfterEach
    void close() {
        qlik.close();
        tenant.close();
    }

    private QlikClient client(QlikCredentials credentials) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(credentials)
                .timing(timing)
                .addListener(events));
    }

    @Test
    void eventsOfARequestHaveItsIdMethodAndUriTemplate() {
        String connectionId = "11111111-2222-4333-8444-555555555555";
        assertThatThrownBy(() -> qlik.dataConnections().get(connectionId)).isInstanceOf(NotFoundException.class);
        qlik.dataSources().list();

        assertThat(events.requests)
                .extracting(RequestEvent::method, RequestEvent::uriTemplate, RequestEvent::tier)
                .containsOnly(
                        tuple("GET", "/api/v1/data-connections/{qID}", 1), tuple("GET", "/api/v1/data-sources", 1));
        assertThat(events.requests).extracting(RequestEvent::requestId).doesNotContain("");
        assertThat(events.requests)
                .extracting(RequestEvent::requestId)
                .containsSequence(id(0), id(0), id(0), id(3), id(3), id(3));
        assertThat(id(0)).isNotEqualTo(id(3));
        assertThat(events.requests.get(2).errorType()).contains("NotFoundException");
        assertThat(events.requests)
                .allMatch(event -> event.run().isEmpty() && !event.toString().contains(connectionId));
    }

    private String id(int index) {
        return events.requests.get(index).requestId();
    }

    @Test
    void observationOpensAndClosesOnTheCallingThreadAndNestsTheTokenRequest() {
        List<String> scopes = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Thread caller = Thread.currentThread();
        RequestListener observation = new RequestListener() {
            @Override
            public void requestStarted(RequestEvent event) {
                record(event);
                open.add(event.requestId());
                scopes.add("open " + event.operation());
            }

            @Override
            public void attemptFinished(RequestEvent event) {
                record(event);
            }

            @Override
            public void requestFinished(RequestEvent event) {
                record(event);
                assertThat(open.remove(open.size() - 1)).isEqualTo(event.requestId());
                scopes.add("close " + event.operation());
            }

            private void record(RequestEvent event) {
                if (Thread.currentThread() != caller) {
                    scopes.add(event.operation() + " on another thread");
                }
            }
        };
        try (QlikClient oauth = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.oauth("client-7", Secret.of("s3cret-of-client")))
                .addListener(events)
                .addListener(observation))) {
            oauth.dataSources().list();
        }

        assertThat(scopes)
                .containsExactly(
                        "open listDataSources",
                        "open requestAccessToken",
                        "close requestAccessToken",
                        "close listDataSources");
        assertThat(open).isEmpty();
        assertThat(events.requests)
                .filteredOn(event -> event.operation().equals("requestAccessToken"))
                .isNotEmpty()
                .allMatch(event -> event.uriTemplate().equals("/oauth/token"));
    }

    @Test
    void requestThatEndsWithACheckedExceptionOfATokenSupplierFinishes() {
        QlikCredentials broken = QlikCredentials.tokens(() -> {
            ClientEventsTest.<RuntimeException>throwUnchecked(new IOException("no token"));
            return Secret.of("unreachable");
        });
        try (QlikClient supplied = client(broken)) {
            assertThatThrownBy(() -> supplied.dataSources().list())
                    .isInstanceOf(TransportException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
        assertThat(events.lines).containsExactly("requestStarted", "requestFinished TransportException");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void waitsHaveAReasonABeginAndAnEnd() {
        tenant.stubNext(StubResponse.status(503));
        tenant.stubNext(StubResponse.status(429).header("Retry-After", "7"));
        qlik.dataSources().list();

        assertThat(events.waits)
                .extracting(
                        event -> event.waitReason().orElseThrow().name(), RequestEvent::attempt, RequestEvent::duration)
                .containsExactly(
                        tuple("RETRY_DELAY", 2, Duration.ofMillis(250)),
                        tuple("RETRY_DELAY", 2, Duration.ofMillis(250)),
                        tuple("CLOSED_TIER", 3, Duration.ofSeconds(7)),
                        tuple("CLOSED_TIER", 3, Duration.ofSeconds(7)));
        assertThat(events.lines).containsSubsequence("waitStarted", "waitFinished", "throttled", "waitStarted");
    }

    @Test
    void interruptedWaitIsFinished() {
        tenant.stubNext(StubResponse.status(503));
        RequestListener interrupter = new RequestListener() {
            @Override
            public void waitStarted(RequestEvent event) {
                Thread.currentThread().interrupt();
            }
        };
        try (QlikClient interrupted = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .timing(timing)
                .addListener(interrupter)
                .addListener(events))) {
            assertThatThrownBy(() -> interrupted.dataSources().list()).hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(events.lines).endsWith("waitStarted", "waitFinished", "requestFinished TransportException");
    }

    @Test
    void requestsAndItemsOfABulkRunNameTheRun() {
        qlik.dataConnections().create(FakeTenantFixture.s3("Lake").build());
        events.requests.clear();
        qlik.dataConnections()
                .ensureAll(List.of(
                        FakeTenantFixture.s3("Lake").build(),
                        FakeTenantFixture.mssql("Bay").build()));

        RunContext run = events.items.get(0).run();
        assertThat(run.kind()).isEqualTo("ensureAll");
        assertThat(events.items).extracting(BulkItemEvent::run).containsOnly(run);
        assertThat(events.items).extracting(BulkItemEvent::outcome).containsExactlyInAnyOrder("UNCHANGED", "CREATED");
        assertThat(events.requests)
                .extracting(RequestEvent::operation)
                .contains("createDataConnection", "getDataSourceApiSpecs");
        assertThat(events.requests).allMatch(event -> event.run().equals(Optional.of(run)));
        assertThat(events.waits)
                .isNotEmpty()
                .allMatch(event -> event.waitReason().orElseThrow().name().equals("RATE_LIMIT")
                        && event.run().equals(Optional.of(run)));
    }

    @Test
    void failedItemsOfABulkRunHaveAnErrorType() {
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.status(403));
        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensureAll(List.of(FakeTenantFixture.s3("Lake").build())))
                .isInstanceOf(EnsureFailureException.class);

        assertThat(events.items)
                .extracting(BulkItemEvent::outcome, event -> event.errorType().orElse(""))
                .containsExactly(tuple("FAILED", "PermissionDeniedException"));
    }

    @Test
    void rotationsAndBulkActionsReportEachItem() {
        String id = qlik.dataConnections()
                .create(FakeTenantFixture.mssql("Orders").build())
                .id();
        events.requests.clear();
        qlik.dataConnections()
                .rotateCredentials(
                        ConnectionQuery.builder().build(),
                        connection -> Map.of("password", Secret.of("new-1")),
                        RotationOptions.defaults());
        assertThatThrownBy(() -> qlik.dataConnections().deleteAll(List.of(id, "missing")))
                .isInstanceOf(BulkFailureException.class);

        assertThat(events.items)
                .extracting(event -> event.run().kind(), BulkItemEvent::outcome)
                .containsExactly(
                        tuple("rotateCredentials", "ROTATED"),
                        tuple("deleteAll", "DONE"),
                        tuple("deleteAll", "FAILED"));
        assertThat(events.items.get(0).run()).isNotEqualTo(events.items.get(1).run());
        assertThat(events.requests)
                .extracting(event -> event.run().orElseThrow())
                .containsOnly(events.items.get(0).run(), events.items.get(1).run());
    }

    @Test
    void itemsThatAreNotStartedOrRestoredCauseNoEvent(@TempDir Path folder) {
        EnsureOptions.Builder options = EnsureOptions.builder().parallelism(1).journal(folder.resolve("run.jsonl"));
        List<ConnectionDraft> drafts = List.of(
                FakeTenantFixture.s3("One").build(), FakeTenantFixture.s3("Two").build());
        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensureAll(
                                drafts,
                                options.stopWhen(() -> !events.items.isEmpty()).build()))
                .isInstanceOf(EnsureFailureException.class);
        assertThat(events.items).hasSize(1);

        qlik.dataConnections().ensureAll(drafts, options.stopWhen(() -> false).build());

        assertThat(events.items).hasSize(2);
    }

    @Test
    void specCacheReportsAMissAndHits() {
        qlik.dataSources().spec("mssql");
        qlik.dataSources().spec("mssql");
        timing.advance(Duration.ofMinutes(16));
        qlik.dataSources().spec("mssql");

        assertThat(events.specCacheHits).containsExactly(false, true, false);
    }

    @Test
    void tokenRenewalsReportTheirOutcome() {
        try (QlikClient oauth = client(QlikCredentials.oauth("client-7", Secret.of("s3cret-of-client")))) {
            oauth.dataSources().list();
            oauth.dataSources().list();
        }
        try (QlikClient rejected = client(QlikCredentials.oauth("client-7", Secret.of("wrong")))) {
            assertThatThrownBy(() -> rejected.dataSources().list()).isInstanceOf(AuthenticationException.class);
        }
        assertThat(events.renewals).containsExactly("SUCCESS", "FAILURE AuthenticationException");
    }

    @Test
    void listenerThatThrowsInEachMethodFailsNoCallAndNoOtherListener() {
        try (QlikClient disturbed = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.oauth("client-7", Secret.of("s3cret-of-client")))
                .timing(timing)
                .addListener(new ThrowingListener())
                .addListener(events))) {
            tenant.stubNext(StubResponse.status(429));
            disturbed
                    .dataConnections()
                    .ensureAll(List.of(
                            FakeTenantFixture.s3("One").build(),
                            FakeTenantFixture.s3("Two").build()));
        }
        assertThat(events.items).hasSize(2);
        assertThat(events.renewals).containsExactly("SUCCESS");
        assertThat(events.specCacheHits).contains(true, false);
        assertThat(events.waits).isNotEmpty();
    }

    /** Records the events by kind. */
    private static final class RecordingListener implements RequestListener {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<RequestEvent> requests = new CopyOnWriteArrayList<>();
        private final List<RequestEvent> waits = new CopyOnWriteArrayList<>();
        private final List<BulkItemEvent> items = new CopyOnWriteArrayList<>();
        private final List<Boolean> specCacheHits = new CopyOnWriteArrayList<>();
        private final List<String> renewals = new CopyOnWriteArrayList<>();

        @Override
        public void requestStarted(RequestEvent event) {
            lines.add("requestStarted");
            requests.add(event);
        }

        @Override
        public void attemptFinished(RequestEvent event) {
            lines.add("attemptFinished");
            requests.add(event);
        }

        @Override
        public void requestFinished(RequestEvent event) {
            lines.add("requestFinished"
                    + event.errorType().map(type -> " " + type).orElse(""));
            requests.add(event);
        }

        @Override
        public void throttled(RequestEvent event) {
            lines.add("throttled");
        }

        @Override
        public void waitStarted(RequestEvent event) {
            lines.add("waitStarted");
            waits.add(event);
        }

        @Override
        public void waitFinished(RequestEvent event) {
            lines.add("waitFinished");
            waits.add(event);
        }

        @Override
        public void tokenRenewed(TokenRenewalEvent event) {
            renewals.add(
                    event.outcome() + event.errorType().map(type -> " " + type).orElse(""));
        }

        @Override
        public void specCacheUsed(SpecCacheEvent event) {
            specCacheHits.add(event.isHit());
        }

        @Override
        public void bulkItemFinished(BulkItemEvent event) {
            items.add(event);
        }
    }

    private static final class ThrowingListener implements RequestListener {

        @Override
        public void requestStarted(RequestEvent event) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void requestFinished(RequestEvent event) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void waitStarted(RequestEvent event) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void waitFinished(RequestEvent event) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void tokenRenewed(TokenRenewalEvent event) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void specCacheUsed(SpecCacheEvent event) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void bulkItemFinished(BulkItemEvent event) {
            throw new IllegalStateException("broken");
        }
    }
}
