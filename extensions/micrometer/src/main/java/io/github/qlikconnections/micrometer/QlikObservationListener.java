package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens one observation for each request of the library. The observation is current on the thread that sends the request, so
 * a request for an access token is a child of the request that needs the token. Attempts, waits and retries are events of
 * the observation.
 *
 * <p>Several clients can share a listener. This class is thread-safe.
 */
public final class QlikObservationListener implements RequestListener {

    private static final QlikRequestConvention DEFAULT_CONVENTION = new QlikRequestConvention();

    private final ObservationRegistry registry;
    private final @Nullable ObservationConvention<QlikRequestContext> convention;
    private final Map<String, OpenObservation> open = new ConcurrentHashMap<>();

    private QlikObservationListener(Builder builder) {
        this.registry = builder.registry;
        this.convention = builder.convention;
    }

    /**
     * Creates a builder of a listener.
     *
     * @param registry the registry of the application, with the handlers that make meters and spans of observations
     * @return a builder
     */
    public static Builder builder(ObservationRegistry registry) {
        return new Builder(registry);
    }

    /**
     * Starts the observation of a request and opens its scope.
     *
     * @param event the operation, its HTTP method and its URI template
     */
    @Override
    public void requestStarted(RequestEvent event) {
        QlikRequestContext context = new QlikRequestContext(event);
        Observation observation = Observation.createNotStarted(convention, DEFAULT_CONVENTION, () -> context, registry);
        open.put(event.requestId(), OpenObservation.start(observation, context, registry));
    }

    /**
     * Adds the event {@code attempt} to the observation.
     *
     * @param event the number of the attempt, its status and its error type
     */
    @Override
    public void attemptFinished(RequestEvent event) {
        String status = event.status().isPresent() ? " " + event.status().getAsInt() : "";
        String errorType = event.errorType().map(type -> " " + type).orElse("");
        add(event, "attempt", "attempt " + event.attempt() + status + errorType);
    }

    /**
     * Adds the event {@code wait} to the observation.
     *
     * @param event the reason and the planned wait
     */
    @Override
    public void waitStarted(RequestEvent event) {
        String reason = event.waitReason().map(name -> " for " + name).orElse("");
        add(event, "wait", "wait " + event.duration().toMillis() + " ms" + reason);
    }

    /**
     * Adds the event {@code retry} to the observation.
     *
     * @param event the failed attempt
     */
    @Override
    public void retried(RequestEvent event) {
        add(event, "retry", "retry after attempt " + event.attempt());
    }

    /**
     * Closes the scope of a request and stops its observation.
     *
     * @param event the outcome, the last attempt, its status and the error type
     */
    @Override
    public void requestFinished(RequestEvent event) {
        OpenObservation observation = open.remove(event.requestId());
        // There is none if a handler failed when the request started.
        if (observation != null) {
            observation.finish(event);
        }
    }

    private void add(RequestEvent event, String name, String text) {
        OpenObservation observation = open.get(event.requestId());
        if (observation != null) {
            observation.add(Observation.Event.of(name, text));
        }
    }

    /** Builds a {@link QlikObservationListener}. Not thread-safe. */
    public static final class Builder {

        private final ObservationRegistry registry;
        private @Nullable ObservationConvention<QlikRequestContext> convention;

        private Builder(ObservationRegistry registry) {
            this.registry = Objects.requireNonNull(registry, "registry");
        }

        /**
         * Sets the names and key values of the observations. The default is the {@link
         * io.micrometer.observation.GlobalObservationConvention} of the registry for a {@link QlikRequestContext}, or
         * else a {@link QlikRequestConvention}.
         *
         * @param convention the convention, or null for the default
         * @return this builder
         */
        public Builder convention(@Nullable ObservationConvention<QlikRequestContext> convention) {
            this.convention = convention;
            return this;
        }

        /**
         * Builds the listener.
         *
         * @return the listener
         */
        public QlikObservationListener build() {
            return new QlikObservationListener(this);
        }
    }
}
