package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.RegistryBuilder;

/**
 * Builds a pool whose sockets have a channel. A channel detects a closed connection without blocking, so this is checked before
 * every write. A plain socket can only be checked by waiting a millisecond for a byte.
 */
final class PooledSockets extends PoolingHttpClientConnectionManagerBuilder {

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new DefaultHttpClientConnectionOperator(
                proxy -> SocketChannel.open().socket(),
                ports,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", tls)
                        .build());
    }

    /** Returns whether a byte, the end of the connection or a reset has arrived. Consumes a byte that has arrived. */
    static boolean hasInput(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }
}
