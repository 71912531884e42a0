package io.github.qlikconnections.testkit.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an answer goes out.
 *
 * @param answer the answer; without one the connection is dropped
 * @param delay waited before anything is sent
 * @param drip waited between two bytes of the body
 * @param cutOff whether the connection is dropped after half of the body
 */
public record Delivery(@Nullable Answer answer, Duration delay, Duration drip, boolean cutOff) {

    public static Delivery of(Answer answer) {
        return new Delivery(answer, Duration.ZERO, Duration.ZERO, false);
    }
}
