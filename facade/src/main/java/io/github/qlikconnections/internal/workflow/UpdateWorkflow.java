package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.compare.PatchValues;
import io.github.qlikconnections.internal.compare.PlanValueFormatter;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.plan.UpdateResult;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validates a patch and updates a connection in one request. This class is thread-safe. */
final class UpdateWorkflow {

    private final DataConnectionsGateway gateway;
    private final DefaultDataSources sources;
    private final PatchValidator validator;

    UpdateWorkflow(DataConnectionsGateway gateway, DefaultDataSources sources, ValidationPolicy policy) {
        this.gateway = gateway;
        this.sources = sources;
        this.validator = new PatchValidator(policy);
    }

    /**
     * Updates only the secrets of a connection.
     *
     * @param beforeWrite is called before the write request, unless the secrets are invalid
     */
    UpdateResult rotate(
            Deadline deadline, DataConnection connection, Map<String, Secret> secrets, Runnable beforeWrite) {
        return update(deadline, connection, createSecretsPatch(secrets), beforeWrite);
    }

    /**
     * Creates a patch that contains only secrets.
     *
     * @throws IllegalArgumentException if secrets is null or empty
     */
    static ConnectionPatch createSecretsPatch(Map<String, Secret> secrets) {
        if (secrets == null || secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "secrets must not be null or empty: give at least one, by the name of its property.");
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        secrets.forEach(patch::secret);
        return patch.build();
    }

    UpdateResult update(Deadline deadline, String connectionId, ConnectionPatch patch) {
        return update(deadline, gateway.get(deadline, connectionId, true), patch);
    }

    /** Updates a connection that was just read with its properties. */
    UpdateResult update(Deadline deadline, DataConnection connection, ConnectionPatch patch) {
        return update(deadline, connection, patch, () -> {});
    }

    private UpdateResult update(
            Deadline deadline, DataConnection connection, ConnectionPatch patch, Runnable beforeWrite) {
        Optional<ConnectionSpec> spec = findSpec(deadline, connection);
        Optional<ValidationReport> report = spec.map(loadedSpec -> validator.validate(loadedSpec, connection, patch));
        ConnectionPatch normalized = normalize(patch, spec, report);
        List<Violation> violations = new ArrayList<>();
        spec.ifPresent(
                loadedSpec -> violations.addAll(validator.findPathViolations(loadedSpec, connection, normalized)));
        report.ifPresent(result -> violations.addAll(PatchValidator.findValueViolations(normalized, result)));
        List<Violation> errors = new ArrayList<>(PatchRules.findViolations(normalized, connection));
        violations.stream().filter(PatchRules::isError).forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new InvalidPatchException(connection.toString(), errors);
        }
        beforeWrite.run();
        gateway.patch(deadline, connection.id(), normalized);
        return UpdateResult.of(
                connection.id(),
                createChanges(normalized, connection, spec),
                findWarnings(normalized, connection, violations));
    }

    private Optional<ConnectionSpec> findSpec(Deadline deadline, DataConnection connection) {
        try {
            return connection.dataSourceId().map(id -> sources.spec(deadline, id));
        } catch (NotFoundException e) {
            // The data source was disabled after the connection was created. The tenant validates the patch.
            return Optional.empty();
        }
    }

    /** Converts values to the declared types and secret strings to secrets. If a path occurs several times, the last operation is used. */
    private static ConnectionPatch normalize(
            ConnectionPatch patch, Optional<ConnectionSpec> spec, Optional<ValidationReport> report) {
        Map<String, PatchOperation> byPath = new LinkedHashMap<>();
        for (PatchOperation operation : patch.operations()) {
            String name = PatchRules.findPropertyName(operation);
            Object value = operation.value().orElse(null);
            if (name != null && value != null) {
                Object converted = report.map(
                                result -> result.draft().properties().get(name))
                        .orElse(value);
                value = isSecret(name, spec) && converted instanceof String text ? Secret.of(text) : converted;
            } else if (value instanceof String text
                    && isHidden(operation.path(), spec)
                    && !operation.path().equals(WireNames.STATEMENT)
                    && !isEntryName(operation)) {
                value = Secret.of(text);
            }
            byPath.remove(operation.path());
            byPath.put(
                    operation.path(),
                    value == null
                            ? operation
                            : PatchOperation.set(operation.op(), operation.path(), PatchValues.normalize(value)));
        }
        ConnectionPatch.Builder normalized = ConnectionPatch.builder();
        byPath.values().forEach(normalized::operation);
        patch.authCode().ifPresent(normalized::authCode);
        return normalized.build();
    }

    private static boolean isSecret(String property, Optional<ConnectionSpec> spec) {
        return spec.flatMap(loadedSpec -> loadedSpec.property(property))
                .map(PropertySpec::isSecret)
                .orElseGet(() -> SecretNames.mayBeSecret(property));
    }

    /** Returns whether the value at a path may be a secret or a part of one, so it must not be shown. */
    private static boolean isHidden(String path, Optional<ConnectionSpec> spec) {
        if (path.equals(WireNames.PASSWORD) || path.equals(WireNames.STATEMENT)) {
            return true;
        }
        List<String> segments = JsonPointers.segments(path);
        return segments.size() > 1
                && path.startsWith(WireNames.PROPERTIES + "/")
                && (isSecret(segments.get(1), spec)
                        || (segments.size() > 2
                                && spec.filter(loadedSpec -> loadedSpec.isMarkedSecret(
                                                path.substring(WireNames.PROPERTIES.length())))
                                        .isPresent()));
    }

    /** Returns whether the operation sets the name of a list entry or of a file, which is not secret. */
    private static boolean isEntryName(PatchOperation operation) {
        return operation.path().endsWith("/name");
    }

    private static List<PlannedChange> createChanges(
            ConnectionPatch patch, DataConnection connection, Optional<ConnectionSpec> spec) {
        List<PlannedChange> changes = new ArrayList<>();
        for (PatchOperation operation : patch.operations()) {
            String name = PatchRules.findPropertyName(operation);
            boolean isHidden = isHidden(operation.path(), spec);
            Object before = findCurrentValue(operation, name, connection);
            changes.add(PlannedChange.builder(
                            operation.path(), before == null ? ComparisonStatus.MISSING : ComparisonStatus.DIFFERENT)
                    .before(PlanValueFormatter.format(before, isHidden))
                    .after(PlanValueFormatter.format(operation.value().orElse(null), isHidden))
                    .build());
        }
        return changes;
    }

    private static @Nullable Object findCurrentValue(
            PatchOperation operation, @Nullable String name, DataConnection connection) {
        if (name != null) {
            return connection.properties().get(name);
        }
        return switch (operation.path()) {
            case WireNames.NAME -> connection.name();
            case WireNames.TAGS -> connection.hasTags() ? connection.tags() : null;
            case WireNames.STATEMENT -> connection.connectStatement().orElse(null);
            default -> null;
        };
    }

    private static List<String> findWarnings(
            ConnectionPatch patch, DataConnection connection, List<Violation> violations) {
        List<String> warnings = new ArrayList<>();
        violations.stream().map(Violation::message).forEach(warnings::add);
        PatchRules.findWarnings(patch, connection).stream()
                .map(Violation::message)
                .forEach(warnings::add);
        if (connection.separateCredentials()
                && PatchRules.findChangedAddress(patch.operations(), connection).isPresent()) {
            warnings.add("The separated credentials of " + connection
                    + " are detached by the tenant, because the host changed. Each user must enter them again.");
        }
        return warnings;
    }
}
