package io.github.qlikconnections.client;

import jakarta.annotation.Nullable;

/** Sends what the generated classes ask for. */
public interface ApiClient {

    /**
     * Sends a request and reads its answer.
     *
     * @param request the request
     * @param result what the answer is read as, or null when the API documents no body
     * @return the answer, or null without a {@code result}
     * @throws ApiException when the tenant refuses it or its answer cannot be read
     * @param <T> what the answer is read as
     */
    <T> T send(ApiRequest request, @Nullable Class<T> result);
}
