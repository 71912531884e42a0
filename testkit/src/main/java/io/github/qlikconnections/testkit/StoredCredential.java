package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.connections.CredentialEntity;
import java.util.Map;

/**
 * A data credential as a {@link FakeTenant} held it when it was asked: a snapshot that does not change. Safe for use by
 * any number of threads.
 */
public final class StoredCredential {

    private final CredentialEntity credential;
    private final Map<String, Object> secrets;

    StoredCredential(CredentialEntity credential) {
        this.credential = credential;
        this.secrets = StoredConnection.members(credential.secrets());
    }

    /**
     * The credential's id, {@code qID} in answers.
     *
     * @return a UUID
     */
    public String id() {
        return credential.id();
    }

    /**
     * The credential's name, {@code qName} in answers; an embedded one has that of its connection.
     *
     * @return the name
     */
    public String name() {
        return credential.name();
    }

    /**
     * The data source it is for.
     *
     * @return a data source id such as {@code rest}
     */
    public String dataSourceId() {
        return credential.dataSourceId();
    }

    /**
     * The user it belongs to.
     *
     * @return a user id
     */
    public String owner() {
        return credential.user();
    }

    /**
     * Whether it stands on its own, {@code qSeparated} in answers.
     *
     * @return false for one that lives in a single connection
     */
    public boolean separated() {
        return credential.separated();
    }

    /**
     * What it holds and no answer gives back: the secrets and the user name that belongs to them.
     *
     * @return property name to value
     */
    public Map<String, Object> secrets() {
        return secrets;
    }

    /**
     * Id, name and data source; no secret.
     *
     * @return a short text for a test's failure message
     */
    @Override
    public String toString() {
        return "StoredCredential[" + id() + " " + name() + ", " + dataSourceId() + "]";
    }
}
