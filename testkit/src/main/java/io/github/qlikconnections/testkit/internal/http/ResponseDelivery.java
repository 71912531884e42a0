package io.github.qlikconnections.testkit.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a response is sent.
 *
 * @param response the response, null to drop the connection
 * @param delay the delay before the response
 * @param drip the delay before each byte of the body
 * @param droppedMidBody whether the connection is dropped after half of the body
 */
public record ResponseDelivery(@Nullable Response response, Duration delay, Duration drip, boolean droppedMidBody) {

    public static ResponseDelivery of(Response response) {
        return new ResponseDelivery(response, Duration.ZERO, Duration.ZERO, false);
    }
}
