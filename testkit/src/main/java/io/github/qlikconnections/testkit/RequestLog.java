package io.github.qlikconnections.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, so many that no ordinary test misses one and no long run fills the memory. */
final class RequestLog {

    static final int KEPT = 10_000;

    private final Deque<ReceivedRequest> latest = new ArrayDeque<>();
    private long count;

    synchronized void add(ReceivedRequest request) {
        count++;
        latest.addLast(request);
        if (latest.size() > KEPT) {
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
