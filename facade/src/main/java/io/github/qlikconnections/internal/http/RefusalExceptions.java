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
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.jspecify.annotations.Nullable;

/** Turns an error status into the exception that means it, with a message of our own words. */
final class RefusalExceptions {

    private static final String BULK =
            "Bulk actions need the role TenantAdmin: ask an administrator for it or to do it.";
    private static final String ADMIN = "It needs the role TenantAdmin: ask an administrator.";
    private static final Map<Operation, String> FORBIDDEN = Map.of(
            Operation.DELETE_CONNECTIONS, BULK,
            Operation.UPDATE_CONNECTIONS, BULK,
            Operation.LIST_ORPHANS, ADMIN,
            Operation.UPDATE_SETTINGS, ADMIN);

    private static final String NO_SOURCE =
            "The data source is unknown or disabled on this tenant: see dataSources().list().";
    private static final String NO_SPACE = "Check the space id and that the caller is a member of the space.";
    private static final Map<Operation, String> NOT_FOUND = Map.of(
            Operation.GET_API_SPECS, NO_SOURCE,
            Operation.LIST_DATA_SOURCES, NO_SOURCE,
            Operation.GET_SETTINGS, NO_SOURCE,
            Operation.UPDATE_SETTINGS, NO_SOURCE,
            Operation.LIST_GATEWAYS, "The data source is unknown or disabled, or no gateway is set up on this tenant.",
            Operation.CREATE_CONNECTION, "The credentials that the draft selects do not exist: check their id.",
            Operation.GET_SPACE, NO_SPACE,
            Operation.LIST_SPACES, NO_SPACE);

    private RefusalExceptions() {}

    static QlikApiException of(Call call, Refused refused, int attempts) {
        Refusal refusal =
                Refusal.of(call.operation().id(), refused.status(), refused.errors(), refused.traceId(), attempts);
        String message = message(call, refused, attempts);
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

    private static String message(Call call, Refused refused, int attempts) {
        StringBuilder text = new StringBuilder().append(refused.status());
        String reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(refused.status(), Locale.ROOT);
        if (reason != null) {
            text.append(' ').append(reason);
        }
        for (ApiError error : refused.errors()) {
            String line = error.toString();
            if (!line.isEmpty()) {
                text.append(", ").append(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
            }
        }
        if (refused.traceId() != null) {
            text.append(" (trace ").append(refused.traceId()).append(')');
        }
        if (attempts > 1) {
            text.append(" after ").append(attempts).append(" attempts");
        }
        text.append(". ").append(advice(call.operation(), refused.status(), refused.retryAfter()));
        return call.failed(text.toString());
    }

    /** Whether a token endpoint does not know or does not want the client (RFC 6749, section 5.2), with whichever status. */
    private static boolean refusesToken(Operation operation, int status) {
        return operation == Operation.REQUEST_TOKEN && status < 500 && status != 429;
    }

    private static String advice(Operation operation, int status, @Nullable Duration retryAfter) {
        if (refusesToken(operation, status)) {
            return "Check the client id, its secret or key, and that the client may use client credentials on this tenant.";
        }
        return switch (status) {
            case 400 -> "Compare what was sent with the specification of the data source.";
            case 401 -> "Check that the API key or token belongs to this tenant and has not expired or been revoked.";
            case 403 ->
                FORBIDDEN.getOrDefault(operation, "Ask for a role that allows it, on the space or on the tenant.");
            case 404 -> NOT_FOUND.getOrDefault(operation, "Check the id and that the caller may see it.");
            case 409 -> "The name is taken there: choose another, or look at the connection that has it.";
            case 429 ->
                retryAfter == null
                        ? "Wait a minute before the next request of this kind."
                        : "Wait " + retryAfter.toSeconds() + " s before the next request of this kind.";
            default ->
                status >= 500
                        ? "The fault is on the tenant's side: try again later."
                        : "See the API's documentation of this status.";
        };
    }
}
