package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.Refusal;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.gateway.PathId;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.EnsureOutcome;
import io.github.qlikconnections.model.EnsureResult;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.model.UpdateResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes sure that a connection is there and holds what a draft names. Thread-safe. */
final class Ensuring {

    private final DataConnectionsGateway gateway;
    private final SourceDirectory sources;
    private final Creation creation;
    private final Updating updating;

    Ensuring(DataConnectionsGateway gateway, SourceDirectory sources, Creation creation, Updating updating) {
        this.gateway = gateway;
        this.sources = sources;
        this.creation = creation;
        this.updating = updating;
    }

    EnsureResult ensure(Deadline deadline, ConnectionDraft draft, EnsureOptions options) {
        Creation.Accepted wanted = creation.accept(deadline, draft);
        Optional<DataConnection> existing = find(deadline, wanted);
        if (existing.isPresent()) {
            return bringUp(deadline, wanted, existing.get(), options);
        }
        try {
            return created(creation.create(deadline, wanted));
        } catch (ConflictException e) {
            // Somebody else was quicker.
            DataConnection theirs = find(deadline, wanted).orElseThrow(() -> e);
            return bringUp(deadline, wanted, theirs, options);
        } catch (TransportException e) {
            if (!e.outcomeUnknown()) {
                throw e;
            }
            Optional<DataConnection> arrived = arrived(deadline, wanted, e);
            return created(arrived.isPresent() ? arrived.get() : creation.create(deadline, wanted));
        }
    }

    /** If the look-up fails too, it is still unknown whether the connection was created. */
    private Optional<DataConnection> arrived(Deadline deadline, Creation.Accepted wanted, TransportException unknown) {
        try {
            return find(deadline, wanted);
        } catch (QlikException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private static EnsureResult created(DataConnection connection) {
        return EnsureResult.of(EnsureOutcome.CREATED, connection, List.of(), List.of());
    }

    private EnsureResult bringUp(
            Deadline deadline, Creation.Accepted wanted, DataConnection existing, EnsureOptions options) {
        ConnectionDraft draft = wanted.draft();
        String source = existing.dataSourceId().orElse("no data source");
        if (!source.equals(draft.dataSourceId())) {
            throw conflict("The name \"" + draft.name() + "\" in " + draft.space() + " is taken by a connection to "
                    + source + " (" + existing.id() + "), and the draft is for " + draft.dataSourceId()
                    + ". Choose another name, or delete the connection that has it.");
        }
        String id = PathId.answered(existing.id(), "connection");
        DataConnection held = gateway.get(deadline, id, true);
        Optional<ConnectionPatch> patch = new DraftDifference(sources.spec(deadline, draft.dataSourceId()), draft, held)
                .patch(options.sendsSecrets());
        if (patch.isEmpty()) {
            return EnsureResult.of(EnsureOutcome.UNCHANGED, held, List.of(), List.of());
        }
        UpdateResult updated = updating.update(deadline, held, patch.get());
        return EnsureResult.of(
                EnsureOutcome.UPDATED, gateway.get(deadline, id, true), updated.changes(), updated.warnings());
    }

    private Optional<DataConnection> find(Deadline deadline, Creation.Accepted wanted) {
        String name = wanted.draft().name();
        SpaceRef space = wanted.spaceId() == null ? SpaceRef.personal() : SpaceRef.ofId(wanted.spaceId());
        ConnectionQuery query = ConnectionQuery.builder()
                .in(space)
                .named(name)
                .includeDisabled()
                .withoutDataFiles()
                .build();
        // What the tenant filters is looked at again: a filter that it ignored must not lead to a wrong update.
        List<DataConnection> found = new FetchedPages<>(
                        cursor -> gateway.list(deadline, query, wanted.spaceId(), cursor))
                .strict().stream()
                        .filter(connection -> connection.name().equals(name))
                        .filter(connection -> sameSpace(connection, wanted.spaceId()))
                        .limit(3)
                        .toList();
        if (found.size() > 1) {
            throw conflict("More than one connection is named \"" + name + "\" in "
                    + wanted.draft().space() + ": "
                    + String.join(", ", found.stream().map(DataConnection::id).toList())
                    + ". Rename or delete all but one.");
        }
        return found.stream().findFirst();
    }

    private static boolean sameSpace(DataConnection connection, @Nullable String spaceId) {
        String held = connection.spaceId().filter(id -> !id.isEmpty()).orElse(null);
        return spaceId == null ? held == null : spaceId.equals(held);
    }

    private static ConflictException conflict(String message) {
        return new ConflictException(message, Refusal.of("listDataConnections", 409, List.of(), null, 0));
    }
}
