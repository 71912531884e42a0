package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.BROKEN;
import static io.github.qlikconnections.internal.http.RawResponses.OK;
import static io.github.qlikconnections.internal.http.RawResponses.json;
import static io.github.qlikconnections.internal.http.RawResponses.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.error.QlikException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retries by failure and method, with at most three attempts. */
class RetryRulesTest {

    private static final Map<String, String> FAILURES = Map.ofEntries(
            Map.entry("408", json(408, "{}")),
            Map.entry("429", "HTTP/1.1 429 X\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"),
            Map.entry("500", json(500, "{}")),
            Map.entry("599", json(599, "{}")),
            Map.entry("400", json(400, "{}")),
            Map.entry("600", json(600, "{}")),
            Map.entry("302", json(302, "{}")),
            Map.entry("broken", BROKEN),
            Map.entry("html", response(200, "text/html", "<html>")),
            Map.entry("not json", json(200, "<html>")),
            Map.entry("empty", json(200, "")),
            Map.entry("too large", json(200, "{" + " ".repeat(2000) + "}")));

    @ParameterizedTest
    @CsvSource({
        "408, 3, 1, 1, 1, 1",
        "429, 3, 3, 3, 3, 3",
        "500, 3, 3, 3, 1, 1",
        "599, 3, 3, 3, 1, 1",
        "400, 1, 1, 1, 1, 1",
        "600, 1, 1, 1, 1, 1",
        "302, 1, 1, 1, 1, 1",
        "broken, 3, 3, 3, 1, 1",
        "html, 3, 1, 1, 1, 1",
        "not json, 3, 1, 1, 1, 1",
        "empty, 3, 1, 1, 1, 1",
        "too large, 1, 1, 1, 1, 1"
    })
    void failureIsRetriedOnlyForMethodsThatAllowIt(String failure, int get, int put, int delete, int post, int patch)
            throws IOException {
        Map<String, Integer> attempts = Map.of("GET", get, "PUT", put, "DELETE", delete, "POST", post, "PATCH", patch);
        for (Map.Entry<String, Integer> expected : attempts.entrySet()) {
            try (RawResponses tenant = new RawResponses(FAILURES.get(failure))) {
                QlikException thrown = tenant.failure(operation(expected.getKey()), expected.getKey());
                assertThat(thrown).as(expected.getKey()).isNotNull();
                assertThat(tenant.requests()).as(expected.getKey()).isEqualTo(expected.getValue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"408", "500", "broken", "html", "not json", "empty"})
    void getSucceedsWithTheFirstUsableResponse(String failure) throws IOException {
        try (RawResponses tenant = new RawResponses(FAILURES.get(failure), OK)) {
            assertThat(tenant.send(Operation.GET_CONNECTION, "GET")).isEqualTo("{}");
            assertThat(tenant.requests()).isEqualTo(2);
        }
    }

    private static Operation operation(String method) {
        return method.equals("GET") ? Operation.GET_CONNECTION : Operation.CREATE_CONNECTION;
    }
}
