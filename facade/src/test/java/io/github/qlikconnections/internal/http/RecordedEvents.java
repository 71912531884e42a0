package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.event.DeprecationEvent;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records events as lines of kind, attempt, status, outcome and error type. This class is thread-safe. */
final class RecordedEvents implements RequestListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> list() {
        return List.copyOf(lines);
    }

    @Override
    public void requestStarted(RequestEvent event) {
        lines.add("started " + event.operation() + " " + event.attempt());
    }

    @Override
    public void attemptFinished(RequestEvent event) {
        lines.add("attempt " + ended(event));
    }

    @Override
    public void throttled(RequestEvent event) {
        lines.add("throttled " + event.attempt());
    }

    @Override
    public void retried(RequestEvent event) {
        lines.add("retried " + ended(event));
    }

    @Override
    public void requestFinished(RequestEvent event) {
        lines.add("finished " + ended(event));
    }

    @Override
    public void deprecationAnnounced(DeprecationEvent event) {
        lines.add("deprecated " + event);
    }

    private static String ended(RequestEvent event) {
        return event.attempt() + " "
                + (event.status().isEmpty() ? "-" : event.status().getAsInt()) + " "
                + event.outcome().orElseThrow()
                + event.errorType().map(type -> " " + type).orElse("");
    }
}
