package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.Timing;

/** Gives a client a clock, which the public builder does not. */
public final class ClockedClient {

    private ClockedClient() {}

    /**
     * Opens a client.
     *
     * @param url the tenant
     * @param apiKey its key
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
