package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlannedChange;
import java.util.List;
import java.util.Map;

/** Converts the result of one draft to the members of a saved report and back. */
final class SavedEnsureResult {

    private SavedEnsureResult() {}

    static ReportMembers toMembers(EnsureResult result) {
        DataConnection connection = result.connection();
        return new ReportMembers()
                .put(WireMembers.CONNECTION_ID, connection.id())
                .put("connectionName", connection.name())
                .put(WireMembers.DATA_SOURCE_ID, connection.dataSourceId().orElse(null))
                .put(WireMembers.SPACE_ID, connection.spaceId().orElse(null))
                .put("changes", toList(result.changes()))
                .put("entries", toList(result.entries()))
                .put("credentialsSent", result.credentialsSent())
                .put("credentialsNotSent", result.credentialsNotSent())
                .put("warnings", result.warnings());
    }

    private static List<Map<String, Object>> toList(List<PlannedChange> changes) {
        return changes.stream()
                .map(change -> new ReportMembers()
                        .put("path", change.path())
                        .put("status", change.status().name())
                        .put("before", change.before().orElse(null))
                        .put("after", change.after().orElse(null))
                        .put("note", change.note().orElse(null))
                        .members())
                .toList();
    }

    /** Reads the result of an item. */
    static EnsureResult from(ReportMembers item) {
        ReportMembers saved = ReportMembers.of(item.members().get("result"));
        DataConnection connection = DataConnection.builder(
                        saved.required(WireMembers.CONNECTION_ID), saved.required("connectionName"))
                .dataSourceId(saved.text(WireMembers.DATA_SOURCE_ID))
                .spaceId(saved.text(WireMembers.SPACE_ID))
                .build();
        return EnsureResult.builder(EnsureOutcome.valueOf(item.required("outcome")), connection)
                .changes(fromList(saved.objects("changes")))
                .entries(fromList(saved.objects("entries")))
                .credentialsSent(saved.texts("credentialsSent"))
                .credentialsNotSent(saved.texts("credentialsNotSent"))
                .warnings(saved.texts("warnings"))
                .build();
    }

    private static List<PlannedChange> fromList(List<ReportMembers> changes) {
        return changes.stream()
                .map(change -> PlannedChange.builder(
                                change.required("path"), ComparisonStatus.valueOf(change.required("status")))
                        .before(change.text("before"))
                        .after(change.text("after"))
                        .note(change.text("note"))
                        .build())
                .toList();
    }
}
