package io.github.qlikconnections.bulk;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.DataConnection;
import java.util.Map;

/** Knows the new credentials of a connection. Called from several threads at once when a rotation runs in parallel. */
@FunctionalInterface
public interface CredentialSupplier {

    /**
     * The new credentials of a connection.
     *
     * @param connection the connection, without its properties
     * @return the secrets by property name, such as {@code password}; at least one. Null or an empty map fails the rotation of this
     *     connection, and so does an exception
     */
    Map<String, Secret> credentialsOf(DataConnection connection);
}
