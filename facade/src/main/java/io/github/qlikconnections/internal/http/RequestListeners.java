package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.event.RequestListener;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of a client, in the order in which they were added. Immutable and thread-safe. */
public final class RequestListeners {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private final List<RequestListener> listeners;

    /** Creates the listeners of a client. */
    public RequestListeners(List<RequestListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Returns whether there is no listener, so that no event has to be created. */
    public boolean isEmpty() {
        return listeners.isEmpty();
    }

    /**
     * Calls every listener. The request and the other listeners continue if one throws, lacks a class, or throws a checked exception
     * because it was not written in Java. The message of an exception is not logged, since it may hold anything.
     */
    public void notify(Consumer<RequestListener> event) {
        for (RequestListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (Exception | LinkageError e) {
                LOG.warn("A request listener failed with {}", e.getClass().getName());
            }
        }
    }
}
