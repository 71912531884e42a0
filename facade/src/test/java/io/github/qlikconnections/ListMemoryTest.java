package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A list that is much larger than the heap can be streamed, because no page is retained. */
class ListMemoryTest {

    private static final int PAGES = 1000;
    private static final int PAGE_SIZE = 100;

    @Test
    void oneHundredThousandConnectionsAreStreamedWithASmallHeap() throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        AtomicInteger requests = new AtomicInteger();
        HttpServer tenant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tenant.createContext("/api/v1/data-connections", exchange -> {
            requests.incrementAndGet();
            respond(exchange);
        });
        tenant.start();
        try {
            Process listing = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Listing.class.getName(),
                            "http://127.0.0.1:" + tenant.getAddress().getPort())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(listing.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(output.strip()).endsWith("listed " + PAGES * PAGE_SIZE);
            assertThat(requests).hasValue(PAGES);
        } finally {
            tenant.stop(0);
        }
    }

    private static void respond(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int page = query.contains("page=") ? Integer.parseInt(query.replaceAll(".*page=(\\d+).*", "$1")) : 0;
        StringBuilder body = new StringBuilder("{\"data\":[");
        for (int i = 0; i < PAGE_SIZE; i++) {
            String id = String.format("00000000-0000-4000-8000-%012d", page * PAGE_SIZE + i);
            body.append(i == 0 ? "" : ",").append("{\"qID\":\"").append(id).append("\",\"qName\":\"Connection ");
            body.append(id).append("\",\"qType\":\"QvRestConnector.exe\",\"datasourceID\":\"rest\",\"privileges\":");
            body.append("[\"read\",\"list\"],\"tags\":null,\"qConnectStatement\":\"")
                    .append("x".repeat(400));
            body.append("\",\"created\":\"2026-07-15T16:13:43.013Z\",\"updated\":\"2026-07-15T16:13:43.013Z\"}");
        }
        body.append("],\"links\":{\"self\":{\"href\":\"/\"}");
        if (page < PAGES - 1) {
            body.append(",\"next\":{\"href\":\"https://elsewhere.example/x?page=")
                    .append(page + 1)
                    .append("\"}");
        }
        byte[] bytes = body.append("}}").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Lists the connections in a process of its own. */
    static final class Listing {

        private Listing() {}

        public static void main(String[] args) {
            try (QlikClient qlik = QlikClient.builder()
                    .tenant(args[0])
                    .credentials(QlikCredentials.apiKey(Secret.of("key")))
                    .build()) {
                System.out.println("listed "
                        + qlik.dataConnections().list(ConnectionQuery.all()).stream()
                                .count());
            }
        }
    }
}
