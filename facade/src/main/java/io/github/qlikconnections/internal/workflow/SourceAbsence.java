package io.github.qlikconnections.internal.workflow;

import java.util.List;

/**
 * Why a data source cannot be used.
 *
 * @param disabled whether the tenant has it, but switched off
 * @param nearestIds ids that resemble an unknown one, the nearest first
 */
record SourceAbsence(boolean disabled, List<String> nearestIds) {

    SourceAbsence {
        nearestIds = List.copyOf(nearestIds);
    }

    String message(String dataSourceId) {
        if (disabled) {
            return "Data source \"" + dataSourceId
                    + "\" is disabled on this tenant. An administrator can enable it, or choose another source.";
        }
        return "Data source \"" + dataSourceId + "\" is unknown on this tenant."
                + (nearestIds.isEmpty()
                        ? " See dataSources().list() for the ids."
                        : " Nearest ids: " + String.join(", ", nearestIds) + ".");
    }
}
