package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.event.RequestEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The started observation of a request and its scope. The thread has the scope of its caller again afterwards, even if a
 * handler of the application fails. Not thread-safe.
 */
final class OpenObservation {

    private final Observation observation;
    private final QlikRequestContext context;
    private final ObservationRegistry registry;
    private final Observation.@Nullable Scope callerScope;
    private final Observation.Scope scope;

    private OpenObservation(Observation observation, QlikRequestContext context, ObservationRegistry registry) {
        this.observation = observation;
        this.context = context;
        this.registry = registry;
        this.callerScope = registry.getCurrentObservationScope();
        this.scope = openScope();
    }

    /** Starts an observation and opens its scope on this thread. */
    static OpenObservation start(Observation observation, QlikRequestContext context, ObservationRegistry registry) {
        observation.start();
        return new OpenObservation(observation, context, registry);
    }

    void add(Observation.Event event) {
        observation.event(event);
    }

    void finish(RequestEvent event) {
        context.finished(event);
        try {
            close(scope);
        } finally {
            event.errorType().ifPresent(type -> observation.error(new RequestFailure(type)));
            observation.stop();
        }
    }

    private Observation.Scope openScope() {
        try {
            return observation.openScope();
        } catch (RuntimeException | Error e) {
            // Micrometer sets the scope of the thread before it calls the handlers.
            Observation.Scope opened = registry.getCurrentObservationScope();
            try {
                if (opened != null && opened != callerScope) {
                    close(opened);
                }
            } finally {
                observation.stop();
            }
            throw e;
        }
    }

    private void close(Observation.Scope opened) {
        try {
            opened.close();
        } finally {
            registry.setCurrentObservationScope(callerScope);
        }
    }

    /** Marks the span as failed. Its message is the type of the failure, since messages of the tenant are not in events. */
    private static final class RequestFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RequestFailure(String errorType) {
            super(errorType, null, false, false);
        }
    }
}
