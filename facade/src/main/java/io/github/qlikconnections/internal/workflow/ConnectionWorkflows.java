package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.Paged;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Pace;
import io.github.qlikconnections.model.BulkResult;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.CredentialSupplier;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.EnsureReport;
import io.github.qlikconnections.model.EnsureResult;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.RotationOptions;
import io.github.qlikconnections.model.RotationReport;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.model.UpdateResult;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The verbs for connections, each handed to the class that knows it. Thread-safe. */
final class ConnectionWorkflows implements DataConnections {

    private final DataConnectionsGateway gateway;
    private final SpaceDirectory spaces;
    private final Supplier<Deadline> deadlines;
    private final Creation creation;
    private final Updating updating;
    private final Ensuring ensuring;
    private final BulkActions bulk;
    private final Supplier<LongRuns> newLongRuns;
    private @Nullable LongRuns longRuns;

    ConnectionWorkflows(
            DataConnectionsGateway gateway,
            BulkActionsGateway bulkGateway,
            SourceDirectory sources,
            SpaceDirectory spaces,
            CredentialDirectory credentials,
            ValidationPolicy policy,
            Pace pace,
            Supplier<DataConnectionsGateway> paced,
            Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.spaces = spaces;
        this.deadlines = deadlines;
        this.creation = new Creation(gateway, sources, spaces, credentials, policy);
        this.updating = new Updating(gateway, sources, policy);
        this.ensuring = new Ensuring(gateway, sources, creation, updating);
        this.bulk = new BulkActions(bulkGateway, spaces, new LostAnswers(gateway, pace, deadlines), pace, deadlines);
        this.newLongRuns = () -> LongRuns.over(paced.get(), sources, spaces, credentials, policy, deadlines);
    }

    /** Put together for the first long run; most clients never have one. */
    private synchronized LongRuns longRuns() {
        if (longRuns == null) {
            longRuns = newLongRuns.get();
        }
        return longRuns;
    }

    @Override
    public ValidationReport validate(ConnectionDraft draft) {
        return creation.validate(deadlines.get(), draft);
    }

    @Override
    public DataConnection create(ConnectionDraft draft) {
        return creation.create(deadlines.get(), draft);
    }

    @Override
    public DataConnection get(String connectionId) {
        return gateway.get(deadlines.get(), connectionId, false);
    }

    @Override
    public DataConnection getWithProperties(String connectionId) {
        return gateway.get(deadlines.get(), connectionId, true);
    }

    @Override
    public boolean delete(String connectionId) {
        try {
            gateway.delete(deadlines.get(), connectionId);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public Paged<DataConnection> list(ConnectionQuery query) {
        String spaceId = query.space()
                .flatMap(space -> spaces.idOf(deadlines.get(), space))
                .orElse(null);
        return new FetchedPages<>(cursor -> gateway.list(deadlines.get(), query, spaceId, cursor));
    }

    @Override
    public Optional<DataConnection> findByName(String name, SpaceRef space) {
        Deadline deadline = deadlines.get();
        String spaceId = spaces.idOf(deadline, space).orElse(null);
        try {
            return Optional.of(gateway.getByName(deadline, name, spaceId));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public EnsureResult ensure(ConnectionDraft draft) {
        return ensure(draft, EnsureOptions.defaults());
    }

    @Override
    public EnsureResult ensure(ConnectionDraft draft, EnsureOptions options) {
        return ensuring.ensure(deadlines.get(), draft, options);
    }

    @Override
    public EnsureReport ensureAll(Collection<ConnectionDraft> drafts) {
        return ensureAll(drafts, EnsureOptions.defaults());
    }

    @Override
    public EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        return longRuns().ensuring().ensure(List.copyOf(drafts), options);
    }

    @Override
    public UpdateResult update(String connectionId, ConnectionPatch patch) {
        return updating.update(deadlines.get(), connectionId, patch);
    }

    @Override
    public void replace(String connectionId, ConnectionReplacement replacement) {
        Deadline deadline = deadlines.get();
        String spaceId = replacement
                .space()
                .flatMap(space -> spaces.idOf(deadline, space))
                .orElse(null);
        gateway.replace(deadline, connectionId, replacement, spaceId);
    }

    @Override
    public UpdateResult rotateCredentials(String connectionId, Map<String, Secret> secrets) {
        Deadline deadline = deadlines.get();
        return updating.rotate(deadline, gateway.get(deadline, connectionId, true), secrets);
    }

    @Override
    public RotationReport rotateCredentials(
            ConnectionQuery query, CredentialSupplier supplier, RotationOptions options) {
        return longRuns().rotation().rotate(list(query).strict().stream(), supplier, options);
    }

    @Override
    public RotationReport rotateCredentials(
            RotationReport earlier, CredentialSupplier supplier, RotationOptions options) {
        return longRuns().rotation().rotate(earlier, supplier, options);
    }

    @Override
    public BulkResult move(Collection<String> connectionIds, SpaceRef space) {
        return bulk.move(connectionIds, space);
    }

    @Override
    public BulkResult changeOwner(Collection<String> connectionIds, String userId) {
        return bulk.changeOwner(connectionIds, userId);
    }

    @Override
    public DataConnection duplicate(String connectionId, DuplicateOptions options) {
        Deadline deadline = deadlines.get();
        String spaceId =
                options.space().flatMap(space -> spaces.idOf(deadline, space)).orElse(null);
        return gateway.duplicate(deadline, connectionId, options, spaceId);
    }

    @Override
    public BulkResult deleteAll(Collection<String> connectionIds) {
        return bulk.delete(connectionIds);
    }

    @Override
    public DeletionPreview previewDeletion(ConnectionQuery query) {
        return DeletionPreview.of(list(query).strict().stream().toList());
    }

    @Override
    public BulkResult deleteAll(DeletionPreview preview) {
        return bulk.delete(
                preview.connections().stream().map(DataConnection::id).toList());
    }

    @Override
    public OAuthChallenge beginOAuth(ConnectionDraft draft) {
        return creation.beginOAuth(deadlines.get(), draft);
    }

    @Override
    public DataConnection complete(OAuthChallenge challenge, Secret code) {
        if (challenge.created().isPresent()) {
            return challenge.created().get();
        }
        return create(challenge.draft().toBuilder()
                .authUrlOnly(false)
                .secret("authCode", code)
                .build());
    }
}
