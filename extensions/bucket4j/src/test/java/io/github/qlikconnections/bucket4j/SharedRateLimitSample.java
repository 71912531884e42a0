package io.github.qlikconnections.bucket4j;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.rate.RateLimits;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;

/** How processes share a rate limit, as {@code docs/guides/several-processes.md} shows it. */
final class SharedRateLimitSample {

    private SharedRateLimitSample() {}

    static ProxyManager<String> redis(RedisClient redis) {
        redis.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        return Bucket4jLettuce.casBasedBuilder(redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    static QlikClient client(QlikClientBuilder builder, ProxyManager<String> proxyManager) {
        SharedRateLimiter limiter = SharedRateLimiter.builder(proxyManager)
                .rateLimits(RateLimits.defaults())
                .caller("etl")
                .expectedMembers(4)
                .build();
        return builder.rateLimiter(limiter).build();
    }
}
