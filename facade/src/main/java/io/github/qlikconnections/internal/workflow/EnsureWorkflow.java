package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.StalePlanException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.compare.ComparisonResult;
import io.github.qlikconnections.internal.compare.DesiredConnection;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Backoff;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Ensures that a connection matches a draft: creates a plan and executes it. If the outcome of a write is unknown, the connection is read
 * before the write is repeated. This class is thread-safe.
 */
final class EnsureWorkflow {

    private final DataConnectionsGateway gateway;
    private final CreateWorkflow createWorkflow;
    private final Planner planner;
    private final WriteVerifier writeVerifier;
    private final Backoff backoff;

    EnsureWorkflow(
            DataConnectionsGateway gateway,
            CreateWorkflow createWorkflow,
            Planner planner,
            WriteVerifier writeVerifier,
            Backoff backoff) {
        this.gateway = gateway;
        this.createWorkflow = createWorkflow;
        this.planner = planner;
        this.writeVerifier = writeVerifier;
        this.backoff = backoff;
    }

    EnsureResult ensure(Deadline deadline, ConnectionDraft draft, EnsureOptions options) {
        CreateWorkflow.rejectAuthUrlOnly(draft);
        ResolvedDraft resolved = createWorkflow.resolveValid(deadline, draft);
        return execute(deadline, planner.plan(deadline, resolved, new ConnectionsByName(gateway), options));
    }

    /**
     * Ensures a valid draft. Uses the listed connections to find the connection.
     *
     * @param mayWrite is called with the plan before the first write request, if there is one; returns false to omit the write
     */
    EnsureResult ensure(
            Deadline deadline,
            ResolvedDraft resolved,
            ConnectionsByName listed,
            EnsureOptions options,
            Predicate<ConnectionPlan> mayWrite) {
        PlanningResult planning = planner.plan(deadline, resolved, listed, options);
        return planning.plan().isWriting() && !mayWrite.test(planning.plan())
                ? createResultWithoutWrite(EnsureOutcome.UNVERIFIED, planning)
                : execute(deadline, planning);
    }

    /**
     * Executes an earlier plan.
     *
     * @throws StalePlanException if the connection changed after the plan was created
     */
    EnsureResult apply(Deadline deadline, ConnectionPlan plan) {
        if (plan.action() == PlanAction.BLOCKED) {
            throw createBlockedException(plan);
        }
        if (plan.action() == PlanAction.CONFLICT) {
            throw new NameConflictException(plan.reason());
        }
        ResolvedDraft resolved = createWorkflow.resolveValid(deadline, plan.draft());
        PlanningResult currentPlan = planner.planWithRecordsOf(
                plan, planner.plan(deadline, resolved, new ConnectionsByName(gateway), plan.options()));
        StalePlanDetector.findReason(plan, currentPlan.plan()).ifPresent(reason -> {
            throw new StalePlanException(reason);
        });
        return execute(deadline, currentPlan);
    }

    private static QlikException createBlockedException(ConnectionPlan plan) {
        if (plan.report().isPresent() && !plan.report().get().isCreatable()) {
            return new InvalidConnectionException(plan.report().get());
        }
        String connection = plan.connection()
                .map(DataConnection::toString)
                .orElse("\"" + plan.draft().name() + "\"");
        if (plan.violations().isEmpty()) {
            return new QlikException("Cannot apply the plan of " + connection + ", nothing was sent. " + plan.reason()
                    + " Create a new plan.");
        }
        return new InvalidPatchException(connection, plan.violations());
    }

    private EnsureResult execute(Deadline deadline, PlanningResult planning) {
        ConnectionPlan plan = planning.plan();
        return switch (plan.action()) {
            case CREATE -> create(deadline, planning.resolved(), plan.options());
            case UPDATE -> update(deadline, planning);
            case UNCHANGED -> createResultWithoutWrite(EnsureOutcome.UNCHANGED, planning);
            case UNVERIFIED -> createResultWithoutWrite(EnsureOutcome.UNVERIFIED, planning);
            case CONFLICT -> throw new NameConflictException(plan.reason());
            case BLOCKED -> throw createBlockedException(plan);
        };
    }

    private static EnsureResult createResultWithoutWrite(EnsureOutcome outcome, PlanningResult planning) {
        PlanningResult.ComparedConnection existing = planning.existing().orElseThrow();
        ComparisonResult comparison = existing.comparison();
        return EnsureResult.builder(outcome, existing.current())
                .entries(comparison.entries())
                .credentialsNotSent(comparison.credentialsNotSent())
                .warnings(planning.warnings())
                .build();
    }

