package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.compare.ComparisonResult;
import io.github.qlikconnections.internal.compare.DesiredConnection;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ConnectionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan together with the data that its execution requires.
 *
 * @param plan the plan
 * @param resolved the valid draft of the plan
 * @param existing the compared connection, empty if the plan creates one or reports a conflict
 */
record PlanningResult(ConnectionPlan plan, ResolvedDraft resolved, Optional<ComparedConnection> existing) {

    /** Returns the warnings of the validation and of the comparison. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(resolved.warnings());
        existing.ifPresent(present -> warnings.addAll(present.comparison().warnings()));
        return List.copyOf(warnings);
    }

    /**
     * A connection that was compared.
     *
     * @param current the connection, read with its properties
     * @param desired the desired state
     * @param comparison the result of the comparison
     */
    record ComparedConnection(DataConnection current, DesiredConnection desired, ComparisonResult comparison) {}
}
