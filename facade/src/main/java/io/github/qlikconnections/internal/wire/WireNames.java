package io.github.qlikconnections.internal.wire;

/** Names of members and JSON Pointers of the data connections API. */
public final class WireNames {

    /** Pointer to all connection properties; that of each property begins with it. */
    public static final String PROPERTIES = "/connectionProperties";

    /** Pointer to the name of a connection. */
    public static final String NAME = "/qName";

    /** Pointer to the tags of a connection. */
    public static final String TAGS = "/tags";

    /** Pointer to the space of a connection. */
    public static final String SPACE = "/space";

    /** Pointer to the connect statement. */
    public static final String STATEMENT = "/qConnectStatement";

    /** Pointer to the connector program of a connect statement. */
    public static final String TYPE = "/qType";

    /** Pointer to the account under which a connector logs on. */
    public static final String LOG_ON = "/qLogOn";

    /** Pointer to the architecture of a connector. */
    public static final String ARCHITECTURE = "/qArchitecture";

    /** Pointer to the id of the credentials. */
    public static final String CREDENTIALS_ID = "/qCredentialsID";

    /** Pointer to the mark of separated credentials. */
    public static final String SEPARATED = "/qSeparateCredentials";

    /** Pointer to the password beside a connect statement. */
    public static final String PASSWORD = "/qPassword";

    /** Pointer to the user name beside a connect statement. */
    public static final String USERNAME = "/qUsername";

    /** Property that decides whether each user brings credentials. */
    public static final String SEPARATE_CREDENTIALS = "separateCredentials";

    /** Property that selects existing credentials by id. */
    public static final String SELECTED_CREDENTIALS = "selectedCredentials";

    /** Property that names credentials that are created with the connection. */
    public static final String CREDENTIALS_NAME = "credentialsName";

    /** Property that holds the code of an interactive sign-in. */
    public static final String AUTH_CODE = "authCode";

    /** Beginning of the tag that the API adds to connections that are created from properties. */
    public static final String AUTOMATIC_TAG = "DcaasAPI:";

    /** Beginning of the tag that records the version of a connection's secrets. */
    public static final String SECRETS_VERSION_TAG = "secrets-version:";

    /** Connector program of the connections that stand for the files of a space. */
    public static final String DATA_FILES_TYPE = "qix-datafiles.exe";

    /** Word of the API for the right to change a connection. */
    public static final String UPDATE_PRIVILEGE = "update";

    private WireNames() {}
}
