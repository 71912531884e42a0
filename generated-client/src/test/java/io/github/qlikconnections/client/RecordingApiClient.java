package io.github.qlikconnections.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Records a request and returns the given JSON response. Not thread-safe. */
final class RecordingApiClient implements ApiClient {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String response;

    String method = "";
    String target = "";
    Map<String, String> headers = Map.of();
    String body = "";

    RecordingApiClient(String response) {
        this.response = response;
    }

    @Override
    public <T> T send(ApiRequest request, Class<T> result) {
        method = request.method();
        target = request.target();
        headers = request.headers();
        try {
            body = request.body() == null ? "" : JSON.writeValueAsString(request.body());
            return result == null ? null : JSON.readValue(response, result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
