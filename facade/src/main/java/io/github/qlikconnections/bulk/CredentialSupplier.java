package io.github.qlikconnections.bulk;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.DataConnection;
import java.util.Map;

/**
 * Supplies the new credentials of connections. Implementations must be thread-safe, because a rotation calls them
 * concurrently.
 */
@FunctionalInterface
public interface CredentialSupplier {

    /**
     * Returns the new credentials of a connection.
     *
     * @param connection the connection, without its properties
     * @return the secrets by property name, such as {@code password}; at least one. The rotation of this connection
     *     fails if the map is null or empty, or if this method throws an exception
     */
    Map<String, Secret> credentialsOf(DataConnection connection);
}
