package io.github.qlikconnections.spring;

import io.github.qlikconnections.auth.QlikCredentials;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * The tenant of a client and its credentials. A bean of this type replaces {@code qlik.connections.tenant} and all settings of
 * credentials. Implementations must be thread-safe.
 */
public interface QlikConnectionDetails extends ConnectionDetails {

    /**
     * Returns details with given values, for example of a further tenant.
     *
     * @param tenant the address of the tenant, such as {@code https://acme.eu.qlikcloud.com}
     * @param credentials the credentials
     * @return the details
     */
    static QlikConnectionDetails of(String tenant, QlikCredentials credentials) {
        return new FixedConnectionDetails(tenant, credentials);
    }

    /**
     * Returns the address of the tenant.
     *
     * @return the address, such as {@code https://acme.eu.qlikcloud.com}
     */
    String tenant();

    /**
     * Returns the credentials.
     *
     * @return the credentials
     */
    QlikCredentials credentials();
}
