package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A process that lists increasing numbers of connections after a warm-up. */
public final class ListGrowth {

    /** The numbers of pages of 100 connections. */
    static final List<Integer> PAGES = List.of(10, 100, 1000);

    private static final int MAX_PAGES = 1000;

    private ListGrowth() {}

    /**
     * Prints the duration in microseconds for each number of pages.
     *
     * @param arguments the URL and API key of the tenant
     */
    public static void main(String[] arguments) {
        StringJoiner micros = new StringJoiner(" ");
        try (QlikClient client = ClientCalls.client(arguments[0], arguments[1])) {
            micros(client, MAX_PAGES);
            PAGES.forEach(pages -> micros.add(String.valueOf(medianMicros(client, pages))));
        }
        System.out.println(micros);
    }

    /** Returns the median of several lists, which together have as many pages as the longest one. */
    private static long medianMicros(QlikClient client, int pages) {
        return Math.round(PairedSamples.median(Stream.generate(() -> (double) micros(client, pages))
                .limit(MAX_PAGES / pages)
                .toList()));
    }

    private static long micros(QlikClient client, int pages) {
        long start = System.nanoTime();
        long count = client.dataConnections().list(ClientCalls.longList(pages)).stream()
                .count();
        if (count != pages * 100L) {
            throw new IllegalStateException("listed " + count);
        }
        return (System.nanoTime() - start) / 1000;
    }
}
