package io.github.qlikconnections.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A plain HTTP client of a tenant. */
final class ApiCaller {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String origin;
    private final String token;

    ApiCaller(FakeTenant tenant) {
        this(tenant.url(), tenant.apiKey());
    }

    ApiCaller(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    /** Status and body of a response. */
    record ApiResponse(int status, String body, HttpResponse<String> http) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        JsonNode error() {
            return json().at("/errors/0");
        }
    }

    ApiResponse get(String path) {
        return send("GET", path, null);
    }

    ApiResponse delete(String path) {
        return send("DELETE", path, null);
    }

    ApiResponse post(String path, String body) {
        return send("POST", path, body);
    }

    ApiResponse put(String path, String body) {
        return send("PUT", path, body);
    }

    ApiResponse patch(String path, String body) {
        return send("PATCH", path, body);
    }

    ApiResponse send(String method, String path, String body, String... headers) {
        try {
            return tryToSend(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiResponse tryToSend(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> http = HTTP.send(request.build(), BodyHandlers.ofString());
            return new ApiResponse(http.statusCode(), http.body(), http);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Creates a connection and returns its id. */
    String created(String body) {
        ApiResponse response = post("/api/v1/data-connections", body);
        if (response.status() != 201) {
            throw new AssertionError(response.status() + " " + response.body());
        }
        return response.json().path("qID").asText();
    }
}
