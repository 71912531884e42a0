package io.github.qlikconnections.internal.wire;

/**
 * JSON Pointers into a connection, names of connection properties that every data source has, and values with a meaning. Names
 * that the OpenAPI documents define are in {@link WireMembers}.
 */
public final class WireNames {

    /** Pointer to the connection properties, and prefix of the pointer to each of them. */
    public static final String PROPERTIES = "/" + WireMembers.CONNECTION_PROPERTIES;

    /** Pointer to the name of a connection. */
    public static final String NAME = "/" + WireMembers.NAME;

    /** Pointer to the tags of a connection. */
    public static final String TAGS = "/" + WireMembers.TAGS;

    /** Pointer to the space of a connection. */
    public static final String SPACE = "/" + WireMembers.SPACE;

    /** Pointer to the connect statement. */
    public static final String STATEMENT = "/" + WireMembers.CONNECT_STATEMENT;

    /** Pointer to the connector program of a connect statement. */
    public static final String TYPE = "/" + WireMembers.TYPE;

    /** Pointer to the account under which a connector logs on. */
    public static final String LOG_ON = "/" + WireMembers.LOG_ON;

    /** Pointer to the architecture of a connector. */
    public static final String ARCHITECTURE = "/" + WireMembers.ARCHITECTURE;

    /** Pointer to the id of the credentials. */
    public static final String CREDENTIALS_ID = "/" + WireMembers.CREDENTIALS_ID;

    /** Pointer to whether the credentials are stored separately for each user. */
    public static final String SEPARATED = "/" + WireMembers.SEPARATE_CREDENTIALS;

    /** Pointer to the password sent with a connect statement. */
    public static final String PASSWORD = "/" + WireMembers.PASSWORD;

    /** Pointer to the user name sent with a connect statement. */
    public static final String USERNAME = "/" + WireMembers.USERNAME;

    /** Pointer to the data source of a connection. */
    public static final String DATA_SOURCE = "/" + WireMembers.DATA_SOURCE_ID;

    /** Pointer to the encrypted secret sent with a connect statement. */
    public static final String CONNECTION_SECRET = "/" + WireMembers.CONNECTION_SECRET;

    /** Pointer to the name of the credentials sent with a connect statement. */
    public static final String STATEMENT_CREDENTIALS_NAME = "/" + WireMembers.CREDENTIALS_NAME;

    /** Pointer to the actions that the caller may perform on a connection. */
    public static final String PRIVILEGES = "/" + WireMembers.PRIVILEGES;

    /** Property that selects the gateway. */
    public static final String GATEWAY_INSTANCE = "gatewayInstance";

    /** Property that decides whether the credentials are stored separately for each user. */
    public static final String SEPARATE_CREDENTIALS = "separateCredentials";

    /** Property that selects existing credentials by id. */
    public static final String SELECTED_CREDENTIALS = "selectedCredentials";

    /** Property that names credentials that are created with the connection. */
    public static final String CREDENTIALS_NAME = "credentialsName";

    /** Property that holds the code of an interactive sign-in. */
    public static final String AUTH_CODE = "authCode";

    /** Prefix of the tag that the API adds to connections that are created from properties. */
    public static final String AUTOMATIC_TAG = "DcaasAPI:";

    /** Prefix of the tag that records the version of a connection's secrets. */
    public static final String SECRETS_VERSION_TAG = "secrets-version:";

    /** Connector program of the connections to the files of a space. */
    public static final String DATA_FILES_TYPE = "qix-datafiles.exe";

    /** Privilege to change a connection. */
    public static final String UPDATE_PRIVILEGE = "update";

    private WireNames() {}
}
