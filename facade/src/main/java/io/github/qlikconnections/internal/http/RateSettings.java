package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.rate.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * How a transport limits its request rate. Instances are immutable and thread-safe.
 *
 * @param limits the rates that the client keeps by itself
 * @param limiter the rate limiter of the application, or null if the client keeps the rates
 * @param caller who shares the limit, or null if unknown
 */
public record RateSettings(
        RateLimits limits,
        @Nullable RateLimiter limiter,
        @Nullable String caller) {}
