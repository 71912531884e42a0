package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bucket4j.SharedRateLimiter;
import io.github.qlikconnections.rate.LocalRateLimiter;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.rate.RateLimits;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.embedded.RedisServer;

/** Uses a real Redis and the driver that this line of Spring Boot manages. */
class SharedRateLimitTest extends StarterFixture {

    private static RedisServer server;
    private static RedisClient redis;
    private static RedisCommands<String, String> commands;

    @BeforeAll
    static void startRedis() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        server = RedisServer.newRedisServer()
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .build();
        server.start();
        redis = RedisClient.create("redis://127.0.0.1:" + port);
        commands = redis.connect().sync();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        server.stop();
    }

    @BeforeEach
    void clear() {
        commands.flushall();
    }

    @Test
    void proxyManagerOfTheApplicationIsEnoughToShareTheRates() {
        sharingApplication()
                .withUserConfiguration(StringKeys.class)
                .withPropertyValues("qlik.connections.rate-limits.caller=etl")
                .run(context -> {
                    context.getBean(QlikClient.class).users().me();

                    assertThat(context).hasSingleBean(SharedRateLimiter.class);
                    assertThat(commands.keys("*")).contains("qlik-connections:{" + tenant.url() + "/etl/READ}");
                });
    }

    @Test
    void settingsConfigureTheSharedRates() {
        sharingApplication()
                .withUserConfiguration(StringKeys.class)
                .withPropertyValues(
                        "qlik.connections.rate-limits.reads-per-minute=400",
                        "qlik.connections.rate-limits.writes-per-minute=40",
                        "qlik.connections.rate-limits.expected-members=4",
                        "qlik.connections.rate-limits.key-prefix=test:")
                .run(context -> {
                    context.getBean(QlikClient.class).users().me();

                    assertThat(context.getBean(RateLimiter.class).fallbackLimits())
                            .contains(RateLimits.perMinute(100, 10));
                    assertThat(commands.keys("*")).isNotEmpty().allMatch(key -> key.startsWith("test:{"));
                });
    }

    @Test
    void unusableSettingIsNamed() {
        sharingApplication()
                .withUserConfiguration(StringKeys.class)
                .withPropertyValues("qlik.connections.rate-limits.expected-members=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("expectedMembers must be at least 1"));
    }

    @Test
    void suppliedTokensNeedTheCaller() {
        QlikCredentials supplied = QlikCredentials.tokens(() -> Secret.of(tenant.apiKey()));
        sharingApplication()
                .withUserConfiguration(StringKeys.class)
                .withBean(QlikCredentials.class, () -> supplied)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("The setting qlik.connections.rate-limits.caller is missing"));
    }

    @Test
    void rateLimiterOfTheApplicationIsUsedInstead() {
        RateLimiter own = LocalRateLimiter.of(RateLimits.defaults());
        sharingApplication()
                .withUserConfiguration(StringKeys.class)
                .withBean("ownRateLimiter", RateLimiter.class, () -> own)
                .run(context -> assertThat(context.getBean(RateLimiter.class)).isSameAs(own));
    }

    @Test
    void storeWithOtherKeysIsNotUsed() {
        sharingApplication()
                .withUserConfiguration(BinaryKeys.class)
                .run(context ->
                        assertThat(context).hasSingleBean(QlikClient.class).doesNotHaveBean(RateLimiter.class));
    }

    @Test
    void applicationWithoutTheArtifactStarts() {
        sharingApplication()
                .withClassLoader(new FilteredClassLoader(SharedRateLimiter.class, ProxyManager.class))
                .run(context ->
                        assertThat(context).hasSingleBean(QlikClient.class).doesNotHaveBean(RateLimiter.class));
    }

    private ApplicationContextRunner sharingApplication() {
        return configuredApplication()
                .withConfiguration(AutoConfigurations.of(QlikSharedRateLimitAutoConfiguration.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class StringKeys {

        @Bean
        ProxyManager<String> proxyManager() {
            return Bucket4jLettuce.casBasedBuilder(
                            redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BinaryKeys {

        @Bean
        ProxyManager<byte[]> proxyManager() {
            return Bucket4jLettuce.casBasedBuilder(redis).build();
        }
    }
}
