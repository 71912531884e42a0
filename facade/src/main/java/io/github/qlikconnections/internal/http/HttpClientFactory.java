package io.github.qlikconnections.internal.http;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the HTTP client of a {@link Transport} and its pool. HttpClient's own retries, redirects and wire logging are off: it
 * would retry a POST after a 503, turn a redirected POST into a GET to another host, and log secrets.
 */
final class HttpClientFactory {

    private HttpClientFactory() {}

    static PoolingHttpClientConnectionManager pool(TransportSettings settings, NetworkSettings network) {
        Timeout response = Timeout.of(settings.responseTimeout());
        PoolingHttpClientConnectionManagerBuilder pool = new PooledSockets()
                .setConnectionFactory(NonLoggingConnection::over)
                .setMaxConnPerRoute(settings.maxConnections())
                .setMaxConnTotal(settings.maxConnections())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(response)
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(response)
                        // Saves GET requests a retry. Before a write, SendTrackingRequestExecutor checks every time.
                        .setValidateAfterInactivity(TimeValue.of(200, TimeUnit.MILLISECONDS))
                        .setTimeToLive(TimeValue.of(5, TimeUnit.MINUTES))
                        .build());
        if (network.trust() != null) {
            pool.setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(network.trust())
                    .buildClassic());
        }
        return pool.build();
    }

    /** Creates the client. Timeouts are set for each request. */
    static CloseableHttpClient create(PoolingHttpClientConnectionManager pool, NetworkSettings network, Tenant tenant) {
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(pool)
                .setRequestExecutor(new SendTrackingRequestExecutor())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent(network.userAgent());
        network.proxy().applyTo(client, tenant);
        return client.build();
    }
}
