package io.github.qlikconnections.error;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer with an error status held: the material of a {@link QlikApiException}. Immutable. */
public final class Refusal {

    private final String operation;
    private final int status;
    private final List<ApiError> errors;
    private final @Nullable String traceId;
    private final int attempts;
    private final boolean outcomeUnknown;

    private Refusal(
            String operation,
            int status,
            List<ApiError> errors,
            @Nullable String traceId,
            int attempts,
            boolean outcomeUnknown) {
        this.operation = Arguments.given(operation, "operation");
        this.status = status;
        this.errors = Arguments.list(errors, "errors");
        this.traceId = traceId;
        this.attempts = attempts;
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Gathers what is known of a refused call.
     *
     * @param operation its id in the OpenAPI document
     * @param status the HTTP status
     * @param errors the errors of the body, in its order
     * @param traceId the trace id of the answer, if it named one
     * @param attempts how often the request was sent
     * @return the refusal
     */
    public static Refusal of(
            String operation, int status, List<ApiError> errors, @Nullable String traceId, int attempts) {
        return new Refusal(operation, status, errors, traceId, attempts, false);
    }

    /**
     * Returns a copy that says whether the request may have been carried out.
     *
     * @param unknown whether the outcome of the request is unknown
     * @return the refusal
     */
    public Refusal withOutcomeUnknown(boolean unknown) {
        return new Refusal(operation, status, errors, traceId, attempts, unknown);
    }

    /**
     * The operation that was refused.
     *
     * @return the {@code operationId} of the OpenAPI document
     */
    public String operation() {
        return operation;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return for example 409
     */
    public int status() {
        return status;
    }

    /**
     * Every error of the body.
     *
     * @return an unmodifiable list
     */
    public List<ApiError> errors() {
        return errors;
    }

    /**
     * The trace id of the answer.
     *
     * @return the id, or null when the answer named none
     */
    public @Nullable String traceId() {
        return traceId;
    }

    /**
     * How often the request was sent.
     *
     * @return 0 or more
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns whether the tenant may have carried the request out all the same.
     *
     * @return true if the outcome is unknown
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** The operation, the status and the number of errors. */
    @Override
    public String toString() {
        return "Refusal[" + operation + ", status " + status + ", " + errors.size() + " errors]";
    }
}
