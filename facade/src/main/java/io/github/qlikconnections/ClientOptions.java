package io.github.qlikconnections;

import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;

/**
 * Options of a client that {@link QlikClient#withOptions} derives from another one. An option that is not set has the
 * value of the other client.
 *
 * <p>Instances are not thread-safe and are used only during the call of {@code withOptions}.
 */
public interface ClientOptions {

    /**
     * Sets how long each request to the API may take, including its retries and waits.
     *
     * @param time a positive duration of at most 365 days
     * @return these options
     * @throws IllegalArgumentException if the duration is out of this range
     */
    ClientOptions operationTimeout(Duration time);

    /**
     * Sets the maximum number of attempts for a request. The value 1 disables retries.
     *
     * @param number at least 1
     * @return these options
     * @throws IllegalArgumentException if the number is zero or negative
     */
    ClientOptions maxAttempts(int number);

    /**
     * Sets how strictly drafts are validated against the specification.
     *
     * @param policy the policy of all validations by the derived client
     * @return these options
     */
    ClientOptions validationPolicy(ValidationPolicy policy);
}
