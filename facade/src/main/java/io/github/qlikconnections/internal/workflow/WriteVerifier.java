package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.compare.ComparisonResult;
import io.github.qlikconnections.internal.compare.DesiredConnection;
import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.compare.WriteRecord;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a connection after a write and reports the values that the tenant does not return as they were sent. Records these values, so they
 * are not written again. This class is thread-safe.
 */
final class WriteVerifier {

    private final DataConnectionsGateway gateway;
    private final Planner planner;
    private final WriteHistory writeHistory;

    WriteVerifier(DataConnectionsGateway gateway, Planner planner, WriteHistory writeHistory) {
        this.gateway = gateway;
        this.planner = planner;
        this.writeHistory = writeHistory;
    }

    /** Returns a copy of the result of a read with the outcome of the write that it has confirmed. */
    static EnsureResult withOutcome(EnsureOutcome outcome, EnsureResult result) {
        return EnsureResult.builder(outcome, result.connection())
                .entries(result.entries())
                .credentialsSent(result.credentialsSent())
                .warnings(result.warnings())
                .build();
    }

    EnsureResult verifyCreate(
            Deadline deadline, ResolvedDraft resolved, EnsureOptions options, DataConnection created) {
        List<String> warnings = new ArrayList<>(resolved.warnings());
        DesiredConnection desired = resolved.toDesiredConnection(options);
        DataConnection current;
        try {
            current = gateway.get(deadline, created.id(), true);
            // The write may have created the credentials that the draft names.
            desired = planner.lookUpCredentials(deadline, desired, current);
        } catch (QlikException e) {
            warnings.add(createReadWarning(created, e));
            return EnsureResult.builder(EnsureOutcome.CREATED, created)
                    .entries(asNotCompared(planner.compare(desired, created, false)))
                    .warnings(warnings)
                    .build();
        }
        ComparisonResult comparison = planner.compare(desired, current, false);
        // A creation sends all values, including objects.
        Stream.concat(comparison.writeRecords().stream(), comparison.notPatchable().stream())
                .forEach(record -> writeHistory.record(current.id(), record));
        return EnsureResult.builder(EnsureOutcome.CREATED, current)
                .entries(planner.compare(desired, current, false).entries())
                .warnings(warnings)
                .build();
    }

    EnsureResult verifyUpdate(Deadline deadline, PlanningResult planning) {
        PlanningResult.ComparedConnection existing = planning.existing().orElseThrow();
        ComparisonResult sent = existing.comparison();
        DataConnection before = existing.current();
        List<String> warnings = new ArrayList<>(planning.warnings());
        DataConnection current;
        List<PlannedChange> entries;
        try {
            current = attachCredentials(deadline, before, gateway.get(deadline, before.id(), true), sent, warnings);
            entries = recordWrites(planner.lookUpCredentials(deadline, existing.desired(), current), current, sent);
        } catch (QlikException e) {
            current = before;
            entries = asNotCompared(sent);
            warnings.add(createReadWarning(before, e));
        }
        if (entries.stream().anyMatch(entry -> entry.status().isWritten())) {
            warnings.add("Another client changed the connection concurrently. Ensure it again.");
        }
        return EnsureResult.builder(EnsureOutcome.UPDATED, current)
                .changes(selectChanges(sent))
                .entries(entries)
                .credentialsSent(sent.credentialsSent())
                .credentialsNotSent(sent.credentialsNotSent())
                .warnings(warnings)
                .build();
    }

    private List<PlannedChange> recordWrites(DesiredConnection desired, DataConnection current, ComparisonResult sent) {
        Set<String> paths = findSentPaths(sent);
        planner.compare(desired, current, false).writeRecords().stream()
                .filter(record -> paths.contains(record.path()))
                .forEach(record -> writeHistory.record(current.id(), record));
        return planner.compare(desired, current, false).entries();
    }

    /** Returns the paths that were sent, including the credentials, which the tenant may return. */
    private static Set<String> findSentPaths(ComparisonResult sent) {
        return Stream.concat(
                        sent.writeRecords().stream().map(WriteRecord::path),
                        sent.credentialsSent().stream().map(name -> JsonPointers.child(WireNames.PROPERTIES, name)))
                .collect(Collectors.toSet());
    }

    private static List<PlannedChange> asNotCompared(ComparisonResult sent) {
        return sent.entries().stream().map(WriteVerifier::asNotCompared).toList();
    }

    private static PlannedChange asNotCompared(PlannedChange entry) {
        return entry.status().isWritten()
                ? entry.withStatus(ComparisonStatus.NOT_COMPARED, "It was written, but could not be read back.")
                : entry;
    }

    private static String createReadWarning(DataConnection connection, QlikException failure) {
        return "The write succeeded, but " + connection + " could not be read back: " + failure.getMessage();
    }

    /** Returns the entries of the changes and of the credentials that were sent. */
    private static List<PlannedChange> selectChanges(ComparisonResult sent) {
        Set<String> credentials = sent.credentialsSent().stream()
                .flatMap(name -> List.of(JsonPointers.child(WireNames.PROPERTIES, name), "/" + name).stream())
                .collect(Collectors.toSet());
        return sent.entries().stream()
                .filter(entry -> entry.status().isWritten() || credentials.contains(entry.path()))
                .toList();
    }

    /** Attaches separated credentials again, because the tenant detaches them when the address changes. */
    private DataConnection attachCredentials(
            Deadline deadline,
            DataConnection before,
            DataConnection current,
            ComparisonResult sent,
            List<String> warnings) {
        boolean isDetached =
                current.separateCredentials() && current.credentialsId().isEmpty();
        Optional<String> credentialsId = findSelectedCredentials(sent).or(before::credentialsId);
        if (!isDetached || !before.separateCredentials() || credentialsId.isEmpty()) {
            return current;
        }
        try {
            gateway.patch(
                    deadline,
                    current.id(),
                    ConnectionPatch.builder()
                            .set(WireNames.SELECTED_CREDENTIALS, credentialsId.get())
                            .build());
            DataConnection updated = gateway.get(deadline, current.id(), true);
            if (updated.credentialsId().isEmpty()) {
                warnings.add("The tenant detached the separated credentials of " + current
                        + ", and selecting them again had no effect. Each user must enter them again.");
            }
            return updated;
        } catch (QlikException e) {
            warnings.add("The tenant detached the separated credentials of " + current
                    + ", and they could not be attached again: " + e.getMessage());
            return current;
        }
    }

    private static Optional<String> findSelectedCredentials(ComparisonResult sent) {
        String path = JsonPointers.child(WireNames.PROPERTIES, WireNames.SELECTED_CREDENTIALS);
        return sent.patch().stream()
                .flatMap(patch -> patch.operations().stream())
                .filter(operation -> operation.path().equals(path))
                .flatMap(operation -> operation.value().stream())
                .map(String::valueOf)
                .findFirst();
    }
}
