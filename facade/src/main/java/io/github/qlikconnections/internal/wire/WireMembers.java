package io.github.qlikconnections.internal.wire;

/** Names of members in requests and responses, as the OpenAPI documents define them. */
public final class WireMembers {

    /** Id of the data source in a create request. */
    public static final String DATA_SOURCE_ID = "dataSourceId";

    /** Id of the data source in responses and filters. */
    public static final String DATA_SOURCE_ID_OF_CONNECTION = "datasourceID";

    /** Connection properties, and their schema in a specification. */
    public static final String CONNECTION_PROPERTIES = "connectionProperties";

    /** Requests only the address of an interactive sign-in. */
    public static final String AUTH_URL_ONLY = "authUrlOnly";

    /** Address of an interactive sign-in. */
    public static final String AUTH_URL = "authUrl";

    /** Id of the space. */
    public static final String SPACE = "space";

    /** Tags of a connection. */
    public static final String TAGS = "tags";

    /** Id of the owner in a create request. */
    public static final String OWNER = "owner";

    /** Actions that the caller may perform on a connection. */
    public static final String PRIVILEGES = "privileges";

    /** Time of creation. */
    public static final String CREATED = "created";

    /** Time of the last change. */
    public static final String UPDATED = "updated";

    /** Resource identifier of a connection. */
    public static final String QRI = "qri";

    /** Resource identifier in a create request. */
    public static final String QRI_IN_REQUEST = "qriInRequest";

    /** Name of a connection. */
    public static final String NAME = "qName";

    /** Id of a connection. */
    public static final String ID = "qID";

    /** Id of a connection in the engine. */
    public static final String ENGINE_OBJECT_ID = "qEngineObjectID";

    /** Connector program of a connection. */
    public static final String TYPE = "qType";

    /** Connect statement. */
    public static final String CONNECT_STATEMENT = "qConnectStatement";

    /** User name sent with a connect statement. */
    public static final String USERNAME = "qUsername";

    /** Password sent with a connect statement. */
    public static final String PASSWORD = "qPassword";

    /** Encrypted secret sent with a connect statement. */
    public static final String CONNECTION_SECRET = "qConnectionSecret";

    /** Account under which a connector logs on. */
    public static final String LOG_ON = "qLogOn";

    /** Architecture of a connector. */
    public static final String ARCHITECTURE = "qArchitecture";

    /** Whether the credentials are stored separately for each user. */
    public static final String SEPARATE_CREDENTIALS = "qSeparateCredentials";

    /** Id of the credentials. */
    public static final String CREDENTIALS_ID = "qCredentialsID";

    /** Name of the credentials. */
    public static final String CREDENTIALS_NAME = "qCredentialsName";

    /** Connector of a specification. */
    public static final String CONNECTOR_PROVIDER = "connectorProvider";

    /** Version of the connector of a specification. */
    public static final String CONNECTOR_VERSION = "connectorVersion";

    /** Id of the space in a duplicate request and in queries. */
    public static final String SPACE_ID = "spaceId";

    /** Id of a connection in other objects. */
    public static final String CONNECTION_ID = "connectionId";

    /** Time of creation of a space or user. */
    public static final String CREATED_AT = "createdAt";

    /** Time of the last change of a space. */
    public static final String UPDATED_AT = "updatedAt";

    /** Time of the last change of a user. */
    public static final String LAST_UPDATED_AT = "lastUpdatedAt";

    /** Id of the owner of a space. */
    public static final String OWNER_ID = "ownerId";

    /** Id of the tenant of a connection. */
    public static final String TENANT = "tenant";

    /** Id of the tenant. */
    public static final String TENANT_ID = "tenantId";

    /** Number of connections that use credentials. */
    public static final String CONNECTION_COUNT = "qConnCount";

    /** Display name of a data source. */
    public static final String DATA_SOURCE_NAME = "dataSourceName";

    /** Kind of a data source. */
    public static final String DATA_SOURCE_TYPE = "dataSourceType";

    /** Property that contains the kind of a source. */
    public static final String DATA_SOURCE_PROPERTY_NAME = "dataSourcePropertyName";

    /** Display name of a connector. */
    public static final String PROVIDER_NAME = "providerName";

    /** Beginning of the resource identifiers of a data source. */
    public static final String QRI_PREFIX = "qriPrefix";

    /** Locale that a user selected. */
    public static final String PREFERRED_LOCALE = "preferredLocale";

    /** Time zone that a user selected. */
    public static final String PREFERRED_ZONEINFO = "preferredZoneinfo";

    /** Roles of a user or group. */
    public static final String ASSIGNED_ROLES = "assignedRoles";

    /** Groups of a user. */
    public static final String ASSIGNED_GROUPS = "assignedGroups";

    /** Origin of a group. */
    public static final String PROVIDER_TYPE = "providerType";

    /** Scopes of a user. */
    public static final String ASSIGNED_SCOPES = "assignedScopes";

    private WireMembers() {}
}
