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
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Backoff;
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
import java.util.function.Supplier;

/**
 * Ensures that a connection is what a draft says: makes a plan and carries it out. A write whose outcome is unknown is repeated after
 * the connection was read. This class is thread-safe.
 */
final class EnsureWorkflow {

    private final DataConnectionsGateway gateway;
    private final CreateWorkflow creation;
    private final Planner planner;
    private final WriteVerifier readBack;
    private final Backoff repeats;

    EnsureWorkflow(
            DataConnectionsGateway gateway,
            CreateWorkflow creation,
            Planner planner,
            WriteVerifier readBack,
            Backoff repeats) {
        this.gateway = gateway;
        this.creation = creation;
        this.planner = planner;
        this.readBack = readBack;
        this.repeats = repeats;
    }

    EnsureResult ensure(Deadline deadline, ConnectionDraft draft, EnsureOptions options) {
        CreateWorkflow.refuseSignIn(draft);
        return ensure(deadline, creation.accept(deadline, draft), new ConnectionsByName(gateway), options);
    }

    /** Ensures a valid draft; what was listed beforehand is used to find the connection. */
    EnsureResult ensure(Deadline deadline, ResolvedDraft wanted, ConnectionsByName listed, EnsureOptions options) {
        return carryOut(deadline, planner.plan(deadline, wanted, listed, options));
    }

    /** Carries out a plan that was made earlier, if the tenant is still as it was then. */
    EnsureResult apply(Deadline deadline, ConnectionPlan plan) {
        if (plan.action() == PlanAction.BLOCKED) {
            throw blocked(plan);
        }
        if (plan.action() == PlanAction.CONFLICT) {
            throw new NameConflictException(plan.reason());
        }
        ResolvedDraft wanted = creation.accept(deadline, plan.draft());
        PlanningResult now = planner.remembering(
                plan, planner.plan(deadline, wanted, new ConnectionsByName(gateway), plan.options()));
        StalePlanDetector.between(plan, now.plan()).ifPresent(reason -> {
            throw new StalePlanException(reason);
        });
        return carryOut(deadline, now);
    }

    private static QlikException blocked(ConnectionPlan plan) {
        if (plan.report().isPresent() && !plan.report().get().isCreatable()) {
            return new InvalidConnectionException(plan.report().get());
        }
        String connection = plan.connection()
                .map(DataConnection::toString)
                .orElse("\"" + plan.draft().name() + "\"");
        return new InvalidPatchException(connection, plan.violations());
    }

    private EnsureResult carryOut(Deadline deadline, PlanningResult planned) {
        ConnectionPlan plan = planned.plan();
        return switch (plan.action()) {
            case CREATE -> create(deadline, planned.resolved(), plan.options());
            case UPDATE -> update(deadline, planned);
            case UNCHANGED -> unwritten(EnsureOutcome.UNCHANGED, planned);
            case UNVERIFIED -> unwritten(EnsureOutcome.UNVERIFIED, planned);
            case CONFLICT -> throw new NameConflictException(plan.reason());
            case BLOCKED -> throw blocked(plan);
        };
    }

    private static EnsureResult unwritten(EnsureOutcome outcome, PlanningResult planned) {
        PlanningResult.ComparedConnection existing = planned.existing().orElseThrow();
        ComparisonResult comparison = existing.comparison();
        return EnsureResult.builder(outcome, existing.held())
                .entries(comparison.entries())
                .credentialsNotSent(comparison.credentialsNotSent())
                .warnings(comparison.warnings())
                .build();
    }

    private EnsureResult create(Deadline deadline, ResolvedDraft wanted, EnsureOptions options) {
        boolean mayHaveArrived = false;
        for (int attempt = 1; ; attempt++) {
            Optional<DataConnection> found;
            try {
                DataConnection created = creation.create(deadline, wanted);
                return readBack.afterCreate(deadline, wanted.desired(options), created);
            } catch (ConflictException e) {
                DataConnection taken =
                        settled(deadline, e, () -> find(deadline, wanted)).orElseThrow(() -> e);
                return existing(deadline, wanted, taken, options, mayHaveArrived);
            } catch (QlikException e) {
                if (!e.outcomeUnknown()) {
                    throw e;
                }
                found = settled(deadline, e, () -> find(deadline, wanted));
                if (found.isEmpty() && !(isRepeatable(e) && repeats.pause(deadline, attempt))) {
                    throw e;
                }
            }
            if (found.isPresent()) {
                return existing(deadline, wanted, found.get(), options, true);
            }
            mayHaveArrived = true;
        }
    }

    /** A redirect or the like comes from something that stands between the caller and the tenant, and would come again. */
    private static boolean isRepeatable(QlikException failure) {
        return !(failure instanceof UnexpectedResponseException response) || response.status() < 300;
    }

    private Optional<DataConnection> find(Deadline deadline, ResolvedDraft wanted) {
        return new ConnectionsByName(gateway).find(deadline, wanted);
    }

    /** A connection that was there after a creation: the caller's own, or that of somebody who was quicker. */
    private EnsureResult existing(
            Deadline deadline, ResolvedDraft wanted, DataConnection found, EnsureOptions options, boolean own) {
        EnsureResult result = carryOut(deadline, planner.existing(deadline, wanted, found, options));
        return own ? WriteVerifier.created(result) : result;
    }

    /** Reads what an unknown outcome did. If that cannot be read, the outcome stays unknown. */
    private <T> T settled(Deadline deadline, QlikException unknown, Supplier<T> read) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read.get();
            } catch (QlikException e) {
                unknown.addSuppressed(e);
                // A read is not an attempt of the write, and nothing else can settle it.
                if (!isTransient(e) || !repeats.pause(deadline, attempt)) {
                    throw unknown;
                }
            }
        }
    }

    private static boolean isTransient(QlikException failure) {
        return failure instanceof ServerException
                || failure instanceof TransportException
                || (failure instanceof UnexpectedResponseException && isRepeatable(failure));
    }

    private EnsureResult update(Deadline deadline, PlanningResult planned) {
        PlanningResult.ComparedConnection existing = planned.existing().orElseThrow();
        ComparisonResult first = existing.comparison();
        ComparisonResult open = first;
        DataConnection held = existing.held();
        for (int attempt = 1; open.hasWrites(); attempt++) {
            try {
                send(deadline, held.id(), open);
                break;
            } catch (NotFoundException e) {
                if (find(deadline, planned.resolved()).isPresent()) {
                    throw e;
                }
                // It was deleted after it was read.
                return create(deadline, planned.resolved(), planned.plan().options());
            } catch (QlikException e) {
                if (!e.outcomeUnknown()) {
                    throw e;
                }
                held = settled(
                        deadline, e, () -> gateway.get(deadline, existing.held().id(), true));
                // The write may have created the credentials that the draft names.
                DataConnection read = held;
                DesiredConnection desired =
                        settled(deadline, e, () -> planner.withCredentials(deadline, existing.desired(), read));
                // Secrets cannot be read back, so it is unknown whether the tenant received them.
                open = planner.compare(desired, held, !first.credentialsSent().isEmpty());
                if (open.hasWrites() && !(isRepeatable(e) && repeats.pause(deadline, attempt))) {
                    throw e;
                }
            }
        }
        return readBack.afterUpdate(deadline, existing, first);
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
