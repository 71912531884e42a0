package io.github.qlikconnections;

/**
 * A client of one Qlik Cloud tenant: the way in to everything else.
 *
 * <p>Immutable and thread-safe; build one for a tenant and its credentials, share it, and close it at the end, which frees
 * its pooled connections.
 */
public interface QlikClient extends AutoCloseable {

    /**
     * Begins a client. A tenant and credentials are needed; everything else has a default.
     *
     * @return a builder
     */
    static QlikClientBuilder builder() {
        return new QlikClientBuilder();
    }

    /**
     * A client from the environment, with a default for everything else: {@code QLIK_TENANT}, and either {@code QLIK_API_KEY} or
     * {@code QLIK_CLIENT_ID} and {@code QLIK_CLIENT_SECRET}. If both are set, the API key is used.
     *
     * @return the client; close it when done
     * @throws IllegalStateException if a variable is missing or blank; the message names every one that is
     * @throws IllegalArgumentException if one holds what cannot be used; the message says what to write instead
     */
    static QlikClient fromEnvironment() {
        return QlikClientBuilder.fromEnvironment(System.getenv()).build();
    }

    /**
     * What the tenant can connect to.
     *
     * @return the data sources, over this client's connections
     */
    DataSources dataSources();

    /**
     * The connections of the tenant.
     *
     * @return the data connections, over this client's connections
     */
    DataConnections dataConnections();

    /**
     * The spaces that connections can live in.
     *
     * @return the spaces, over this client's connections
     */
    Spaces spaces();

    /**
     * The separated credentials of connections.
     *
     * @return the data credentials, over this client's connections
     */
    DataCredentials dataCredentials();

    /**
     * Frees the pooled connections. Calls in flight fail, and a later call to the tenant throws an {@link IllegalStateException}.
     * Closing twice does nothing.
     */
    @Override
    void close();
}
