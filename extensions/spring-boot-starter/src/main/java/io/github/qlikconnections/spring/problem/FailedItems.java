package io.github.qlikconnections.spring.problem;

import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Renders the failed connections of a run over many. */
final class FailedItems {

    private FailedItems() {}

    static ProblemDetail toProblemDetail(EnsureReport report) {
        boolean allAreInvalid = report.failed().stream()
                .allMatch(item -> item.failure().orElse(null) instanceof InvalidConnectionException);
        ProblemDetail problem = allAreInvalid && !report.failed().isEmpty()
                ? ExceptionMapping.problem(
                        HttpStatus.BAD_REQUEST, "Invalid connections", "Connections are invalid. Nothing was changed.")
                : partialFailure();
        problem.setProperty(
                "failed", report.failed().stream().map(FailedItems::details).toList());
        return problem;
    }

    static ProblemDetail toProblemDetail(BulkResult result) {
        ProblemDetail problem = partialFailure();
        problem.setProperty(
                "failed", result.failed().stream().map(FailedItems::details).toList());
        return problem;
    }

    private static ProblemDetail partialFailure() {
        return ExceptionMapping.problem(
                HttpStatus.BAD_GATEWAY, "Failed connections", "The tenant could not change some of the connections.");
    }

    private static Map<String, Object> details(EnsureItem item) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", item.draft().name());
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
