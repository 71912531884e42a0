package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.QlikListener;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a listener so that it breaks no request. */
final class ListenerCalls {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private ListenerCalls() {}

    /**
     * Calls the listener if there is one. One that throws breaks no call, nor does one that lacks a class or was not written in
     * Java. Its message is not logged, since it may hold anything.
     */
    static void notify(@Nullable QlikListener listener, Consumer<QlikListener> event) {
        if (listener == null) {
            return;
        }
        try {
            event.accept(listener);
        } catch (Exception | LinkageError e) {
            LOG.warn("The listener failed with {}", e.getClass().getName());
        }
    }
}
