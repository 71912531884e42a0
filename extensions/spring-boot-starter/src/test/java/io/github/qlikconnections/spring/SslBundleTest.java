package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

class SslBundleTest extends StarterFixture {

    @Test
    void clientUsesTheTlsContextOfTheBundle() {
        CountingBundle bundle = new CountingBundle();
        configuredApplication()
                .withPropertyValues("qlik.connections.ssl.bundle=internal")
                .withBean(SslBundles.class, () -> new DefaultSslBundleRegistry("internal", bundle))
                .run(context -> {
                    assertThat(context).hasSingleBean(QlikClient.class);
                    assertThat(bundle.contexts).hasValue(1);
                });
    }

    private static final class CountingBundle implements SslBundle {

        private final AtomicInteger contexts = new AtomicInteger();

        @Override
        public SSLContext createSslContext() {
            contexts.incrementAndGet();
            try {
                return SSLContext.getDefault();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SslStoreBundle getStores() {
            return SslStoreBundle.NONE;
        }

        @Override
        public SslBundleKey getKey() {
            return SslBundleKey.NONE;
        }

        @Override
        public SslOptions getOptions() {
            return SslOptions.NONE;
        }

        @Override
        public String getProtocol() {
            return DEFAULT_PROTOCOL;
        }

        @Override
        public SslManagerBundle getManagers() {
            return SslManagerBundle.from(SslStoreBundle.NONE, SslBundleKey.NONE);
        }
    }
}
