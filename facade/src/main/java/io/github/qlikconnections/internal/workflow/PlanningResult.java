package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.compare.ComparisonResult;
import io.github.qlikconnections.internal.compare.DesiredConnection;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ConnectionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan with everything that carrying it out needs.
 *
 * @param plan the plan
 * @param resolved its draft, valid
 * @param existing the connection and its comparison, for a plan that does not create one
 */
record PlanningResult(ConnectionPlan plan, ResolvedDraft resolved, Optional<ComparedConnection> existing) {

    /** What to know about the draft, and about its comparison with the connection. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(resolved.warnings());
        existing.ifPresent(present -> warnings.addAll(present.comparison().warnings()));
        return List.copyOf(warnings);
    }

    /**
     * A connection that was compared.
     *
     * @param current the connection, read with its properties
     * @param desired what it is to be
     * @param comparison the result
     */
    record ComparedConnection(DataConnection current, DesiredConnection desired, ComparisonResult comparison) {}
}
