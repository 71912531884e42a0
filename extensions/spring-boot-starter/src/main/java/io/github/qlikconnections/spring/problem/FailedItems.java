package io.github.qlikconnections.spring.problem;

import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the failed connections of a run over many. */
final class FailedItems {

    private FailedItems() {}

    static List<Map<String, Object>> of(EnsureReport report) {
        return report.failed().stream().map(FailedItems::details).toList();
    }

    static List<Map<String, Object>> of(BulkResult result) {
        return result.failed().stream().map(FailedItems::details).toList();
    }

    /** Returns whether all failed drafts are invalid, so that nothing was sent for them. */
    static boolean areInvalid(EnsureReport report) {
        return !report.failed().isEmpty()
                && report.failed().stream()
                        .allMatch(item -> item.failure().orElse(null) instanceof InvalidConnectionException);
    }

    private static Map<String, Object> details(EnsureItem item) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", item.draft().name());
        details.put("outcomeUnknown", item.isOutcomeUnknown());
        item.failure()
                .filter(InvalidConnectionException.class::isInstance)
                .map(InvalidConnectionException.class::cast)
                .ifPresent(invalid -> details.put(
                        "violations", ViolationDetails.of(invalid.report().errors())));
        return details;
    }

    private static Map<String, Object> details(BulkItem item) {
        return Map.of("id", item.connectionId(), "outcome", item.outcome().name());
    }
}
