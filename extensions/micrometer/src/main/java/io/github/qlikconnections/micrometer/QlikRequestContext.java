package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.event.RequestEvent;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Objects;

/**
 * The context of the observation of one request. Its span is of kind {@code CLIENT}. No propagation header is sent to the
 * tenant.
 *
 * <p>Instances are used by the thread that sends the request. Not thread-safe.
 */
public final class QlikRequestContext extends SenderContext<RequestEvent> {

    private RequestEvent event;

    /**
     * Creates the context of a request, for tests of a convention.
     *
     * @param event the start of the request
     */
    public QlikRequestContext(RequestEvent event) {
        super((carrier, header, value) -> {}, Kind.CLIENT);
        this.event = Objects.requireNonNull(event, "event");
        // Some tracers reject a context without a carrier.
        setCarrier(event);
    }

    /**
     * Returns the state of the request.
     *
     * @return the event of {@code requestStarted} until the request has finished, then that of {@code requestFinished}
     */
    public RequestEvent event() {
        return event;
    }

    void finished(RequestEvent finish) {
        event = finish;
    }
}
