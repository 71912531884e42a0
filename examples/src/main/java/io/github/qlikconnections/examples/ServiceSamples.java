package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** How a service uses a client, as {@code docs/guides/services.md} shows it. */
final class ServiceSamples {

    private ServiceSamples() {}

    static DataConnection createOnce(QlikClient qlik, ConnectionDraft draft) {
        QlikClient oneAttempt = qlik.withOptions(
                options -> options.operationTimeout(Duration.ofSeconds(20)).maxAttempts(1));
        return oneAttempt.dataConnections().create(draft);
    }

    static CompletableFuture<DataConnection> createAsync(QlikClient qlik, ConnectionDraft draft, Executor executor) {
        return CompletableFuture.supplyAsync(() -> qlik.dataConnections().create(draft), executor);
    }

    static EnsureReport ensureUntil(QlikClient qlik, List<ConnectionDraft> drafts, AtomicBoolean stopped, Instant end) {
        EnsureOptions options = EnsureOptions.builder()
                .stopWhen(() -> stopped.get() || Instant.now().isAfter(end))
                .build();
        try {
            return qlik.dataConnections().ensureAll(drafts, options);
        } catch (EnsureFailureException e) {
            return e.report(); // notStarted() has the rest
        }
    }
}
