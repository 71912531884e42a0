package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.UpdateResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rotates the credentials of many connections with bounded parallelism. The gateway limits the rate of the requests. This class is thread-safe. */
final class CredentialRotation {

    private static final String NO_SECRET_REASON =
            "The supplier of credentials returned no secret: return at least one by the name of its property.";

    private final DataConnectionsGateway gateway;
    private final ConnectionLister lister;
    private final UpdateWorkflow updateWorkflow;
    private final BulkItemReporter itemReporter;
    private final String tenant;
    private final Supplier<Deadline> deadlines;

    CredentialRotation(
            DataConnectionsGateway gateway,
            ConnectionLister lister,
            UpdateWorkflow updateWorkflow,
            BulkItemReporter itemReporter,
            String tenant,
            Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.lister = lister;
        this.updateWorkflow = updateWorkflow;
        this.itemReporter = itemReporter;
        this.tenant = tenant;
        this.deadlines = deadlines;
    }

    RotationReport rotate(ConnectionQuery query, CredentialSupplier supplier, RotationOptions options) {
        return rotate(
                query.toString(),
                () -> lister.listDistinct(query)
                        .map(CredentialRotation::createPlannedItem)
                        .toList(),
                supplier,
                options);
    }

    RotationReport rotate(RotationReport earlier, CredentialSupplier supplier, RotationOptions options) {
        List<RotationItem> remaining = earlier.items().stream()
                .filter(item -> item.outcome() != RotationOutcome.ROTATED)
                .toList();
        return rotate(remaining.stream().map(RotationItem::connectionId).toList(), () -> remaining, supplier, options);
    }

    private RotationReport rotate(
            Object request, Supplier<List<RotationItem>> items, CredentialSupplier supplier, RotationOptions options) {
        if (options.isDryRun()) {
            return RotationReport.of(items.get().stream()
                    .map(item -> createItem(item, RotationOutcome.PLANNED, null, null))
                    .toList());
        }
        try (RunJournal runJournal = RunJournal.open(options.journal().orElse(null))) {
            RotationJournal journal = new RotationJournal(runJournal);
            RunIdentity run = new RunIdentity("rotateCredentials", tenant, request);
            return rotate(journal.begin(run, items), journal, supplier, options);
        }
    }

    private RotationReport rotate(
            List<RotationItem> items, RotationJournal journal, CredentialSupplier supplier, RotationOptions options) {
        ProgressReporter progress = new ProgressReporter(items.size(), options.listener());
        return RotationReport.of(BoundedExecutor.run(
                items,
                options.parallelism(),
                new StopCondition(options.stopWhen()),
                item -> {
                    if (!journal.isToDo(item)) {
                        progress.reportDone(item.name());
                        return journal.skip(item);
                    }
                    RotationItem result = journal.run(
                            item,
                            beforeWrite -> rotate(item, supplier, beforeWrite),
                            updatedBefore -> settle(item, updatedBefore));
                    itemReporter.report(result);
                    progress.reportDone(result.name());
                    return result;
                },
                journal::skip));
    }

    private RotationItem rotate(RotationItem item, CredentialSupplier supplier, Consumer<DataConnection> beforeWrite) {
        Deadline deadline = deadlines.get();
        try {
            DataConnection connection = gateway.get(deadline, item.connectionId(), true);
            Map<String, Secret> secrets;
            try {
                secrets = supplier.credentialsOf(connection);
            } catch (Exception e) {
                // The message may contain a secret. A supplier in another JVM language can throw checked exceptions.
                return createItem(item, RotationOutcome.SUPPLIER_FAILED, null, describeSupplierFailure(e))
                        .withCause(e);
            }
            String problem = findProblem(secrets);
            if (problem != null) {
                return createItem(item, RotationOutcome.INVALID_CREDENTIALS, null, problem);
            }
            return secrets.isEmpty()
                    ? createItem(item, RotationOutcome.NO_CREDENTIALS, null, NO_SECRET_REASON)
                    : rotate(deadline, item, connection, secrets, () -> beforeWrite.accept(connection));
        } catch (QlikException e) {
            return createFailedItem(item, e);
        }
    }

