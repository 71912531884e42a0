package io.github.qlikconnections.error;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown if the API returns an error response. Some statuses have a subtype. All other statuses use this type. */
public class QlikApiException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** The id of the operation. */
    private final String operation;
    /** The HTTP status. */
    private final int status;

    /** The errors of the body. */
    private final ApiError[] errors;
    /** The trace id, if known. */
    private final @Nullable String traceId;
    /** How often the request was sent. */
    private final int attempts;
    /** Whether the request may have been executed. */
    private final boolean outcomeUnknown;

    QlikApiException(Builder builder) {
        super(builder.message);
        this.operation = builder.operation;
        this.status = builder.status;
        this.errors = builder.errors.toArray(ApiError[]::new);
        this.traceId = builder.traceId;
        this.attempts = builder.attempts;
        this.outcomeUnknown = builder.outcomeUnknown;
    }

    /**
     * Creates a builder of an exception, for the library and for stubs.
     *
     * @param operation the id of the operation in the OpenAPI document
     * @param status the HTTP status of the response
     * @return a builder
     */
    public static Builder builder(String operation, int status) {
        return new Builder(operation, status);
    }

    /**
     * Creates a builder with all values of this exception, except its stack trace and its suppressed exceptions.
     *
     * @return a builder
     */
    public final Builder toBuilder() {
        Builder builder = builder(operation, status)
                .message(Objects.requireNonNullElse(getMessage(), ""))
                .errors(errors())
                .attempts(attempts)
                .outcomeUnknown(outcomeUnknown)
                .credentialsRejected(this instanceof AuthenticationException);
        traceId().ifPresent(builder::traceId);
        if (this instanceof RateLimitedException limited) {
            limited.retryAfter().ifPresent(builder::retryAfter);
        }
        return builder;
    }

    /**
     * Returns the operation that failed, as the {@code operationId} of the OpenAPI document.
     *
     * @return for example {@code createDataConnection}
     */
    public final String operation() {
        return operation;
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return for example 409
     */
    public final int status() {
        return status;
    }

    /**
     * Returns the code of the first error of the body.
     *
     * @return for example {@code DCERROR-0010}; empty if the body contains none
     */
    public final Optional<String> code() {
        return first().flatMap(ApiError::code);
    }

    /**
     * Returns the title of the first error of the body.
     *
     * @return a short sentence; empty if the body contains none
     */
    public final Optional<String> title() {
        return first().flatMap(ApiError::title);
    }

    /**
     * Returns the detail of the first error of the body.
     *
     * @return a sentence; empty if the body contains none
     */
    public final Optional<String> detail() {
        return first().flatMap(ApiError::detail);
    }

    /**
     * Returns all errors of the body, in the order of the body.
     *
     * @return an unmodifiable list, empty if the body contains none or is not JSON
     */
    public final List<ApiError> errors() {
        return List.of(errors);
    }

    /**
     * Returns the trace id, by which the support of the vendor identifies the request.
     *
     * @return the trace id; empty if the response has none
     */
    public final Optional<String> traceId() {
        return Optional.ofNullable(traceId);
    }

    /**
     * Returns how often the request was sent, including the last attempt.
     *
     * @return at least 1; 0 if the request was not sent because the rate limit was already exceeded by other requests
     */
    public final int attempts() {
        return attempts;
    }

    @Override
    public final boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private Optional<ApiError> first() {
        return errors().stream().findFirst();
    }

    /** Builds a {@link QlikApiException}, or the subtype of its status. Not thread-safe. */
    public static final class Builder {

        private final String operation;
        private final int status;
        private String message = "";
        private List<ApiError> errors = List.of();
        private @Nullable String traceId;
        private int attempts = 1;
        private boolean outcomeUnknown;
        private boolean credentialsRejected;

        @Nullable Duration retryAfter;

        private Builder(String operation, int status) {
            this.operation = Arguments.require(operation, "operation");
            this.status = status;
        }

        /**
         * Sets the message.
         *
         * <p>Default: empty.
         *
         * @param value what failed, why, and the next step, without a secret
         * @return this builder
         */
        public Builder message(String value) {
            this.message = Arguments.require(value, "message");
            return this;
        }

        /**
         * Sets the errors of the body.
         *
         * <p>Default: none.
         *
         * @param value the errors in the order of the body
         * @return this builder
         */
        public Builder errors(List<ApiError> value) {
            this.errors = Arguments.list(value, "errors");
            return this;
        }

        /**
         * Sets the trace id of the response.
         *
         * <p>Default: none.
         *
         * @param value the trace id
         * @return this builder
         */
        public Builder traceId(String value) {
            this.traceId = Arguments.require(value, "traceId");
            return this;
        }

        /**
         * Sets how often the request was sent.
         *
         * <p>Default: 1.
         *
         * @param number 0 or more
         * @return this builder
         */
        public Builder attempts(int number) {
            this.attempts = number;
            return this;
        }

        /**
         * Sets whether the tenant may have executed the request.
         *
         * <p>Default: false.
         *
         * @param value true if the outcome is unknown
         * @return this builder
         */
        public Builder outcomeUnknown(boolean value) {
            this.outcomeUnknown = value;
            return this;
        }

        /**
         * Sets whether the credentials were rejected although the status is not 401, as token endpoints do.
         *
         * <p>Default: false.
         *
         * @param value true for an {@link AuthenticationException}, regardless of the status
         * @return this builder
         */
        public Builder credentialsRejected(boolean value) {
            this.credentialsRejected = value;
            return this;
        }

        /**
         * Sets the wait that the tenant requires, for a {@link RateLimitedException}.
         *
         * <p>Default: none.
         *
         * @param value the wait
         * @return this builder
         */
        public Builder retryAfter(Duration value) {
            this.retryAfter = Arguments.require(value, "retryAfter");
            return this;
        }

        /** Returns the operation and the status. */
        @Override
        public String toString() {
            return "QlikApiException.Builder[" + operation + ", status " + status + "]";
        }

        /**
         * Builds the exception.
         *
         * @return an exception of the subtype for the status, if there is one
         */
        public QlikApiException build() {
            if (credentialsRejected) {
                return new AuthenticationException(this);
            }
            return switch (status) {
                case 401 -> new AuthenticationException(this);
                case 403 -> new PermissionDeniedException(this);
                case 404 -> new NotFoundException(this);
                case 409 -> new ConflictException(this);
                case 429 -> new RateLimitedException(this);
                default -> status >= 500 ? new ServerException(this) : new QlikApiException(this);
            };
        }
    }
}
