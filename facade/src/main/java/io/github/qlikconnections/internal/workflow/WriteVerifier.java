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
 * Reads a connection after a write, reports what the tenant did not store as it was sent, and remembers it, so that it is not written
 * again. This class is thread-safe.
 */
final class WriteVerifier {

    private final DataConnectionsGateway gateway;
    private final Planner planner;
    private final WriteHistory memory;

    WriteVerifier(DataConnectionsGateway gateway, Planner planner, WriteHistory memory) {
        this.gateway = gateway;
        this.planner = planner;
        this.memory = memory;
    }

    /** Returns the result of an ensure that created the connection, although the response to its request was lost. */
    static EnsureResult created(EnsureResult result) {
        return EnsureResult.builder(EnsureOutcome.CREATED, result.connection())
                .entries(result.entries())
                .credentialsSent(result.credentialsSent())
                .warnings(result.warnings())
                .build();
    }

    EnsureResult afterCreate(Deadline deadline, DesiredConnection wanted, DataConnection created) {
        DataConnection now;
        DesiredConnection desired;
        try {
            now = gateway.get(deadline, created.id(), true);
            // The write may have created the credentials that the draft names.
            desired = planner.withCredentials(deadline, wanted, now);
        } catch (QlikException e) {
            return EnsureResult.builder(EnsureOutcome.CREATED, created)
                    .warnings(List.of(notRead(created, e)))
                    .build();
        }
        ComparisonResult comparison = planner.compare(desired, now, false);
        // A creation sends everything, an object included.
        Stream.concat(comparison.writeRecords().stream(), comparison.notPatchable().stream())
                .forEach(value -> memory.record(now.id(), value));
        return EnsureResult.builder(EnsureOutcome.CREATED, now)
                .entries(planner.compare(desired, now, false).entries())
                .build();
    }

    EnsureResult afterUpdate(Deadline deadline, PlanningResult.ComparedConnection existing, ComparisonResult sent) {
        DataConnection held = existing.held();
        List<String> warnings = new ArrayList<>(sent.warnings());
        DataConnection now;
        List<PlannedChange> entries;
        try {
            now = attached(deadline, held, gateway.get(deadline, held.id(), true), sent, warnings);
            entries = remembered(planner.withCredentials(deadline, existing.desired(), now), now, sent);
        } catch (QlikException e) {
            now = held;
            entries = sent.entries().stream().map(WriteVerifier::notCompared).toList();
            warnings.add(notRead(held, e));
        }
        if (entries.stream().anyMatch(entry -> entry.status().isWritten())) {
            warnings.add("Another client changed the connection concurrently. Ensure it again.");
        }
        return EnsureResult.builder(EnsureOutcome.UPDATED, now)
                .changes(changes(sent))
                .entries(entries)
                .credentialsSent(sent.credentialsSent())
                .credentialsNotSent(sent.credentialsNotSent())
                .warnings(warnings)
                .build();
    }

    private List<PlannedChange> remembered(DesiredConnection desired, DataConnection now, ComparisonResult sent) {
        Set<String> written = sentPaths(sent);
        planner.compare(desired, now, false).writeRecords().stream()
                .filter(value -> written.contains(value.path()))
                .forEach(value -> memory.record(now.id(), value));
        return planner.compare(desired, now, false).entries();
    }

    /** Where something was sent, with the user name and other credentials that the tenant may return. */
    private static Set<String> sentPaths(ComparisonResult sent) {
        return Stream.concat(
                        sent.writeRecords().stream().map(WriteRecord::path),
                        sent.credentialsSent().stream().map(name -> JsonPointers.child(WireNames.PROPERTIES, name)))
                .collect(Collectors.toSet());
    }

    private static PlannedChange notCompared(PlannedChange entry) {
        return entry.status().isWritten()
                ? entry.withStatus(ComparisonStatus.NOT_COMPARED, "It was written, and could not be read back.")
                : entry;
    }

    private static String notRead(DataConnection connection, QlikException failure) {
        return "The write succeeded, and " + connection + " could not be read back: " + failure.getMessage();
    }

    /** The changes, and the credentials that went along, by name only. */
    private static List<PlannedChange> changes(ComparisonResult sent) {
        Set<String> credentials = sent.credentialsSent().stream()
                .flatMap(name -> List.of(JsonPointers.child(WireNames.PROPERTIES, name), "/" + name).stream())
                .collect(Collectors.toSet());
        return sent.entries().stream()
                .filter(entry -> entry.status().isWritten() || credentials.contains(entry.path()))
                .toList();
    }

    /** The tenant detaches separated credentials when the address changes: attaches them again. */
    private DataConnection attached(
            Deadline deadline,
            DataConnection before,
            DataConnection now,
            ComparisonResult sent,
            List<String> warnings) {
        boolean detached = now.separateCredentials() && now.credentialsId().isEmpty();
        Optional<String> wanted = selected(sent).or(before::credentialsId);
        if (!detached || !before.separateCredentials() || wanted.isEmpty()) {
            return now;
        }
        try {
            gateway.patch(
                    deadline,
                    now.id(),
                    ConnectionPatch.builder()
                            .set(WireNames.SELECTED_CREDENTIALS, wanted.get())
                            .build());
            DataConnection again = gateway.get(deadline, now.id(), true);
            if (again.credentialsId().isEmpty()) {
                warnings.add("The tenant detached the separated credentials of " + now
                        + ", and selecting them again had no effect: each user has to give them again.");
            }
            return again;
        } catch (QlikException e) {
            warnings.add("The tenant detached the separated credentials of " + now
                    + ", and they could not be attached again: " + e.getMessage());
            return now;
        }
    }

    private static Optional<String> selected(ComparisonResult sent) {
        String path = JsonPointers.child(WireNames.PROPERTIES, WireNames.SELECTED_CREDENTIALS);
        return sent.patch().stream()
                .flatMap(patch -> patch.operations().stream())
                .filter(operation -> operation.path().equals(path))
                .flatMap(operation -> operation.value().stream())
                .map(String::valueOf)
                .findFirst();
    }
}