    private RotationItem rotate(
            Deadline deadline,
            RotationItem item,
            DataConnection connection,
            Map<String, Secret> secrets,
            Runnable beforeWrite) {
        try {
            UpdateResult result = updateWorkflow.rotate(deadline, connection, secrets, beforeWrite);
            return createItem(item, RotationOutcome.ROTATED, null, null).withWarnings(result.warnings());
        } catch (QlikException e) {
            return e.outcomeUnknown()
                    ? resolveUnknownOutcome(deadline, item, connection, e)
                    : createFailedItem(item, e);
        }
    }

    private static String describeSupplierFailure(Exception failure) {
        return "The supplier of credentials threw " + failure.getClass().getName()
                + ". Its message may contain a secret and is omitted: see cause().";
    }

    /** Returns the problem of a supplier's result, or null if it is valid. Callers write suppliers, so nulls must be expected. */
    private static @Nullable String findProblem(@Nullable Map<String, Secret> secrets) {
        if (secrets == null) {
            return "The supplier of credentials returned null: return at least one secret by the name of its property.";
        }
        for (Map.Entry<String, @Nullable Secret> entry : secrets.entrySet()) {
            if (entry.getKey() == null || entry.getKey().isBlank()) {
                return "The supplier of credentials returned a secret without the name of its property.";
            }
            if (entry.getValue() == null) {
                return "The supplier of credentials returned null for the property "
                        + MessageFormatter.formatName(entry.getKey()) + ": leave the property out, or give its secret.";
            }
            if (entry.getValue().isCleared()) {
                return "The supplier of credentials returned a cleared secret for the property "
                        + MessageFormatter.formatName(entry.getKey()) + ": create it again, for each connection.";
            }
        }
        return null;
    }

    private static RotationItem createFailedItem(RotationItem item, QlikException failure) {
        return createItem(item, RotationOutcome.FAILED, findResponse(failure), failure.getMessage())
                .withCause(failure);
    }

    private static @Nullable QlikApiException findResponse(QlikException failure) {
        return failure instanceof QlikApiException response ? response : null;
    }

    private RotationItem resolveUnknownOutcome(
            Deadline deadline, RotationItem item, DataConnection before, QlikException failure) {
        RotationItem resolved = resolveUnknownOutcome(
                deadline, item, before.updated(), findResponse(failure), String.valueOf(failure.getMessage()));
        return resolved.outcome() == RotationOutcome.UNKNOWN ? resolved.withCause(failure) : resolved;
    }

    /** Settles an item whose write the interrupted run has only intended. */
    private RotationItem settle(RotationItem item, Optional<Instant> updatedBefore) {
        return resolveUnknownOutcome(deadlines.get(), item, updatedBefore, null, RotationJournal.ONLY_INTENDED_REASON);
    }

    /** Reads the connection after an unknown outcome. Secrets cannot be read back, but the time of the last change is a hint. */
    private RotationItem resolveUnknownOutcome(
            Deadline deadline,
            RotationItem item,
            Optional<Instant> updatedBefore,
            @Nullable QlikApiException response,
            String reason) {
        String hint;
        try {
            DataConnection now = gateway.get(deadline, item.connectionId(), false);
            boolean isUnchanged = updatedBefore.isPresent() && now.updated().equals(updatedBefore);
            hint = isUnchanged
                    ? " The connection was not changed since it was read."
                    : " The connection was changed since it was read.";
        } catch (NotFoundException e) {
            return createItem(item, RotationOutcome.FAILED, response, "The connection no longer exists.")
                    .withCause(e);
        } catch (QlikException e) {
            hint = "";
        }
        return createItem(item, RotationOutcome.UNKNOWN, response, reason + hint);
    }

    private static RotationItem createPlannedItem(DataConnection connection) {
        return RotationItem.builder(connection.id(), connection.name(), RotationOutcome.PLANNED)
                .spaceId(connection.spaceId().orElse(null))
                .build();
    }

    private static RotationItem createItem(
            RotationItem item, RotationOutcome outcome, @Nullable QlikApiException response, @Nullable String reason) {
        ApiError error =
                response == null ? null : response.errors().stream().findFirst().orElse(null);
        return RotationItem.builder(item.connectionId(), item.name(), outcome)
                .spaceId(item.spaceId().orElse(null))
                .status(response == null ? 0 : response.status())
                .error(error)
                .reason(reason)
                .build();
    }
}
