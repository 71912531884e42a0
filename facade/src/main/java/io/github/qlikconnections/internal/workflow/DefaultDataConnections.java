package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.Paged;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.UpdateResult;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Delegates each operation on connections to its workflow. This class is thread-safe. */
final class DefaultDataConnections implements DataConnections {

    private final DataConnectionsGateway gateway;
    private final DefaultSpaces spaces;
    private final SpaceErrorClassifier spaceErrors;
    private final ConnectionLister lister;
    private final Supplier<Deadline> deadlines;
    private final CreateWorkflow createWorkflow;
    private final UpdateWorkflow updateWorkflow;
    private final SignInWorkflow signInWorkflow;
    private final Planner planner;
    private final EnsureWorkflow ensureWorkflow;
    private final BulkWorkflows bulkWorkflows;

    DefaultDataConnections(WorkflowSet workflows, BulkWorkflows bulkWorkflows, Supplier<Deadline> deadlines) {
        this.gateway = workflows.gateway();
        this.spaces = workflows.spaces();
        this.spaceErrors = new SpaceErrorClassifier(spaces);
        this.lister = workflows.lister();
        this.deadlines = deadlines;
        this.createWorkflow = workflows.createWorkflow();
        this.updateWorkflow = workflows.updateWorkflow();
        this.signInWorkflow = new SignInWorkflow(gateway, createWorkflow, updateWorkflow);
        this.planner = workflows.planner();
        this.ensureWorkflow = workflows.ensureWorkflow();
        this.bulkWorkflows = bulkWorkflows;
    }

    @Override
    public ValidationReport validate(ConnectionDraft draft) {
        Arguments.require(draft, "draft");
        return createWorkflow.validate(deadlines.get(), draft);
    }

    @Override
    public DataConnection create(ConnectionDraft draft) {
        Arguments.require(draft, "draft");
        return createWorkflow.create(deadlines.get(), draft);
    }

    @Override
    public DataConnection get(String connectionId) {
        Arguments.require(connectionId, "connectionId");
        return gateway.get(deadlines.get(), connectionId, false);
    }

    @Override
    public DataConnection getWithProperties(String connectionId) {
        Arguments.require(connectionId, "connectionId");
        return gateway.get(deadlines.get(), connectionId, true);
    }

    @Override
    public boolean delete(String connectionId) {
        Arguments.require(connectionId, "connectionId");
        try {
            gateway.delete(deadlines.get(), connectionId);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public Paged<DataConnection> list(ConnectionQuery query) {
        Arguments.require(query, "query");
        return lister.list(query);
    }

    @Override
    public Optional<DataConnection> findByName(String name, SpaceRef space) {
        Arguments.require(name, "name");
        Arguments.require(space, "space");
        ConnectionNameValidator.checkForLookup(name);
        Deadline deadline = deadlines.get();
        String spaceId = spaces.resolveId(deadline, space);
        SpaceRef resolvedSpace = spaceId == null ? SpaceRef.personal() : SpaceRef.ofId(spaceId);
        return new ConnectionsByName(gateway).find(deadline, name, resolvedSpace);
    }

    @Override
    public ConnectionPlan plan(ConnectionDraft draft) {
        return plan(draft, EnsureOptions.defaults());
    }

    @Override
    public ConnectionPlan plan(ConnectionDraft draft, EnsureOptions options) {
        Arguments.require(draft, "draft");
        Arguments.require(options, "options");
        return planner.plan(deadlines.get(), draft, new ConnectionsByName(gateway), options);
    }

    @Override
    public List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts) {
        return planAll(drafts, EnsureOptions.defaults());
    }

    @Override
    public List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        Arguments.require(options, "options");
        return bulkWorkflows.planAll(Arguments.list(drafts, "drafts"), options);
    }

    @Override
    public EnsureResult apply(ConnectionPlan plan) {
        Arguments.require(plan, "plan");
        return ensureWorkflow.apply(deadlines.get(), plan);
    }

    @Override
    public EnsureResult ensure(ConnectionDraft draft) {
        return ensure(draft, EnsureOptions.defaults());
    }

    @Override
    public EnsureResult ensure(ConnectionDraft draft, EnsureOptions options) {
        Arguments.require(draft, "draft");
        Arguments.require(options, "options");
        return ensureWorkflow.ensure(deadlines.get(), draft, options);
    }

    @Override
    public EnsureReport ensureAll(Collection<ConnectionDraft> drafts) {
        return ensureAll(drafts, EnsureOptions.defaults());
    }

