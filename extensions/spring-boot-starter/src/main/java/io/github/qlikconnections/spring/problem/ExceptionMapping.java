package io.github.qlikconnections.spring.problem;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.StalePlanException;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Maps each exception of the library to a status and a message for the callers of the application. */
final class ExceptionMapping {

    private static final String VIOLATIONS = "violations";
    private static final String FAILED = "failed";

    private ExceptionMapping() {}

    static ProblemDetail toProblemDetail(QlikException exception) {
        ProblemDetail problem = exception.outcomeUnknown()
                ? problem(
                        HttpStatus.BAD_GATEWAY,
                        "Unknown outcome",
                        "The change may have been applied. Read the connection before you repeat the request.")
                : knownOutcome(exception);
        problem.setProperty("outcomeUnknown", exception.outcomeUnknown());
        if (exception instanceof EnsureFailureException failure) {
            problem.setProperty(FAILED, FailedItems.of(failure.report()));
        }
        if (exception instanceof BulkFailureException failure) {
            problem.setProperty(FAILED, FailedItems.of(failure.result()));
        }
        if (exception instanceof QlikApiException response) {
            response.traceId().ifPresent(id -> problem.setProperty("tenantTraceId", id));
        }
        return problem;
    }

    private static ProblemDetail knownOutcome(QlikException exception) {
        if (exception instanceof InvalidConnectionException invalid) {
            ProblemDetail problem = problem(
                    HttpStatus.BAD_REQUEST, "Invalid connection", "The connection is invalid. Nothing was changed.");
            problem.setProperty(VIOLATIONS, ViolationDetails.of(invalid.report().errors()));
            return problem;
        }
        if (exception instanceof InvalidPatchException invalid) {
            ProblemDetail problem =
                    problem(HttpStatus.BAD_REQUEST, "Invalid change", "The change is invalid. Nothing was changed.");
            problem.setProperty(VIOLATIONS, ViolationDetails.of(invalid.violations()));
            return problem;
        }
        if (exception instanceof MalformedDraftException malformed) {
            ProblemDetail problem = problem(
                    HttpStatus.BAD_REQUEST, "Malformed connection", "The connection is not a JSON create request.");
            problem.setProperty("line", malformed.line());
            problem.setProperty("column", malformed.column());
            return problem;
        }
        if (exception instanceof EnsureFailureException failure && FailedItems.areInvalid(failure.report())) {
            return problem(
                    HttpStatus.BAD_REQUEST, "Invalid connections", "Connections are invalid. Nothing was changed.");
        }
        if (exception instanceof EnsureFailureException || exception instanceof BulkFailureException) {
            return problem(
                    HttpStatus.BAD_GATEWAY, "Failed connections", "Some of the connections could not be changed.");
        }
        return ofTenant(exception);
    }

    private static ProblemDetail ofTenant(QlikException exception) {
        if (exception instanceof NotFoundException || exception instanceof UnknownNameException) {
            return problem(
                    HttpStatus.NOT_FOUND,
                    "Not found",
                    "The tenant has no such resource, or this application may not see it.");
        }
        if (exception instanceof ConflictException || exception instanceof NameConflictException) {
            return problem(
                    HttpStatus.CONFLICT,
                    "Conflict",
                    "The request conflicts with a connection that exists. Choose another name.");
        }
        if (exception instanceof StalePlanException) {
            return problem(HttpStatus.CONFLICT, "Stale plan", "The connection was changed. Make a new plan.");
        }
        if (exception instanceof RateLimitedException) {
            return problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many requests",
                    "The tenant limits the rate of requests. Try again later.");
        }
        if (exception instanceof JournalException) {
            return problem(
                    HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", "This application cannot record its progress.");
        }
        if (exception instanceof QlikApiException response && isRejection(response.status())) {
            return problem(
                    HttpStatus.BAD_REQUEST, "Rejected request", "The tenant rejected the values of the request.");
        }
        return problem(
                HttpStatus.BAD_GATEWAY,
                "Failed call to the tenant",
                "The tenant could not execute the request. Nothing was changed.");
    }

    /** Statuses that concern the content of the request. 401 and 403 concern the credentials of this application. */
    private static boolean isRejection(int status) {
        return status == 400 || status == 413 || status == 422;
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
