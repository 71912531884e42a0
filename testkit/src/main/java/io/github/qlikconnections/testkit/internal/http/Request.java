package io.github.qlikconnections.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An HTTP request. Path and query are percent-decoded exactly once. */
public final class Request {

    private static final int MAX_BODY = 16 * 1024 * 1024;

    private final String method;
    private final String rawPath;
    private final List<String> segments;
    private final Map<String, List<String>> query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Request(
            String method,
            String rawPath,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            byte[] body) {
        this.method = method;
        this.rawPath = rawPath;
        this.segments = segmentsOf(rawPath);
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                queryOf(exchange.getRequestURI().getRawQuery()),
                Collections.unmodifiableMap(headers),
                body);
    }

    public String method() {
        return method;
    }

    /** Returns the percent-encoded path. */
    public String rawPath() {
        return rawPath;
    }

    List<String> segments() {
        return segments;
    }

    public Map<String, List<String>> query() {
        return query;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    /** Returns a query parameter, the last value if it is repeated. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(values.size() - 1));
    }

    /** Returns a boolean query parameter, false if it is absent. */
    public boolean flag(String name) {
        String value = query(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw ApiErrorException.badRequest("Query parameter " + name + " is not a boolean");
        }
        return value.equals("true");
    }

    /** Returns a query parameter that is an integer from 1 to {@code max}. */
    public Optional<Integer> count(String name, int max) {
        return query(name).map(value -> {
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > max) {
                throw ApiErrorException.badRequest("Query parameter " + name + " is not a number from 1 to " + max);
            }
            return Integer.parseInt(value);
        });
    }

    /**
     * Returns the body as JSON.
     *
     * @throws ApiErrorException 415 if the request declares another media type, 400 if the body is not JSON
     */
    public JsonNode json() {
        if (!header("Content-Type").map(Request::isJson).orElse(true)) {
            throw ApiErrorException.unsupportedMediaType("The request body is not declared as application/json");
        }
        try {
            JsonNode node = Json.parse(body);
            if (node.isMissingNode()) {
                throw ApiErrorException.badRequest("The request has no body");
            }
            return node;
        } catch (IOException e) {
            throw ApiErrorException.badRequest("The request body is not JSON");
        }
    }

    /** Does not accept application/json-patch+json, because the services do not either. */
    private static boolean isJson(String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    /** Returns the body as a JSON object. */
    public ObjectNode jsonObject() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw ApiErrorException.badRequest("The request body is not a JSON object");
    }

    private static List<String> segmentsOf(String rawPath) {
        String path =
                rawPath.length() > 1 && rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(Math.min(1, path.length())).split("/", -1)) {
            // URLDecoder decodes a plus as a space, which is wrong in a path.
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return List.copyOf(segments);
    }

    /** Decodes {@code application/x-www-form-urlencoded} query strings and form bodies. */
    public static Map<String, List<String>> queryOf(@Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            query.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        query.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(query);
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
