package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.PlannedChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Detects whether the tenant changed after a plan was created. */
final class StalePlanDetector {

    private static final String NEXT_STEP = " Create a new plan.";

    private StalePlanDetector() {}

    /** Returns the reason why a plan must not be applied, or empty if it can be applied. */
    static Optional<String> findReason(ConnectionPlan plan, ConnectionPlan currentPlan) {
        String name = "\"" + plan.draft().name() + "\" in " + plan.draft().space();
        if (plan.connection().isEmpty() && currentPlan.connection().isEmpty()) {
            return plan.action() == currentPlan.action()
                    ? Optional.empty()
                    : Optional.of("The plan for " + name + " is stale: " + currentPlan.reason() + NEXT_STEP);
        }
        if (plan.connection().isEmpty()) {
            return Optional.of("The plan creates " + name + ", but such a connection exists now." + NEXT_STEP);
        }
        DataConnection plannedConnection = plan.connection().get();
        if (currentPlan.connection().isEmpty()) {
            return Optional.of("The connection " + name + " of the plan no longer exists." + NEXT_STEP);
        }
        DataConnection currentConnection = currentPlan.connection().get();
        if (!plannedConnection.id().equals(currentConnection.id())) {
            return Optional.of(
                    "Another connection has the name " + name + " now: " + currentConnection.id() + "." + NEXT_STEP);
        }
        boolean isUnchanged = plannedConnection.updated().equals(currentConnection.updated())
                && withoutRecords(plan).equals(withoutRecords(currentPlan))
                && comparedProperties(plan, plannedConnection).equals(comparedProperties(plan, currentConnection))
                && Objects.equals(plannedConnection.connectStatement(), currentConnection.connectStatement())
                && plannedConnection.credentialsId().equals(currentConnection.credentialsId())
                && plannedConnection.separateCredentials() == currentConnection.separateCredentials();
        return isUnchanged
                ? Optional.empty()
                : Optional.of("The connection " + name + " (" + currentConnection.id()
                        + ") changed after the plan was created." + NEXT_STEP);
    }

    /** Returns whether a status depends on the write history of a client. */
    static boolean isFromWriteHistory(ComparisonStatus status) {
        return status == ComparisonStatus.NOT_RETURNED || status == ComparisonStatus.STORED_AS;
    }

    /** Returns the entries without the influence of the write history, so that plans of different clients can be compared. */
    private static List<PlannedChange> withoutRecords(ConnectionPlan plan) {
        return plan.entries().stream()
                .map(entry -> PlannedChange.builder(entry.path(), withoutRecords(entry.status()))
                        .before(entry.before().orElse(null))
                        .after(entry.after().orElse(null))
                        .build())
                .toList();
    }

    private static ComparisonStatus withoutRecords(ComparisonStatus status) {
        return switch (status) {
            case NOT_RETURNED -> ComparisonStatus.MISSING;
            case STORED_AS -> ComparisonStatus.DIFFERENT;
            default -> status;
        };
    }

    /** Returns the current values of the properties in the draft, including values that a plan does not show. */
    private static Map<String, Object> comparedProperties(ConnectionPlan plan, DataConnection connection) {
        Map<String, Object> values = new HashMap<>(connection.properties());
        values.keySet().retainAll(plan.draft().properties().keySet());
        return values;
    }
}
