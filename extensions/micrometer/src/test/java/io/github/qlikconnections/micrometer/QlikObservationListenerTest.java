package io.github.qlikconnections.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.StubResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QlikObservationListenerTest extends ObservedTenantFixture {

    private static final String NAME = "qlik.client.requests";

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final QlikObservationListener listener =
            QlikObservationListener.builder(registry).build();

    @Test
    void requestIsOneObservationWithItsTemplateAndOutcome() {
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            qlik.dataSources().list();
        }

        assertThat(registry)
                .hasNumberOfObservationsEqualTo(1)
                .hasSingleObservationThat()
                .hasNameEqualTo(NAME)
                .hasContextualNameEqualTo("qlik listDataSources")
                .hasLowCardinalityKeyValue("operation", "listDataSources")
                .hasLowCardinalityKeyValue("method", "GET")
                .hasLowCardinalityKeyValue("uri", "/api/v1/data-sources")
                .hasLowCardinalityKeyValue("status", "200")
                .hasLowCardinalityKeyValue("outcome", "SUCCESS")
                .hasLowCardinalityKeyValue("error.type", "none")
                .hasHighCardinalityKeyValue("attempts", "1")
                .doesNotHaveError()
                .hasBeenStarted()
                .hasBeenStopped();
    }

    @Test
    void failedRequestHasItsErrorTypeAndNoIdOrMessage() {
        String id = "11111111-2222-4333-8444-555555555555";
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            assertThatThrownBy(() -> qlik.dataConnections().get(id)).isInstanceOf(NotFoundException.class);
        }

        assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("uri", "/api/v1/data-connections/{qID}")
                .hasLowCardinalityKeyValue("status", "404")
                .hasLowCardinalityKeyValue("outcome", "FAILURE")
                .hasLowCardinalityKeyValue("error.type", "NotFoundException")
                .hasBeenStopped()
                .satisfies(context -> {
                    assertThat(context.getAllKeyValues())
                            .extracting(KeyValue::getValue)
                            .noneMatch(value -> value.contains(id));
                    assertThat(context.getError()).hasMessage("NotFoundException");
                });
    }

    @Test
    void lostResponseOfAWriteHasAnUnknownOutcomeAndNoStatus() {
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            assertThatThrownBy(() -> qlik.dataConnections().create(mssql("Orders")));
        }

        assertThat(registry)
                .hasAnObservation(observation -> observation
                        .hasLowCardinalityKeyValue("operation", "createDataConnection")
                        .hasLowCardinalityKeyValue("status", "none")
                        .hasLowCardinalityKeyValue("outcome", "UNKNOWN")
                        .hasLowCardinalityKeyValue("error.type", "TransportException"));
    }

    @Test
    void attemptsAndRetriesAreEventsOfTheObservation() {
        RecordingHandler recorded = new RecordingHandler();
        registry.observationConfig().observationHandler(recorded);
        tenant.stubNext(StubResponse.status(503).header("Retry-After", "0"));
        tenant.stubNext(StubResponse.dropBeforeHandling());
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            qlik.dataSources().list();
        }

        assertThat(registry).hasSingleObservationThat().hasHighCardinalityKeyValue("attempts", "3");
        assertThat(recorded.events)
                .filteredOn(event -> !event.startsWith("wait"))
                .containsExactly(
                        "attempt: attempt 1 503 ServerException",
                        "retry: retry after attempt 1",
                        "attempt: attempt 2 TransportException",
                        "retry: retry after attempt 2",
                        "attempt: attempt 3 200");
    }

    @Test
    void tokenRequestIsAChildOfTheRequestThatNeedsTheToken() {
        RecordingHandler recorded = new RecordingHandler();
        registry.observationConfig().observationHandler(recorded);
        Observation caller = Observation.start("caller", registry);
        try (QlikClient qlik =
                        TrackedClients.build(oauthClient("s3cret-of-client").addListener(listener));
                Observation.Scope scope = caller.openScope()) {
            qlik.dataSources().list();

            assertThat(registry.getCurrentObservationScope()).isSameAs(scope);
        }
        caller.stop();

        assertThat(recorded.parents)
                .containsExactly("requestAccessToken in listDataSources", "listDataSources in caller");
    }

    @Test
    void conventionOfTheListenerReplacesNamesAndKeys() {
        QlikObservationListener renamed = QlikObservationListener.builder(registry)
                .convention(new RenamedConvention())
                .build();
        try (QlikClient qlik = TrackedClients.build(client().addListener(renamed))) {
            qlik.dataSources().list();
        }

        assertThat(registry)
                .hasSingleObservationThat()
                .hasNameEqualTo("acme.qlik")
                .hasLowCardinalityKeyValue("operation", "listDataSources");
    }

    @Test
    void conventionOfTheRegistryReplacesNamesAndKeys() {
        registry.observationConfig().observationConvention(new RenamedConvention());
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            qlik.dataSources().list();
        }

        assertThat(registry).hasSingleObservationThat().hasNameEqualTo("acme.qlik");
    }

    private static final class RenamedConvention extends QlikRequestConvention
            implements GlobalObservationConvention<QlikRequestContext> {

        @Override
        public String getName() {
            return "acme.qlik";
        }
    }

    @ParameterizedTest
    @EnumSource
    void handlerThatThrowsLeavesNoScopeOnTheThreadAndFailsNoCall(FailingStep step) {
        ObservationRegistry disturbed = ObservationRegistry.create();
        disturbed.observationConfig().observationHandler(new FailingHandler(step));
        Observation caller = Observation.start("caller", disturbed);
        try (QlikClient qlik = TrackedClients.build(oauthClient("s3cret-of-client")
                        .addListener(QlikObservationListener.builder(disturbed).build()));
                Observation.Scope scope = caller.openScope()) {
            assertThat(qlik.dataSources().list()).isNotEmpty();

            assertThat(disturbed.getCurrentObservationScope()).isSameAs(scope);
        }
    }

    @Test
    void listenerThatThrowsLeavesNoScopeOnTheThread() {
        RequestListener broken = new RequestListener() {
            @Override
            public void requestStarted(RequestEvent event) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void requestFinished(RequestEvent event) {
                throw new IllegalStateException("broken");
            }
        };
        try (QlikClient qlik = TrackedClients.build(
                client().addListener(broken).addListener(listener).addListener(broken))) {
            qlik.dataSources().list();
        }

        assertThat(registry.getCurrentObservationScope()).isNull();
        assertThat(registry).hasSingleObservationThat().hasBeenStopped();
    }

    @Test
    void registryWithoutHandlersCostsNoObservation() {
        try (QlikClient qlik =
                TrackedClients.build(client().addListener(QlikObservationListener.builder(ObservationRegistry.NOOP)
                        .build()))) {
            assertThat(qlik.dataSources().list()).isNotEmpty();
        }
    }

    @Test
    void nullArgumentsAreRejected() {
        assertThatThrownBy(() -> QlikObservationListener.builder(null)).hasMessage("registry");
        assertThatThrownBy(() -> new QlikRequestContext(null)).hasMessage("event");
    }

    /** Records the events of requests, and the observation within which each request has ended. */
    private static final class RecordingHandler implements ObservationHandler<QlikRequestContext> {

        private final List<String> events = new ArrayList<>();
        private final List<String> parents = new ArrayList<>();

        @Override
        public void onEvent(Observation.Event event, QlikRequestContext context) {
            events.add(event.getName() + ": " + event.getContextualName());
        }

        @Override
        public void onStop(QlikRequestContext context) {
            parents.add(
                    name(context) + " in " + name(context.getParentObservation().getContextView()));
        }

        private static String name(Observation.ContextView context) {
            return context instanceof QlikRequestContext request
                    ? request.event().operation()
                    : context.getName();
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof QlikRequestContext;
        }
    }

    /** A call of an {@link ObservationHandler} that fails. */
    enum FailingStep {
        START,
        SCOPE_OPENED,
        EVENT,
        SCOPE_CLOSED,
        STOP
    }

    private record FailingHandler(FailingStep step) implements ObservationHandler<Observation.Context> {

        private void fail(FailingStep current) {
            if (step == current) {
                throw new IllegalStateException("broken");
            }
        }

        @Override
        public void onStart(Observation.Context context) {
            fail(FailingStep.START);
        }

        @Override
        public void onScopeOpened(Observation.Context context) {
            fail(FailingStep.SCOPE_OPENED);
        }

        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            fail(FailingStep.EVENT);
        }

        @Override
        public void onScopeClosed(Observation.Context context) {
            fail(FailingStep.SCOPE_CLOSED);
        }

        @Override
        public void onStop(Observation.Context context) {
            fail(FailingStep.STOP);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof QlikRequestContext;
        }
    }
}
