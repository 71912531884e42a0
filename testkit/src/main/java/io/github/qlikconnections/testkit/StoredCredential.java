package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.connections.CredentialEntity;
import java.util.Map;

/**
 * A snapshot of a data credential in a {@link FakeTenant}. Instances are immutable and thread-safe.
 */
public final class StoredCredential {

    private final CredentialEntity credential;
    private final Map<String, Object> secrets;

    StoredCredential(CredentialEntity credential) {
        this.credential = credential;
        this.secrets = StoredConnection.members(credential.secrets());
    }

    /**
     * Returns the credential id, {@code qID} in responses.
     *
     * @return a UUID
     */
    public String id() {
        return credential.id();
    }

    /**
     * Returns the name of the credential, {@code qName} in responses. An embedded credential has the name of its connection.
     *
     * @return the name
     */
    public String name() {
        return credential.name();
    }

    /**
     * Returns the id of the data source.
     *
     * @return a data source id such as {@code rest}
     */
    public String dataSourceId() {
        return credential.dataSourceId();
    }

    /**
     * Returns the owner.
     *
     * @return a user id
     */
    public String owner() {
        return credential.user();
    }

    /**
     * Returns whether the credential is separate, {@code qSeparated} in responses.
     *
     * @return false for a credential that is embedded in one connection
     */
    public boolean separated() {
        return credential.separated();
    }

    /**
     * Returns the content of the credential, which no response contains: the secrets and the user name.
     *
     * @return the values by property name
     */
    public Map<String, Object> secrets() {
        return secrets;
    }

    /**
     * Returns the id, name and data source, without secrets.
     *
     * @return a short string for failure messages of tests
     */
    @Override
    public String toString() {
        return "StoredCredential[" + id() + " " + name() + ", " + dataSourceId() + "]";
    }
}
