package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import java.util.List;
import java.util.StringJoiner;

/** A process that lists ever more connections, after it has listed many to warm up. */
public final class ListGrowth {

    /** Of a hundred connections each. */
    static final List<Integer> PAGES = List.of(10, 100, 1000);

    private ListGrowth() {}

    /**
     * Runs, and prints microseconds for each number of pages.
     *
     * @param arguments address and key of the tenant
     */
    public static void main(String[] arguments) {
        StringJoiner micros = new StringJoiner(" ");
        try (QlikClient client = Calls.client(arguments[0], arguments[1])) {
            micros(client, 1000);
            PAGES.forEach(pages -> micros.add(String.valueOf(micros(client, pages))));
        }
        System.out.println(micros);
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
