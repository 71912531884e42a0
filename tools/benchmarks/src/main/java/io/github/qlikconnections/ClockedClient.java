package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.Timing;

/** Creates a client with a custom clock, which the public builder does not support. */
public final class ClockedClient {

    private ClockedClient() {}

    /**
     * Creates a client.
     *
     * @param url the URL of the tenant
     * @param apiKey the API key
     * @param timing the clock
     * @return the client
     */
    public static QlikClient open(String url, String apiKey, Timing timing) {
        return QlikClient.builder()
                .tenant(url)
                .credentials(QlikCredentials.apiKey(Secret.of(apiKey)))
                .timing(timing)
                .build();
    }
}
