package io.github.qlikconnections.examples;

import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The time spent in each operation, as {@code docs/reference/events.md} shows it. This class is thread-safe. */
final class RequestTimes implements RequestListener {

    private final Map<String, Duration> times = new ConcurrentHashMap<>();

    @Override
    public void requestFinished(RequestEvent event) {
        times.merge(event.method() + " " + event.uriTemplate(), event.duration(), Duration::plus);
    }

    @Override
    public String toString() {
        return times.toString();
    }
}
