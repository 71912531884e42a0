package io.github.qlikconnections;

import java.util.function.Consumer;

/**
 * A client of one Qlik Cloud tenant, the entry point of this library.
 *
 * <p>Build one client for a tenant and its credentials, share it, and close it at the end. Closing releases its pooled
 * connections.
 *
 * <p>Instances are immutable and thread-safe.
 */
public interface QlikClient extends AutoCloseable {

    /**
     * Creates a builder of a client. The tenant and the credentials are required. All other settings have defaults.
     *
     * @return a new builder
     */
    static QlikClientBuilder builder() {
        return new QlikClientBuilder();
    }

    /**
     * Creates a client from system properties and environment variables. It is short for
     * {@code builder().fromEnvironment().build()}, see {@link QlikClientBuilder#fromEnvironment()}.
     *
     * <p>Required are {@code QLIK_TENANT}, and either {@code QLIK_API_KEY} or both {@code QLIK_CLIENT_ID} and
     * {@code QLIK_CLIENT_SECRET}.
     *
     * @return the client, which the caller must close
     * @throws IllegalStateException if a required variable is missing, or an API key and an OAuth client are both set;
     *     the message names all such variables
     * @throws IllegalArgumentException if a value cannot be used; the message describes the expected form
     */
    static QlikClient fromEnvironment() {
        return builder().fromEnvironment().build();
    }

    /**
     * Returns the data sources of the tenant.
     *
     * @return the operations on data sources
     */
    DataSources dataSources();

    /**
     * Returns the data connections of the tenant.
     *
     * @return the operations on data connections
     */
    DataConnections dataConnections();

    /**
     * Returns the spaces of the tenant.
     *
     * @return the operations on spaces
     */
    Spaces spaces();

    /**
     * Returns the users of the tenant.
     *
     * @return the operations on users
     */
    Users users();

    /**
     * Returns the separated credentials of connections.
     *
     * @return the operations on data credentials
     */
    DataCredentials dataCredentials();

    /**
     * Returns a client of the same tenant and caller with other options, for single calls that need them:
     * {@code qlik.withOptions(o -> o.maxAttempts(1)).dataConnections().create(draft)}.
     *
     * <p>It shares the pool, the tokens, the caches, the rate limits and the listeners with this client. Creating it is
     * inexpensive and sends nothing. It need not be closed: closing it has no effect, and closing this client closes it
     * too. The same holds for a client that is derived from a derived one.
     *
     * @param options sets the options that differ from those of this client
     * @return the derived client, which is usable until this client is closed
     * @throws IllegalArgumentException if an option is out of its range
     */
    QlikClient withOptions(Consumer<ClientOptions> options);

    /**
     * Releases the pooled connections. Requests in progress fail. Later calls throw an {@link IllegalStateException}.
     * The next request of a call in progress, and each of a run over many connections, fails with a
     * {@link io.github.qlikconnections.error.TransportException}, so that the call reports what it has written and the
     * run reports all its items. Closing a closed client, or one of {@link #withOptions}, has no effect.
     */
    @Override
    void close();
}
