package io.github.qlikconnections.convergence;

import io.github.qlikconnections.plan.ComparisonStatus;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts how cases ended. Thread-safe. */
final class CaseCounts {

    private final Map<String, LongAdder> ends = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> newClients = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();

    void countEnd(String end) {
        count(ends, end);
    }

    void countNewClient(String end) {
        count(newClients, end);
    }

    void countStatus(ComparisonStatus status) {
        count(statuses, status.name());
    }

    private static void count(Map<String, LongAdder> counts, String key) {
        counts.computeIfAbsent(key, none -> new LongAdder()).increment();
    }

    long cases() {
        return ends.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long cases(String end) {
        LongAdder number = ends.get(end);
        return number == null ? 0 : number.sum();
    }

    @Override
    public String toString() {
        return cases() + " cases\nfirst ensure: " + text(ends) + "\nensure of a new client: " + text(newClients)
                + "\nentries after ensure: " + text(statuses);
    }

    private static String text(Map<String, LongAdder> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
