package io.github.qlikconnections.testkit.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an answer goes out.
 *
 * @param response the answer; without one the connection is dropped
 * @param delay waited before anything is sent
 * @param drip waited between two bytes of the body
 * @param droppedMidBody whether the connection is dropped after half of the body
 */
public record ResponseDelivery(@Nullable Response response, Duration delay, Duration drip, boolean droppedMidBody) {

    public static ResponseDelivery of(Response response) {
        return new ResponseDelivery(response, Duration.ZERO, Duration.ZERO, false);
    }
}
