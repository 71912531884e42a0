package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.rate.LocalRateLimiter;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.rate.RateLimits;

/** How clients share a rate limit, as {@code docs/guides/retries-and-limits.md} shows it. */
final class RateLimitSamples {

    private final RateLimiter shared = LocalRateLimiter.of(RateLimits.perMinute(1000, 100));

    QlikClient build(QlikClientBuilder builder) {
        return builder.rateLimiter(shared).caller("etl").build();
    }
}
