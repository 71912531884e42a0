package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Returns the next step for the message of a failed call, by operation and kind of failure. */
final class FailureAdvice {

    /** The next step after a deadline. */
    static final String MORE_TIME = "Give the operation more time with operationTimeout(…).";

    private static final String ROLE_FOR_BULK =
            "Bulk actions need the role TenantAdmin: ask an administrator for the role or to run the action.";
    private static final String ROLE = "It needs the role TenantAdmin: ask an administrator.";
    private static final String NO_USER =
            "The tenant accepts the API key or token, but its user may not read this user: ask an administrator.";
    private static final Map<Operation, String> FORBIDDEN = Map.of(
            Operation.DELETE_CONNECTIONS, ROLE_FOR_BULK,
            Operation.UPDATE_CONNECTIONS, ROLE_FOR_BULK,
            Operation.LIST_ORPHANS, ROLE,
            Operation.UPDATE_SETTINGS, ROLE,
            Operation.GET_USER, NO_USER,
            Operation.GET_CURRENT_USER, NO_USER);

    private static final String SEE_DOCUMENTATION = "See the API's documentation of this status.";

    private FailureAdvice() {}

    /** Returns the next step after an error response with a known outcome. */
    static String afterStatus(Operation operation, WireRequest request, int status, @Nullable Duration retryAfter) {
        if (operation == Operation.REQUEST_TOKEN && status < 500 && status != 429) {
            return "Check the client id and its secret or private key. For a private key, also check the clock of this"
                    + " machine. Check that the client may use the client credentials grant on this tenant.";
        }
        return switch (status) {
            case 400 -> afterBadRequest(operation, request);
            case 401 -> "Check that the API key or token belongs to this tenant and has not expired or been revoked.";
            case 403 ->
                FORBIDDEN.getOrDefault(operation, "Ask for a role that allows it, on the space or on the tenant.");
            case 404 -> afterNotFound(operation);
            case 409 -> afterConflict(operation);
            case 429 -> afterRateLimit(retryAfter);
            default -> status >= 500 ? "The fault is on the tenant's side: try again later." : SEE_DOCUMENTATION;
        };
    }

    /** Returns the next step after a 429, of this request or of another in its tier. */
    static String afterRateLimit(@Nullable Duration retryAfter) {
        return "Wait " + (retryAfter == null ? "a minute" : DurationFormatter.of(retryAfter))
                + " before the next request of this kind.";
    }

    private static String afterBadRequest(Operation operation, WireRequest request) {
        if (request.looksUpByName()) {
            return "Check the name.";
        }
        return switch (operation) {
            case GET_CONNECTION, DELETE_CONNECTION ->
                "This is not a connection id: use findByName(name, space) to look a connection up by its name.";
            case REPLACE_CONNECTION -> "Check that it is a connection id, and the statement and type that were sent.";
            case DELETE_CONNECTIONS -> "Check that all of them are connection ids.";
            case UPDATE_CONNECTIONS -> "Check that all of them are connection ids, and the id of the space or user.";
            case DUPLICATE_CONNECTION -> "Check the connection id, the new name and the space.";
            case LIST_CONNECTIONS -> "Check the filter and the sort order of the query.";
            case GET_CREDENTIAL, DELETE_CREDENTIAL ->
                "This is not an id of credentials: use findByName(name) to look them up by their name.";
            case PATCH_CREDENTIAL -> "Check the id of the credentials and their new name.";
            case LIST_ORPHANS, LIST_DATA_SOURCES -> SEE_DOCUMENTATION;
            case GET_SPACE -> "This is not a space id: use findByName(name) to look a space up by its name.";
            case LIST_SPACES -> "Check the name of the space.";
            case GET_USER, GET_CURRENT_USER -> "Check the user id.";
            case GET_API_SPECS, LIST_GATEWAYS, GET_SETTINGS, UPDATE_SETTINGS ->
                "Check the id of the data source: see dataSources().list().";
            default -> "Compare what was sent with the specification of the data source.";
        };
    }

    private static String afterNotFound(Operation operation) {
        return switch (operation) {
            case GET_API_SPECS, GET_SETTINGS, UPDATE_SETTINGS ->
                "The data source is unknown or disabled on this tenant: see dataSources().list().";
            case LIST_GATEWAYS -> "The data source is unknown or disabled, or no gateway is set up on this tenant.";
            case CREATE_CONNECTION -> "The credentials that the draft selects do not exist: check their id.";
            case DELETE_CONNECTIONS, UPDATE_CONNECTIONS -> "Check the ids and that the caller may see them.";
            case GET_CREDENTIAL, PATCH_CREDENTIAL, DELETE_CREDENTIAL ->
                "Check the id, which findByName(name) returns, and that the caller may see the credentials.";
            case GET_SPACE ->
                "Check the space id, which findByName(name) returns, and that the caller is a member of the space.";
            case LIST_DATA_SOURCES, LIST_CONNECTIONS, LIST_ORPHANS, LIST_SPACES -> SEE_DOCUMENTATION;
            default -> "Check the id and that the caller may see it.";
        };
    }

    private static String afterConflict(Operation operation) {
        return switch (operation) {
            case CREATE_CONNECTION, PATCH_CONNECTION, REPLACE_CONNECTION, DUPLICATE_CONNECTION ->
                "The name is taken there: choose another, or look at the connection that has it.";
            case PATCH_CREDENTIAL -> "Other credentials have this name: choose another name for the credentials.";
            default -> "It conflicts with the current state: read that before you repeat the call.";
        };
    }

    /** Returns the next step after a failure with an unknown outcome. */
    static String afterUnknownOutcome(Operation operation) {
        return switch (operation) {
            case CREATE_CONNECTION ->
                "The connection may have been created: look for its name before you repeat the call.";
            case DUPLICATE_CONNECTION -> "The copy may have been created: look for it before you repeat the call.";
            case PATCH_CONNECTION, REPLACE_CONNECTION ->
                "The update may have been applied: read the connection before you repeat the call.";
            case DELETE_CONNECTION ->
                "The deletion may have been applied: read the connection before you repeat the call.";
            case DELETE_CREDENTIAL ->
                "The deletion may have been applied: read the credentials before you repeat the call.";
            default -> "The request may have been applied: read the current state before you repeat the call.";
        };
    }
}
