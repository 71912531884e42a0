package io.github.qlikconnections.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.StubResponse;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.micrometer.tracing.test.simple.SimpleSpan;
import io.micrometer.tracing.test.simple.SimpleTracer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The spans of requests, with the handlers that Spring Boot configures. */
class TracerTest extends ObservedTenantFixture {

    private final SimpleTracer tracer = new SimpleTracer();
    private final HeaderPropagator propagator = new HeaderPropagator();
    private final QlikObservationListener listener =
            QlikObservationListener.builder(registry()).build();

    private ObservationRegistry registry() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
        return registry;
    }

    @Test
    void requestIsOneSpanAndItsAttemptsAreEvents() {
        tenant.stubNext(StubResponse.status(503).header("Retry-After", "0"));
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            qlik.dataSources().list();
        }

        SimpleSpan span = tracer.onlySpan();
        assertThat(span.getName()).isEqualTo("qlik listDataSources");
        assertThat(span.getKind()).isEqualTo(Span.Kind.CLIENT);
        assertThat(span.getTags())
                .containsEntry("uri", "/api/v1/data-sources")
                .containsEntry("status", "200")
                .containsEntry("attempts", "2");
        assertThat(span.getEvents())
                .extracting(event -> event.getValue())
                .containsExactly("attempt 1 503 ServerException", "retry after attempt 1", "attempt 2 200");
        assertThat(tracer.currentSpan()).isNull();
    }

    @Test
    void failedRequestIsASpanWithAnError() {
        tenant.stubNext(StubResponse.status(403));
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            assertThatThrownBy(() -> qlik.dataSources().list());
        }

        assertThat(tracer.onlySpan().getError()).hasMessage("PermissionDeniedException");
    }

    @Test
    void tokenRequestIsASpanWithinThatOfTheRequest() {
        try (QlikClient qlik =
                TrackedClients.build(oauthClient("s3cret-of-client").addListener(listener))) {
            qlik.dataSources().list();
        }

        List<SimpleSpan> spans = List.copyOf(tracer.getSpans());
        assertThat(spans)
                .extracting(SimpleSpan::getName)
                .containsExactly("qlik listDataSources", "qlik requestAccessToken");
        assertThat(spans.get(1).getTraceId()).isEqualTo(spans.get(0).getTraceId());
        assertThat(spans.get(1).getParentId()).isEqualTo(spans.get(0).getSpanId());
    }

    @Test
    void propagationHeadersAreNotSent() {
        try (QlikClient qlik = TrackedClients.build(client().addListener(listener))) {
            qlik.dataSources().list();
        }

        assertThat(propagator.injected).isTrue();
        assertThat(tenant.requests())
                .isNotEmpty()
                .allMatch(request -> request.header(HeaderPropagator.HEADER).isEmpty());
    }

    /** Sets one header, and rejects a missing carrier as some tracers do. */
    private static final class HeaderPropagator implements Propagator {

        static final String HEADER = "traceparent";

        private boolean injected;

        @Override
        public List<String> fields() {
            return List.of(HEADER);
        }

        @Override
        public <C> void inject(TraceContext context, C carrier, Setter<C> setter) {
            setter.set(Objects.requireNonNull(carrier), HEADER, "00-1-2-01");
            injected = true;
        }

        @Override
        public <C> Span.Builder extract(C carrier, Getter<C> getter) {
            return Span.Builder.NOOP;
        }
    }
}
