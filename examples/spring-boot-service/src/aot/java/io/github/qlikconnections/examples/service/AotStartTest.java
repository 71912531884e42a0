package io.github.qlikconnections.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs with {@code -Pslow}, which processes the service ahead of time. */
class AotStartTest {

    private static final String ADDRESS = "Open ";

    @Test
    void serviceThatIsProcessedAheadOfTimeShowsItsPage() throws Exception {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dspring.aot.enabled=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConnectionService.class.getName(),
                        "--spring.profiles.active=demo",
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = service.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            String line = output.readLine();
            while (line != null && !line.startsWith(ADDRESS)) {
                lines.add(line);
                line = output.readLine();
            }
            assertThat(line).as(String.join("\n", lines)).isNotNull();

            HttpRequest request = HttpRequest.newBuilder(URI.create(line.substring(ADDRESS.length())))
                    .build();
            HttpResponse<String> page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("REST</a>");
        } finally {
            service.destroyForcibly().waitFor();
        }
    }
}