    private EnsureResult create(Deadline deadline, ResolvedDraft resolved, EnsureOptions options) {
        boolean mayHaveArrived = false;
        for (int attempt = 1; ; attempt++) {
            Optional<DataConnection> found;
            try {
                DataConnection created = createWorkflow.create(deadline, resolved);
                return writeVerifier.verifyCreate(deadline, resolved, options, created);
            } catch (ConflictException e) {
                DataConnection conflicting =
                        readOutcome(deadline, e, () -> find(deadline, resolved)).orElseThrow(() -> e);
                return ensureExisting(deadline, resolved, conflicting, options, mayHaveArrived);
            } catch (QlikException e) {
                if (!e.outcomeUnknown()) {
                    throw e;
                }
                found = readOutcome(deadline, e, () -> find(deadline, resolved));
                if (found.isEmpty() && !(isRetryable(e) && backoff.pause(deadline, attempt))) {
                    throw e;
                }
            }
            if (found.isPresent()) {
                return ensureExisting(deadline, resolved, found.get(), options, true);
            }
            mayHaveArrived = true;
        }
    }

    /** Returns whether a retry can succeed. A redirect comes from an intermediary and would be returned again. */
    private static boolean isRetryable(QlikException failure) {
        return !(failure instanceof UnexpectedResponseException response) || response.status() < 300;
    }

    private Optional<DataConnection> find(Deadline deadline, ResolvedDraft resolved) {
        return new ConnectionsByName(gateway).find(deadline, resolved);
    }

    /** Ensures a connection that exists after an attempt to create it. Another client may have created it. */
    private EnsureResult ensureExisting(
            Deadline deadline,
            ResolvedDraft resolved,
            DataConnection found,
            EnsureOptions options,
            boolean isCreatedByCaller) {
        EnsureResult result = execute(deadline, planner.planExisting(deadline, resolved, found, options));
        return isCreatedByCaller ? WriteVerifier.withOutcome(EnsureOutcome.CREATED, result) : result;
    }

    /** Reads the result of a write with an unknown outcome. Throws the given failure if the result cannot be read. */
    private <T> T readOutcome(Deadline deadline, QlikException failure, Supplier<T> read) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read.get();
            } catch (QlikException e) {
                failure.addSuppressed(e);
                // Only a read can determine the outcome, and it does not count as an attempt to write.
                if (!isTransient(e) || !backoff.pause(deadline, attempt)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isTransient(QlikException failure) {
        return failure instanceof ServerException
                || failure instanceof TransportException
                || (failure instanceof UnexpectedResponseException && isRetryable(failure));
    }

    private EnsureResult update(Deadline deadline, PlanningResult planning) {
        PlanningResult.ComparedConnection existing = planning.existing().orElseThrow();
        ComparisonResult initial = existing.comparison();
        ComparisonResult remaining = initial;
        DataConnection current = existing.current();
        for (int attempt = 1; remaining.hasWrites(); attempt++) {
            try {
                send(deadline, current.id(), remaining);
                break;
            } catch (NotFoundException e) {
                if (find(deadline, planning.resolved()).isPresent()) {
                    throw e;
                }
                // The connection was deleted after it was read.
                return create(deadline, planning.resolved(), planning.plan().options());
            } catch (QlikException e) {
                if (!e.outcomeUnknown()) {
                    throw e;
                }
                current = readOutcome(
                        deadline,
                        e,
                        () -> gateway.get(deadline, existing.current().id(), true));
                // The write may have created the credentials that the draft names.
                DataConnection read = current;
                DesiredConnection desired =
                        readOutcome(deadline, e, () -> planner.lookUpCredentials(deadline, existing.desired(), read));
                // Secrets cannot be read back, so it is unknown whether the tenant received them.
                remaining = planner.compare(
                        desired, current, !initial.credentialsSent().isEmpty());
                if (remaining.hasWrites() && !(isRetryable(e) && backoff.pause(deadline, attempt))) {
                    throw e;
                }
            }
        }
        return writeVerifier.verifyUpdate(deadline, planning);
    }

    private void send(Deadline deadline, String connectionId, ComparisonResult comparison) {
        if (comparison.replacement().isPresent()) {
            ConnectionReplacement replacement = comparison.replacement().get();
            gateway.replace(
                    deadline,
                    connectionId,
                    replacement,
                    replacement.space().flatMap(SpaceRef::id).orElse(null));
        }
        if (comparison.patch().isPresent()) {
            gateway.patch(deadline, connectionId, comparison.patch().get());
        }
    }
}
