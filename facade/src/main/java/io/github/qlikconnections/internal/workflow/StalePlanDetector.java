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

/** Finds out whether the tenant is still as it was when a plan was made. */
final class StalePlanDetector {

    private static final String AGAIN = " Make a new plan.";

    private StalePlanDetector() {}

    /** Why a plan must not be applied, empty if it may. */
    static Optional<String> between(ConnectionPlan plan, ConnectionPlan now) {
        String name = "\"" + plan.draft().name() + "\" in " + plan.draft().space();
        if (plan.connection().isEmpty() && now.connection().isEmpty()) {
            return plan.action() == now.action()
                    ? Optional.empty()
                    : Optional.of("The plan for " + name + " is stale: " + now.reason() + AGAIN);
        }
        if (plan.connection().isEmpty()) {
            return Optional.of("The plan creates " + name + ", and there is such a connection now." + AGAIN);
        }
        DataConnection then = plan.connection().get();
        if (now.connection().isEmpty()) {
            return Optional.of("The connection " + name + " of the plan is gone." + AGAIN);
        }
        DataConnection held = now.connection().get();
        if (!then.id().equals(held.id())) {
            return Optional.of("Another connection has the name " + name + " now: " + held.id() + "." + AGAIN);
        }
        boolean same = then.updated().equals(held.updated())
                && comparable(plan).equals(comparable(now))
                && compared(plan, then).equals(compared(plan, held))
                && Objects.equals(then.connectStatement(), held.connectStatement())
                && then.credentialsId().equals(held.credentialsId())
                && then.separateCredentials() == held.separateCredentials();
        return same
                ? Optional.empty()
                : Optional.of(
                        "The connection " + name + " (" + held.id() + ") changed after the plan was made." + AGAIN);
    }

    /** Whether a status rests on what a client remembers of its writes. */
    static boolean isRemembered(ComparisonStatus status) {
        return status == ComparisonStatus.NOT_RETURNED || status == ComparisonStatus.STORED_AS;
    }

    /** The compared values without what a client remembers: the tenant is the same, whichever client made the plan. */
    private static List<PlannedChange> comparable(ConnectionPlan plan) {
        return plan.entries().stream()
                .map(entry -> PlannedChange.of(
                        entry.path(),
                        comparable(entry.status()),
                        entry.before().orElse(null),
                        entry.after().orElse(null)))
                .toList();
    }

    private static ComparisonStatus comparable(ComparisonStatus status) {
        return switch (status) {
            case NOT_RETURNED -> ComparisonStatus.MISSING;
            case STORED_AS -> ComparisonStatus.DIFFERENT;
            default -> status;
        };
    }

    /** The values that the draft names, those that a plan does not show included. */
    private static Map<String, Object> compared(ConnectionPlan plan, DataConnection connection) {
        Map<String, Object> values = new HashMap<>(connection.properties());
        values.keySet().retainAll(plan.draft().properties().keySet());
        return values;
    }
}
