package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import java.time.Duration;

/** How a service uses a client, as {@code docs/services.md} shows it. */
final class ServiceSamples {

    private ServiceSamples() {}

    static DataConnection createOnce(QlikClient qlik, ConnectionDraft draft) {
        QlikClient oneAttempt = qlik.withOptions(
                options -> options.operationTimeout(Duration.ofSeconds(20)).maxAttempts(1));
        return oneAttempt.dataConnections().create(draft);
    }
}
