package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.gateway.PathId;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.EnsureOutcome;
import io.github.qlikconnections.model.EnsureResult;
import io.github.qlikconnections.model.UpdateResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes sure that a connection is there and holds what a draft names. Thread-safe. */
final class Ensuring {

    private final DataConnectionsGateway gateway;
    private final SourceDirectory sources;
    private final Creation creation;
    private final Updating updating;
    private final Namesakes namesakes;

    Ensuring(DataConnectionsGateway gateway, SourceDirectory sources, Creation creation, Updating updating) {
        this.gateway = gateway;
        this.sources = sources;
        this.creation = creation;
        this.updating = updating;
        this.namesakes = new Namesakes(gateway);
    }

    EnsureResult ensure(Deadline deadline, ConnectionDraft draft, EnsureOptions options) {
        Creation.Examined wanted = creation.accept(deadline, draft);
        return ensure(deadline, wanted, namesakes.find(deadline, wanted), options);
    }

    /** Goes on from what was found under the name of the draft, lately or some time ago. */
    EnsureResult ensure(
            Deadline deadline, Creation.Examined wanted, Optional<DataConnection> found, EnsureOptions options) {
        if (found.isPresent()) {
            try {
                return bringUp(deadline, wanted, found.get(), options);
            } catch (NotFoundException e) {
                // Somebody has deleted it since.
            }
        }
        try {
            return created(creation.create(deadline, wanted));
        } catch (ConflictException e) {
            // Somebody else was quicker.
            DataConnection theirs = namesakes.find(deadline, wanted).orElseThrow(() -> e);
            return bringUp(deadline, wanted, theirs, options);
        } catch (QlikException e) {
            if (!LostAnswers.leftBy(e)) {
                throw e;
            }
            Optional<DataConnection> arrived = settled(e, () -> namesakes.find(deadline, wanted));
            if (arrived.isEmpty() && !(e instanceof TransportException)) {
                // What came in the place of an answer would come again.
                throw e;
            }
            return created(arrived.isPresent() ? arrived.get() : creation.create(deadline, wanted));
        }
    }

    /** If the look fails too, it is still unknown what became of the request. */
    private static <T> T settled(QlikException unknown, Supplier<T> look) {
        try {
            return look.get();
        } catch (QlikException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private static EnsureResult created(DataConnection connection) {
        return EnsureResult.of(EnsureOutcome.CREATED, connection, List.of(), List.of());
    }

    private EnsureResult bringUp(
            Deadline deadline, Creation.Examined wanted, DataConnection existing, EnsureOptions options) {
        ConnectionDraft draft = wanted.draft();
        String source = existing.dataSourceId().orElse("no data source");
        if (!source.equals(draft.dataSourceId())) {
            throw Namesakes.conflict("The name \"" + draft.name() + "\" in " + draft.space()
                    + " is taken by a connection to " + source + " (" + existing.id() + "), and the draft is for "
                    + draft.dataSourceId() + ". Choose another name, or delete the connection that has it.");
        }
        String id = PathId.answered(existing.id(), "connection");
        DataConnection held = gateway.get(deadline, id, true);
        Optional<ConnectionPatch> patch = difference(deadline, draft, held, options);
        if (patch.isEmpty()) {
            return EnsureResult.of(EnsureOutcome.UNCHANGED, held, List.of(), List.of());
        }
        UpdateResult updated = update(deadline, draft, held, patch.get(), options);
        return EnsureResult.of(
                EnsureOutcome.UPDATED, gateway.get(deadline, id, true), updated.changes(), updated.warnings());
    }

    /** A patch whose fate is unknown is sent again only as far as the connection still differs. */
    private UpdateResult update(
            Deadline deadline,
            ConnectionDraft draft,
            DataConnection held,
            ConnectionPatch patch,
            EnsureOptions options) {
        try {
            return updating.update(deadline, held, patch);
        } catch (TransportException e) {
            if (!e.outcomeUnknown()) {
                throw e;
            }
            DataConnection now = settled(e, () -> gateway.get(deadline, held.id(), true));
            difference(deadline, draft, now, options).ifPresent(open -> updating.update(deadline, now, open));
            return Updating.result(held, patch);
        }
    }

    private Optional<ConnectionPatch> difference(
            Deadline deadline, ConnectionDraft draft, DataConnection held, EnsureOptions options) {
        return new DraftDifference(sources.spec(deadline, draft.dataSourceId()), draft, held)
                .patch(options.sendsSecrets());
    }
}
