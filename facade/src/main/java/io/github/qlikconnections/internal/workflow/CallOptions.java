package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.ClientOptions;
import io.github.qlikconnections.internal.configuration.Setting;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;

/** The options of a client, which start with those of the client that it is derived from. Not thread-safe. */
final class CallOptions implements ClientOptions {

    private Duration operationTimeout;
    private int maxAttempts;
    private ValidationPolicy validationPolicy;

    CallOptions(Duration operationTimeout, int maxAttempts, ValidationPolicy validationPolicy) {
        this.operationTimeout = operationTimeout;
        this.maxAttempts = maxAttempts;
        this.validationPolicy = validationPolicy;
    }

    @Override
    public ClientOptions operationTimeout(Duration time) {
        operationTimeout = Setting.OPERATION_TIMEOUT.require(time);
        return this;
    }

    @Override
    public ClientOptions maxAttempts(int number) {
        maxAttempts = Setting.MAX_ATTEMPTS.require(number);
        return this;
    }

    @Override
    public ClientOptions validationPolicy(ValidationPolicy policy) {
        validationPolicy = Setting.VALIDATION_POLICY.require(policy);
        return this;
    }

    Duration operationTimeout() {
        return operationTimeout;
    }

    int maxAttempts() {
        return maxAttempts;
    }

    ValidationPolicy validationPolicy() {
        return validationPolicy;
    }
}
