package io.github.qlikconnections.crash;

import io.github.qlikconnections.testkit.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Counts the executed writes for each target of a run. Thread-safe. */
final class ExecutedWrites {

    private static final Pattern NAME_OR_ID = Pattern.compile("\"(?:qName|id)\"\\s*:\\s*\"([^\"]+)\"");

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** Adds a request. */
    void add(ReceivedRequest request, boolean isExecuted) {
        requests.incrementAndGet();
        if (isExecuted) {
            targets(request).forEach(target -> counts.merge(target, 1, Integer::sum));
        }
    }

    private static List<String> targets(ReceivedRequest request) {
        return request.method().equals("PATCH")
                ? List.of(request.path().substring(request.path().lastIndexOf('/') + 1))
                : NAME_OR_ID
                        .matcher(request.body())
                        .results()
                        .map(result -> result.group(1))
                        .toList();
    }

    int requests() {
        return requests.get();
    }

    /** Returns the number of targets that were written. */
    int count() {
        return counts.size();
    }

    int of(String target) {
        return counts.getOrDefault(target, 0);
    }

    List<String> doubled() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
