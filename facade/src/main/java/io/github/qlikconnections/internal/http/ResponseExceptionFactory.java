package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Creates the exception for an error response. */
final class ResponseExceptionFactory {

    private ResponseExceptionFactory() {}

    /**
     * Creates the exception for an error response.
     *
     * @param outcomeUnknown whether the request may have been applied
     */
    static QlikApiException of(
            Call call, WireRequest request, ErrorResponse response, int attempts, boolean outcomeUnknown) {
        String advice = outcomeUnknown
                ? FailureAdvice.afterUnknownOutcome(call.operation())
                : FailureAdvice.afterStatus(call.operation(), request, response.status(), response.retryAfter());
        QlikApiException.Builder exception = QlikApiException.builder(
                        call.operation().id(), response.status())
                .message(call.failureMessage(details(response, attempts) + ". " + advice))
                .errors(response.errors())
                .attempts(attempts)
                .outcomeUnknown(outcomeUnknown)
                .credentialsRejected(rejectsClient(call.operation(), response.status()));
        Optional.ofNullable(response.traceId()).ifPresent(exception::traceId);
        Optional.ofNullable(response.retryAfter()).ifPresent(exception::retryAfter);
        return exception.build();
    }

    /** Returns whether the token endpoint rejected the client (RFC 6749, section 5.2), which it does with various statuses. */
    private static boolean rejectsClient(Operation operation, int status) {
        return operation == Operation.REQUEST_TOKEN && status < 500 && status != 429;
    }

    private static String details(ErrorResponse response, int attempts) {
        Set<String> details = new LinkedHashSet<>();
        details.add(StatusFormatter.of(response.status()));
        for (ApiError error : response.errors()) {
            String line = withoutStatus(error, response.status()).toString();
            if (!line.isEmpty()) {
                details.add(MessageFormatter.withoutPeriod(line));
            }
        }
        return String.join(", ", details)
                + (response.traceId() == null ? "" : " (trace " + response.traceId() + ")")
                + (attempts > 1 ? " after " + attempts + " attempts" : "");
    }

    /** Removes what repeats the status and its reason phrase, such as {@code HTTP-409 Conflict}. */
    private static ApiError withoutStatus(ApiError error, int status) {
        String reason = StatusFormatter.reason(status);
        String code = error.code().orElse("");
        String title = error.title().orElse("");
        String detail = error.detail().orElse("");
        boolean codeIsStatus = code.matches("(?i)(HTTP[ _-]?)?" + status);
        boolean titleIsReason = title.equalsIgnoreCase(reason) || title.equals(String.valueOf(status));
        boolean detailIsTitle = detail.equalsIgnoreCase(title) || detail.equalsIgnoreCase(reason);
        return ApiError.builder()
                .code(codeIsStatus ? null : error.code().orElse(null))
                .title(titleIsReason ? null : error.title().orElse(null))
                .detail(detailIsTitle ? null : error.detail().orElse(null))
                .build();
    }
}
