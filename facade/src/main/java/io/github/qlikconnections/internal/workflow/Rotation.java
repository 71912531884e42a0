package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.CredentialSupplier;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.RotationItem;
import io.github.qlikconnections.model.RotationOptions;
import io.github.qlikconnections.model.RotationOutcome;
import io.github.qlikconnections.model.RotationReport;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives many connections new credentials, several at a time; the gateway it is given paces it. Thread-safe. */
final class Rotation {

    private static final String INTERRUPTED = "The run was interrupted. Give this report to another run to go on.";

    private final DataConnectionsGateway gateway;
    private final Updating updating;
    private final Supplier<Deadline> deadlines;

    Rotation(DataConnectionsGateway gateway, Updating updating, Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.updating = updating;
        this.deadlines = deadlines;
    }

    RotationReport rotate(Stream<DataConnection> connections, CredentialSupplier supplier, RotationOptions options) {
        return rotate(connections.map(Rotation::planned).toList(), supplier, options);
    }

    RotationReport rotate(RotationReport earlier, CredentialSupplier supplier, RotationOptions options) {
        List<RotationItem> open = earlier.items().stream()
                .filter(item -> item.outcome() != RotationOutcome.ROTATED)
                .toList();
        return rotate(open, supplier, options);
    }

    private RotationReport rotate(List<RotationItem> items, CredentialSupplier supplier, RotationOptions options) {
        if (options.isDryRun()) {
            return RotationReport.of(items.stream()
                    .map(item -> outcome(item, RotationOutcome.PLANNED, null, null))
                    .toList());
        }
        Progress progress = new Progress(items.size(), options.listener());
        return RotationReport.of(BoundedExecutor.run(
                items,
                options.parallelism(),
                item -> {
                    RotationItem tried = rotate(item, supplier);
                    progress.done(tried.name());
                    return tried;
                },
                item -> outcome(item, RotationOutcome.PLANNED, null, INTERRUPTED)));
    }

    private RotationItem rotate(RotationItem item, CredentialSupplier supplier) {
        Deadline deadline = deadlines.get();
        try {
            DataConnection connection = gateway.get(deadline, item.connectionId(), true);
            Map<String, Secret> secrets = supplier.credentialsOf(connection);
            try {
                updating.rotate(deadline, connection, secrets);
            } catch (QlikException e) {
                if (e.outcomeUnknown()) {
                    return unknown(deadline, item, connection, e);
                }
                throw e;
            }
            return outcome(item, RotationOutcome.ROTATED, null, null);
        } catch (RuntimeException e) {
            // What the caller's supplier throws may hold anything, a secret included: its text is not kept.
            boolean own = e.getClass().getName().startsWith("io.github.qlikconnections.");
            return outcome(
                    item,
                    RotationOutcome.FAILED,
                    e instanceof QlikApiException refusal ? refusal : null,
                    own
                            ? e.getMessage()
                            : "The supplier of credentials failed: "
                                    + e.getClass().getName());
        }
    }

    /** Secrets cannot be read back, but a connection that is gone was not rotated, and its last change is a hint. */
    private RotationItem unknown(Deadline deadline, RotationItem item, DataConnection before, QlikException failure) {
        QlikApiException response = failure instanceof QlikApiException error ? error : null;
        String hint;
        try {
            DataConnection now = gateway.get(deadline, before.id(), false);
            boolean untouched = before.updated().isPresent() && now.updated().equals(before.updated());
            hint = untouched
                    ? " The connection shows no later change than before."
                    : " The connection was changed since it was read.";
        } catch (NotFoundException e) {
            return outcome(item, RotationOutcome.FAILED, response, "The connection is gone.");
        } catch (QlikException e) {
            hint = "";
        }
        return outcome(item, RotationOutcome.UNKNOWN, response, failure.getMessage() + hint);
    }

    private static RotationItem planned(DataConnection connection) {
        return RotationItem.of(
                connection.id(),
                connection.name(),
                connection.spaceId().orElse(null),
                RotationOutcome.PLANNED,
                0,
                null,
                null);
    }

    private static RotationItem outcome(
            RotationItem item, RotationOutcome outcome, @Nullable QlikApiException refusal, @Nullable String reason) {
        ApiError error =
                refusal == null ? null : refusal.errors().stream().findFirst().orElse(null);
        return RotationItem.of(
                item.connectionId(),
                item.name(),
                item.spaceId().orElse(null),
                outcome,
                refusal == null ? 0 : refusal.status(),
                error,
                reason);
    }
}