    @Override
    public EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        Arguments.require(options, "options");
        return bulkWorkflows.ensureAll(Arguments.list(drafts, "drafts"), options);
    }

    @Override
    public UpdateResult update(String connectionId, ConnectionPatch patch) {
        Arguments.require(connectionId, "connectionId");
        Arguments.require(patch, "patch");
        return updateWorkflow.update(deadlines.get(), connectionId, patch);
    }

    @Override
    public void replace(String connectionId, ConnectionReplacement replacement) {
        Arguments.require(connectionId, "connectionId");
        Arguments.require(replacement, "replacement");
        Deadline deadline = deadlines.get();
        ConnectionNameValidator.checkForWrite("connection " + connectionId, replacement.name());
        String spaceId = spaces.resolveId(deadline, replacement.space().orElse(null));
        spaceErrors.sendAndExplain(deadline, spaceId, "replace connection " + connectionId, () -> {
            gateway.replace(deadline, connectionId, replacement, spaceId);
            return connectionId;
        });
    }

    @Override
    public UpdateResult rotateCredentials(String connectionId, Map<String, Secret> secrets) {
        Arguments.require(connectionId, "connectionId");
        return updateWorkflow.update(deadlines.get(), connectionId, UpdateWorkflow.createSecretsPatch(secrets));
    }

    @Override
    public RotationReport rotateCredentials(
            ConnectionQuery query, CredentialSupplier supplier, RotationOptions options) {
        Arguments.require(query, "query");
        Arguments.require(supplier, "supplier");
        Arguments.require(options, "options");
        return bulkWorkflows.rotate(query, supplier, options);
    }

    @Override
    public RotationReport rotateCredentials(
            RotationReport earlier, CredentialSupplier supplier, RotationOptions options) {
        Arguments.require(earlier, "earlier");
        Arguments.require(supplier, "supplier");
        Arguments.require(options, "options");
        return bulkWorkflows.rotate(earlier, supplier, options);
    }

    @Override
    public BulkResult move(Collection<String> connectionIds, SpaceRef space) {
        return move(connectionIds, space, BulkOptions.defaults());
    }

    @Override
    public BulkResult move(Collection<String> connectionIds, SpaceRef space, BulkOptions options) {
        Arguments.list(connectionIds, "connectionIds");
        Arguments.require(space, "space");
        Arguments.require(options, "options");
        return bulkWorkflows.move(connectionIds, space, options);
    }

    @Override
    public BulkResult changeOwner(Collection<String> connectionIds, String userId) {
        return changeOwner(connectionIds, userId, BulkOptions.defaults());
    }

    @Override
    public BulkResult changeOwner(Collection<String> connectionIds, String userId, BulkOptions options) {
        Arguments.list(connectionIds, "connectionIds");
        Arguments.require(options, "options");
        return bulkWorkflows.changeOwner(connectionIds, userId, options);
    }

    @Override
    public DataConnection duplicate(String connectionId, DuplicateOptions options) {
        Arguments.require(connectionId, "connectionId");
        Arguments.require(options, "options");
        Deadline deadline = deadlines.get();
        options.name()
                .ifPresent(
                        name -> ConnectionNameValidator.checkForWrite("the copy of connection " + connectionId, name));
        String spaceId = spaces.resolveId(deadline, options.space().orElse(null));
        DataConnection copy = spaceErrors.sendAndExplain(
                deadline,
                spaceId,
                "copy connection " + connectionId,
                () -> gateway.duplicate(deadline, connectionId, options, spaceId));
        return options.password().isPresent() ? removeSecretsVersion(deadline, copy) : copy;
    }

    /** Removes the tag with the secrets version, because the version of the new credentials is unknown. */
    private DataConnection removeSecretsVersion(Deadline deadline, DataConnection copy) {
        List<String> remainingTags = copy.tags().stream()
                .filter(tag -> !tag.startsWith(WireNames.SECRETS_VERSION_TAG))
                .toList();
        if (remainingTags.size() == copy.tags().size()) {
            return copy;
        }
        try {
            gateway.patch(
                    deadline,
                    copy.id(),
                    ConnectionPatch.builder()
                            .tags(remainingTags.toArray(String[]::new))
                            .build());
            return gateway.get(deadline, copy.id(), false);
        } catch (QlikException e) {
            throw new QlikException(
                    copy + " was created, but the tag with the version of the original's secrets could not be removed: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public BulkResult deleteAll(Collection<String> connectionIds) {
        return deleteAll(connectionIds, BulkOptions.defaults());
    }

    @Override
    public BulkResult deleteAll(Collection<String> connectionIds, BulkOptions options) {
        Arguments.list(connectionIds, "connectionIds");
        Arguments.require(options, "options");
        return bulkWorkflows.delete(connectionIds, options);
    }

    @Override
    public DeletionPreview previewDeletion(ConnectionQuery query) {
        Arguments.require(query, "query");
        return DeletionPreview.of(lister.listDistinct(query).toList());
    }

    @Override
    public BulkResult deleteAll(DeletionPreview preview) {
        return deleteAll(preview, BulkOptions.defaults());
    }

    @Override
    public BulkResult deleteAll(DeletionPreview preview, BulkOptions options) {
        Arguments.require(preview, "preview");
        Arguments.require(options, "options");
        return bulkWorkflows.delete(
                preview.connections().stream().map(DataConnection::id).toList(), options);
    }

    @Override
    public OAuthChallenge beginOAuth(ConnectionDraft draft) {
        Arguments.require(draft, "draft");
        return signInWorkflow.begin(deadlines.get(), draft);
    }

    @Override
    public DataConnection completeOAuth(OAuthChallenge challenge, Secret code) {
        Arguments.require(challenge, "challenge");
        Arguments.require(code, "code");
        return signInWorkflow.complete(deadlines.get(), challenge, code);
    }
}
