package io.github.qlikconnections.invariants;

import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Counts the events of one client by thread: each request that started has finished, and its attempts were numbered without a gap
 * and finished once each. Thread-safe.
 */
public final class EventBalance implements RequestListener {

    /** The number of finished attempts of each open request. A token request is sent within another request. */
    private final Map<Thread, Deque<Integer>> open = new ConcurrentHashMap<>();

    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    @Override
    public void requestStarted(RequestEvent event) {
        requests().push(0);
    }

    @Override
    public void attemptFinished(RequestEvent event) {
        Deque<Integer> requests = requests();
        int expected = requests.isEmpty() ? -1 : requests.pop() + 1;
        requests.push(event.attempt());
        check(event.attempt() == expected && event.outcome().isPresent(), "attemptFinished", event);
    }

    @Override
    public void requestFinished(RequestEvent event) {
        Deque<Integer> requests = requests();
        int attempts = requests.isEmpty() ? -1 : requests.pop();
        check(event.attempt() == attempts && event.outcome().isPresent(), "requestFinished", event);
        if (requests.isEmpty()) {
            open.remove(Thread.currentThread());
        }
    }

    private Deque<Integer> requests() {
        return open.computeIfAbsent(Thread.currentThread(), thread -> new ArrayDeque<>());
    }

    private void check(boolean fits, String kind, RequestEvent event) {
        if (!fits) {
            problems.add(kind + " out of order: " + event);
        }
    }

    /** Returns the violations, empty if every request has finished correctly. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        open.forEach((thread, requests) -> all.add(requests.size() + " requests not finished on " + thread.getName()));
        return all;
    }
}
