package io.github.qlikconnections.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Sends requests as they are: no retry, no pace, no bounds, no better errors. Thread-safe. */
public final class HttpApiClient implements ApiClient {

    private static final int MOST_ERROR_TEXT = 10_000;

    private final CloseableHttpClient http;
    private final String origin;
    private final String bearerToken;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A client of one tenant.
     *
     * @param http sends the requests and stays open
     * @param origin the address of the tenant, for instance {@code https://acme.eu.qlikcloud.com}
     * @param bearerToken an API key or access token
     */
    public HttpApiClient(CloseableHttpClient http, String origin, String bearerToken) {
        this.http = http;
        this.origin = origin;
        this.bearerToken = bearerToken;
    }

    @Override
    public <T> T send(ApiRequest request, @Nullable Class<T> result) {
        try {
            HttpUriRequestBase message =
                    new HttpUriRequestBase(request.method(), URI.create(origin + request.target()));
            message.setHeader(HttpHeaders.ACCEPT, "application/json");
            message.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearerToken);
            request.headers().forEach(message::setHeader);
            if (request.body() != null) {
                message.setEntity(
                        new ByteArrayEntity(json.writeValueAsBytes(request.body()), ContentType.APPLICATION_JSON));
            }
            try (ClassicHttpResponse response = http.executeOpen(null, message, null)) {
                return read(response, result);
            }
        } catch (IOException | HttpException e) {
            throw new ApiException(e);
        }
    }

    private <T> T read(ClassicHttpResponse response, @Nullable Class<T> result)
            throws IOException, HttpException, ApiException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() >= 300) {
            throw new ApiException(
                    response.getCode(), entity == null ? "" : EntityUtils.toString(entity, MOST_ERROR_TEXT));
        }
        if (result == null || entity == null) {
            EntityUtils.consume(entity);
            return null;
        }
        return json.readValue(entity.getContent(), result);
    }
}
