package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.rate.RateTier;

/** The operations that the library calls, by their {@code operationId}. The token endpoint has none. */
public enum Operation {
    LIST_DATA_SOURCES("listDataSources", "list the data sources", RateTier.READ),
    GET_API_SPECS("getDataSourceApiSpecs", "get the property specification", RateTier.READ),
    LIST_GATEWAYS("listDataSourceGateways", "list the gateways", RateTier.READ),
    GET_SETTINGS("getDataSourceSettings", "get the settings", RateTier.READ),
    UPDATE_SETTINGS("updateDataSourceSettings", "change the settings", RateTier.WRITE),
    LIST_CONNECTIONS("listDataConnections", "list the connections", RateTier.READ),
    CREATE_CONNECTION("createDataConnection", "create", RateTier.WRITE),
    GET_CONNECTION("getDataConnection", "get", RateTier.READ),
    PATCH_CONNECTION("patchDataConnection", "update", RateTier.WRITE),
    REPLACE_CONNECTION("updateDataConnection", "replace", RateTier.WRITE),
    DELETE_CONNECTION("deleteDataConnection", "delete", RateTier.WRITE),
    DELETE_CONNECTIONS("deleteDataConnections", "delete", RateTier.WRITE),
    UPDATE_CONNECTIONS("updateDataConnections", "move or change the owner of", RateTier.WRITE),
    DUPLICATE_CONNECTION("duplicateDataConnection", "copy", RateTier.WRITE),
    GET_CREDENTIAL("getDataCredential", "get", RateTier.READ),
    PATCH_CREDENTIAL("patchDataCredential", "rename", RateTier.WRITE),
    DELETE_CREDENTIAL("deleteDataCredential", "delete", RateTier.WRITE),
    LIST_ORPHANS("filterOrphanDataCredentials", "list the orphaned credentials", RateTier.WRITE),
    LIST_SPACES("listSpaces", "list the spaces", RateTier.READ),
    GET_SPACE("getSpace", "get", RateTier.READ),
    GET_USER("getUser", "get", RateTier.READ),
    GET_CURRENT_USER("getCurrentUser", "get the caller's user", RateTier.READ),
    REQUEST_TOKEN("requestAccessToken", "get an access token", RateTier.WRITE);

    private final String id;
    private final String phrase;
    private final RateTier tier;

    Operation(String id, String phrase, RateTier tier) {
        this.id = id;
        this.phrase = phrase;
        this.tier = tier;
    }

    /** Returns the {@code operationId}. */
    public String id() {
        return id;
    }

    /** Returns what the operation does, as a verb phrase for messages. */
    public String phrase() {
        return phrase;
    }

    /** Returns the rate tier of the operation. */
    public RateTier tier() {
        return tier;
    }
}
