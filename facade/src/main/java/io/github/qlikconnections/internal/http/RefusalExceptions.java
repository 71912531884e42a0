package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.Refusal;
import io.github.qlikconnections.error.ServerException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Turns an error status into the exception that means it, with a message of our own words. */
final class RefusalExceptions {

    private RefusalExceptions() {}

    /**
     * The exception for an error response.
     *
     * @param unknown whether the tenant may have carried the request out all the same
     */
    static QlikApiException of(Call call, WireRequest request, Refused refused, int attempts, boolean unknown) {
        Refusal refusal = Refusal.of(
                        call.operation().id(), refused.status(), refused.errors(), refused.traceId(), attempts)
                .withOutcomeUnknown(unknown);
        String advice = unknown
                ? Advice.afterUnknownOutcome(call.operation())
                : Advice.afterStatus(call.operation(), request, refused.status(), refused.retryAfter());
        String message = call.failed(facts(refused, attempts) + ". " + advice);
        if (refusesToken(call.operation(), refused.status())) {
            return new AuthenticationException(message, refusal);
        }
        return switch (refused.status()) {
            case 401 -> new AuthenticationException(message, refusal);
            case 403 -> new PermissionDeniedException(message, refusal);
            case 404 -> new NotFoundException(message, refusal);
            case 409 -> new ConflictException(message, refusal);
            case 429 -> new RateLimitedException(message, refusal, refused.retryAfter());
            default ->
                refused.status() >= 500
                        ? new ServerException(message, refusal)
                        : new QlikApiException(message, refusal);
        };
    }

    /** Whether a token endpoint does not know or does not want the client (RFC 6749, section 5.2), with whichever status. */
    private static boolean refusesToken(Operation operation, int status) {
        return operation == Operation.REQUEST_TOKEN && status < 500 && status != 429;
    }

    private static String facts(Refused refused, int attempts) {
        Set<String> facts = new LinkedHashSet<>();
        facts.add(StatusText.of(refused.status()));
        for (ApiError error : refused.errors()) {
            String line = news(error, refused.status()).toString();
            if (!line.isEmpty()) {
                facts.add(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
            }
        }
        return String.join(", ", facts)
                + (refused.traceId() == null ? "" : " (trace " + refused.traceId() + ")")
                + (attempts > 1 ? " after " + attempts + " attempts" : "");
    }

    /** The error without what the status and its reason phrase say already, such as {@code HTTP-409 Conflict}. */
    private static ApiError news(ApiError error, int status) {
        String reason = StatusText.reason(status);
        String code = error.code().orElse("");
        String title = error.title().orElse("");
        String detail = error.detail().orElse("");
        boolean codeIsStatus = code.matches("(?i)(HTTP[ _-]?)?" + status);
        boolean titleIsReason = title.equalsIgnoreCase(reason) || title.equals(String.valueOf(status));
        boolean detailIsTitle = detail.equalsIgnoreCase(title) || detail.equalsIgnoreCase(reason);
        return ApiError.of(
                codeIsStatus ? null : error.code().orElse(null),
                titleIsReason ? null : error.title().orElse(null),
                detailIsTitle ? null : error.detail().orElse(null),
                null);
    }
}
