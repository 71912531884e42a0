package io.github.qlikconnections.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests of a tenant. The limit bounds the memory of long runs. This class is thread-safe. */
final class RequestLog {

    static final int MAX_SIZE = 10_000;

    private final Deque<ReceivedRequest> latest = new ArrayDeque<>();
    private long count;

    synchronized void add(ReceivedRequest request) {
        count++;
        latest.addLast(request);
        if (latest.size() > MAX_SIZE) {
            latest.removeFirst();
        }
    }

    synchronized List<ReceivedRequest> latest() {
        return List.copyOf(latest);
    }

    synchronized long count() {
        return count;
    }

    synchronized void clear() {
        latest.clear();
        count = 0;
    }
}
