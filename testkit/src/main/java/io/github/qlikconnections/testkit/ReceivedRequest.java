package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that arrived at a {@link FakeTenant}. Immutable and safe for use by any number of threads.
 *
 * <p>Bodies hold what the client sent, secrets included, and are therefore never part of {@link #toString()}.
 */
public final class ReceivedRequest {

    private static final String AUTHORIZATION = "Authorization";

    private final Request request;

    ReceivedRequest(Request request) {
        this.request = request;
    }

    /**
     * The HTTP method.
     *
     * @return the method in upper case
     */
    public String method() {
        return request.method();
    }

    /**
     * The path as it was sent, percent-encoding untouched.
     *
     * @return the path without the query
     */
    public String path() {
        return request.rawPath();
    }

    /**
     * The query parameters, decoded, in the order in which they came.
     *
     * @return parameter name to its values
     */
    public Map<String, List<String>> query() {
        return request.query();
    }

    /**
     * A query parameter.
     *
     * @param name the parameter's name
     * @return its last value, empty when it was not sent
     */
    public Optional<String> query(String name) {
        return request.query(name);
    }

    /**
     * The headers, found by name in any case; of {@code Authorization} only the scheme is kept.
     *
     * @return header name to its values
     */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        masked.putAll(request.headers());
        masked.computeIfPresent(
                AUTHORIZATION,
                (name, values) -> values.stream().map(ReceivedRequest::masked).toList());
        return Collections.unmodifiableMap(masked);
    }

    /**
     * A header; of {@code Authorization} only the scheme is kept.
     *
     * @param name the header's name in any case
     * @return its first value, empty when it was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name)).map(values -> values.get(0));
    }

    /**
     * The body.
     *
     * @return the body as UTF-8 text, empty when there was none
     */
    public String body() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /**
     * Method and path; nothing that could be secret.
     *
     * @return such as {@code GET /api/v1/spaces}
     */
    @Override
    public String toString() {
        return method() + " " + path();
    }

    private static String masked(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? "***" : value.substring(0, blank) + " ***";
    }
}
