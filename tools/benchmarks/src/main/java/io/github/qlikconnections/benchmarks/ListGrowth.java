package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A process that lists ever more connections, after it has listed many to warm up. */
public final class ListGrowth {

    /** Of a hundred connections each. */
    static final List<Integer> PAGES = List.of(10, 100, 1000);

    private static final int MOST_PAGES = 1000;

    private ListGrowth() {}

    /**
     * Runs, and prints microseconds for each number of pages.
     *
     * @param arguments address and key of the tenant
     */
    public static void main(String[] arguments) {
        StringJoiner micros = new StringJoiner(" ");
        try (QlikClient client = Calls.client(arguments[0], arguments[1])) {
            micros(client, MOST_PAGES);
            PAGES.forEach(pages -> micros.add(String.valueOf(medianMicros(client, pages))));
        }
        System.out.println(micros);
    }

    /** Of as many lists as make up the longest. */
    private static long medianMicros(QlikClient client, int pages) {
        return Math.round(Comparison.median(Stream.generate(() -> (double) micros(client, pages))
                .limit(MOST_PAGES / pages)
                .toList()));
    }

    private static long micros(QlikClient client, int pages) {
        long start = System.nanoTime();
        long count = client.connections().list(Calls.longList(pages)).stream().count();
        if (count != pages * 100L) {
            throw new IllegalStateException("listed " + count);
        }
        return (System.nanoTime() - start) / 1000;
    }
}
