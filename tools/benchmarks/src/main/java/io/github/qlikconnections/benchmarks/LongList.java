package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.model.DataConnection;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that iterates over a long list and prints the duration in milliseconds, without its start. */
public final class LongList {

    private LongList() {}

    /**
     * Runs the program.
     *
     * @param arguments the client, the URL and API key of the tenant, the number of pages
     */
    public static void main(String[] arguments) {
        int pages = Integer.parseInt(arguments[3]);
        boolean library = arguments[0].equals("library");
        long start = System.nanoTime();
        long count = library ? library(arguments[1], arguments[2], pages) : baseline(arguments[1], arguments[2], pages);
        if (count != pages * 100L) {
            throw new IllegalStateException("listed " + count);
        }
        System.out.println((System.nanoTime() - start) / 1_000_000);
    }

    private static long baseline(String url, String key, int pages) {
        try (BaselineClient client = new BaselineClient(url, key)) {
            return client.listAll(pages);
        }
    }

    private static long library(String url, String key, int pages) {
        AtomicInteger requests = new AtomicInteger();
        RequestListener counting = new RequestListener() {
            @Override
            public void requestStarted(RequestEvent event) {
                requests.incrementAndGet();
            }
        };
        try (QlikClient client = QlikClient.builder()
                .tenant(url)
                .credentials(QlikCredentials.apiKey(Secret.of(key)))
                .addListener(counting)
                .build()) {
            Iterator<DataConnection> all =
                    client.dataConnections().list(ClientCalls.longList(pages)).iterator();
            all.next();
            if (requests.get() != 1) {
                throw new IllegalStateException("the first item came after " + requests + " requests");
            }
            long count = 1;
            while (all.hasNext()) {
                all.next();
                count++;
            }
            return count;
        }
    }
}
