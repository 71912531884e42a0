package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.event.BulkItemEvent;
import io.github.qlikconnections.event.RunContext;
import io.github.qlikconnections.internal.http.RequestListeners;
import org.jspecify.annotations.Nullable;

/** Reports the items of one bulk run to the listeners of the client. This class is thread-safe. */
final class BulkItemReporter {

    private final RunContext run;
    private final RequestListeners listeners;

    BulkItemReporter(RunContext run, RequestListeners listeners) {
        this.run = run;
        this.listeners = listeners;
    }

    void report(EnsureItem item) {
        String failure = item.isOutcomeUnknown() ? "UNKNOWN" : "FAILED";
        report(
                item.result().map(result -> result.outcome().name()).orElse(failure),
                item.failure().orElse(null));
    }

    void report(RotationItem item) {
        report(item.outcome().name(), item.cause().orElse(null));
    }

    void report(BulkItem item) {
        report(item.outcome().name(), null);
    }

    private void report(String outcome, @Nullable Throwable failure) {
        String errorType = failure == null ? null : failure.getClass().getSimpleName();
        listeners.notify(listener -> listener.bulkItemFinished(BulkItemEvent.of(run, outcome, errorType)));
    }
}
