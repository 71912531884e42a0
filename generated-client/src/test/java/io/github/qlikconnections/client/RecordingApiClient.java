package io.github.qlikconnections.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** Takes the place of the wire where the facade does: it keeps the request and answers with a given JSON text. */
final class RecordingApiClient extends ApiClient {

    private final String answer;

    String path = "";
    String method = "";
    String body = "";
    Map<String, String> headers = Map.of();
    List<Pair> query = List.of();

    RecordingApiClient(String answer) {
        super((CloseableHttpClient) null);
        this.answer = answer;
    }

    @Override
    public <T> T invokeAPI(
            String path,
            String method,
            List<Pair> queryParams,
            List<Pair> collectionQueryParams,
            String urlQueryDeepObject,
            Object body,
            Map<String, String> headerParams,
            Map<String, String> cookieParams,
            Map<String, Object> formParams,
            String accept,
            String contentType,
            String[] authNames,
            TypeReference<T> returnType)
            throws ApiException {
        this.path = path;
        this.method = method;
        this.headers = headerParams;
        this.query = queryParams;
        try {
            this.body = body == null ? "" : getObjectMapper().writeValueAsString(body);
            return returnType == null ? null : getObjectMapper().readValue(answer, returnType);
        } catch (JsonProcessingException e) {
            throw new ApiException(e);
        }
    }
}
