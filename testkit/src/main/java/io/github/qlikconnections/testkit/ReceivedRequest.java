package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that a {@link FakeTenant} received. Instances are immutable and thread-safe.
 *
 * <p>The body contains what the client sent, including secrets. It is never part of {@link #toString()}.
 */
public final class ReceivedRequest {

    private static final String AUTHORIZATION = "Authorization";

    private final Request request;

    ReceivedRequest(Request request) {
        this.request = request;
    }

    /**
     * Returns the HTTP method.
     *
     * @return the method in upper case
     */
    public String method() {
        return request.method();
    }

    /**
     * Returns the path as it was sent, percent-encoded.
     *
     * @return the path without the query
     */
    public String path() {
        return request.rawPath();
    }

    /**
     * Returns the decoded query parameters in the order of the request.
     *
     * @return the values by parameter name
     */
    public Map<String, List<String>> query() {
        return request.query();
    }

    /**
     * Returns a query parameter.
     *
     * @param name the name of the parameter
     * @return its last value, empty if it was not sent
     */
    public Optional<String> query(String name) {
        return request.query(name);
    }

    /**
     * Returns the headers. Names are case-insensitive. The credentials in {@code Authorization} are masked.
     *
     * @return the values by header name
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
     * Returns a header. The credentials in {@code Authorization} are masked.
     *
     * @param name the name of the header, case-insensitive
     * @return its first value, empty if it was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name)).map(values -> values.get(0));
    }

    /**
     * Returns the body.
     *
     * @return the body decoded as UTF-8, empty if there was none
     */
    public String body() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /**
     * Returns the method and the path, without anything that can be secret.
     *
     * @return a string such as {@code GET /api/v1/spaces}
     */
    @Override
    public String toString() {
        return method() + " " + path();
    }

    private static String masked(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? "***" : value.substring(0, space) + " ***";
    }
}
