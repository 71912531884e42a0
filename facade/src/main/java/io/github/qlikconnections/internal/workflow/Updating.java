package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.InvalidPatchException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionDraftBuilder;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.model.PropertyChange;
import io.github.qlikconnections.model.UpdateResult;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes a connection in one request, after its rules were checked. Thread-safe. */
final class Updating {

    /** What can be said of a property by itself; the rest of a draft's rules needs all properties to be there. */
    private static final Set<ViolationCode> OF_ONE_PROPERTY = EnumSet.of(
            ViolationCode.UNKNOWN_PROPERTY,
            ViolationCode.NOT_ALLOWED,
            ViolationCode.WRONG_TYPE,
            ViolationCode.LENGTH,
            ViolationCode.PATTERN,
            ViolationCode.RANGE,
            ViolationCode.FORMAT,
            ViolationCode.ITEMS,
            ViolationCode.PLACEHOLDER);

    private final DataConnectionsGateway gateway;
    private final SourceDirectory sources;
    private final ValidationPolicy policy;

    Updating(DataConnectionsGateway gateway, SourceDirectory sources, ValidationPolicy policy) {
        this.gateway = gateway;
        this.sources = sources;
        this.policy = policy;
    }

    /** Sends only secrets. */
    UpdateResult rotate(Deadline deadline, DataConnection connection, Map<String, Secret> secrets) {
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        secrets.forEach(patch::secret);
        return update(deadline, connection, patch.build());
    }

    UpdateResult update(Deadline deadline, String connectionId, ConnectionPatch patch) {
        return update(deadline, gateway.get(deadline, connectionId, true), patch);
    }

    /** Updates a connection that was just read with its properties. */
    UpdateResult update(Deadline deadline, DataConnection connection, ConnectionPatch patch) {
        List<Violation> errors = new ArrayList<>(PatchRules.broken(patch, connection));
        ConnectionPatch normalised = againstSource(deadline, connection, patch, errors);
        if (!errors.isEmpty()) {
            throw new InvalidPatchException(connection.toString(), errors);
        }
        gateway.patch(deadline, connection.id(), normalised);
        return result(connection, normalised);
    }

    /** What a patch does to a connection that was as it is here. */
    static UpdateResult result(DataConnection before, ConnectionPatch patch) {
        return UpdateResult.of(before.id(), changes(patch, before), warnings(patch, before));
    }

    /** The patch with its values in the types that the specification declares; what is wrong is added to the errors. */
    private ConnectionPatch againstSource(
            Deadline deadline, DataConnection connection, ConnectionPatch patch, List<Violation> errors) {
        Optional<ConnectionSpec> spec = spec(deadline, connection);
        if (spec.isEmpty()) {
            return patch;
        }
        ConnectionDraftBuilder asDraft = ConnectionDraft.of(spec.get().dataSourceId(), connection.name());
        for (PatchOperation operation : patch.operations()) {
            String name = property(operation);
            if (name != null) {
                asDraft.setAll(Map.of(name, operation.value().orElse("")));
            }
        }
        ValidationReport report = spec.get().validate(asDraft.build(), policy);
        for (Violation error : report.errors()) {
            if (OF_ONE_PROPERTY.contains(error.code())) {
                errors.add(error);
            }
        }
        ConnectionPatch.Builder normalised = ConnectionPatch.builder();
        for (PatchOperation operation : patch.operations()) {
            String name = property(operation);
            Object value = name == null ? null : report.draft().properties().get(name);
            normalised.operation(
                    value == null ? operation : PatchOperation.set(operation.op(), operation.path(), value));
        }
        patch.authCode().ifPresent(normalised::authCode);
        return normalised.build();
    }

    private Optional<ConnectionSpec> spec(Deadline deadline, DataConnection connection) {
        try {
            return connection.dataSourceId().map(id -> sources.spec(deadline, id));
        } catch (NotFoundException e) {
            // The source was switched off after the connection was made; the tenant itself will judge.
            return Optional.empty();
        }
    }

    /** The name of the property that the operation sets as a whole, if it does. */
    private static @Nullable String property(PatchOperation operation) {
        if (operation.value().isEmpty() || !PatchRules.isOfProperty(operation)) {
            return null;
        }
        List<String> segments = JsonPointers.segments(operation.path());
        return segments.size() == 2 ? segments.get(1) : null;
    }

    private static List<PropertyChange> changes(ConnectionPatch patch, DataConnection connection) {
        List<PropertyChange> changes = new ArrayList<>();
        for (PatchOperation operation : patch.operations()) {
            String name = property(operation);
            Object before = name == null ? null : connection.properties().get(name);
            Object after = operation.value().orElse(null);
            changes.add(PropertyChange.of(operation.path(), shown(before), shown(after)));
        }
        return changes;
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value == null || value instanceof Secret ? null : value.toString();
    }

    private static List<String> warnings(ConnectionPatch patch, DataConnection connection) {
        return connection.separateCredentials()
                        && PatchRules.movedTo(patch.operations(), connection).isPresent()
                ? List.of("The separated credentials of " + connection
                        + " are detached by the tenant, because its host changed: each user has to give them again.")
                : List.of();
    }
}
