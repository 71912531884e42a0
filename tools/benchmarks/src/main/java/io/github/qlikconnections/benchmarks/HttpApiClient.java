package io.github.qlikconnections.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.qlikconnections.client.ApiClient;
import io.github.qlikconnections.client.ApiRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Sends each request of the generated client once, without retries, rate limits or error mapping. Thread-safe. */
final class HttpApiClient implements ApiClient {

    private final CloseableHttpClient http;
    private final String origin;
    private final String bearerToken;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Creates a client of one tenant.
     *
     * @param http sends the requests and stays open
     * @param origin the address of the tenant, for instance {@code https://acme.eu.qlikcloud.com}
     * @param bearerToken an API key or access token
     */
    HttpApiClient(CloseableHttpClient http, String origin, String bearerToken) {
        this.http = http;
        this.origin = origin;
        this.bearerToken = bearerToken;
    }

    @Override
    public <T> @Nullable T send(ApiRequest request, @Nullable Class<T> responseType) {
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
                return read(response, responseType);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> @Nullable T read(ClassicHttpResponse response, @Nullable Class<T> responseType) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() >= 300) {
            EntityUtils.consume(entity);
            throw new IllegalStateException("The tenant responded with status " + response.getCode());
        }
        if (responseType == null || entity == null) {
            EntityUtils.consume(entity);
            return null;
        }
        return json.readValue(entity.getContent(), responseType);
    }
}
