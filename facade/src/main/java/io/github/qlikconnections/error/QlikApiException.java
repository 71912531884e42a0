package io.github.qlikconnections.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API answered with a status that means no. Statuses with a meaning of their own have a subtype; the others come as
 * this type itself.
 */
public class QlikApiException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** The id of the operation. */
    private final String operation;
    /** The HTTP status. */
    private final int status;

    private final transient List<ApiError> errors;
    /** The trace id, if known. */
    private final @Nullable String traceId;
    /** How often the request was sent. */
    private final int attempts;
    /** Whether the request may have been carried out. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception for one refused call.
     *
     * @param message what was asked for, why it was refused and what to do next
     * @param refusal what the answer held
     */
    public QlikApiException(String message, Refusal refusal) {
        super(message);
        this.operation = refusal.operation();
        this.status = refusal.status();
        this.errors = refusal.errors();
        this.traceId = refusal.traceId();
        this.attempts = refusal.attempts();
        this.outcomeUnknown = refusal.outcomeUnknown();
    }

    /**
     * The operation that was refused, by the {@code operationId} of the OpenAPI document.
     *
     * @return for example {@code createDataConnection}
     */
    public final String operation() {
        return operation;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return for example 409
     */
    public final int status() {
        return status;
    }

    /**
     * The code of the first error of the body.
     *
     * @return for example {@code DCERROR-0010}; empty when the body held none
     */
    public final Optional<String> code() {
        return first().flatMap(ApiError::code);
    }

    /**
     * The title of the first error of the body.
     *
     * @return a short sentence; empty when the body held none
     */
    public final Optional<String> title() {
        return first().flatMap(ApiError::title);
    }

    /**
     * The detail of the first error of the body.
     *
     * @return a sentence; empty when the body held none
     */
    public final Optional<String> detail() {
        return first().flatMap(ApiError::detail);
    }

    /**
     * Every error of the body, in its order.
     *
     * @return an unmodifiable list, empty when the body held none or was not JSON
     */
    public final List<ApiError> errors() {
        return errors == null ? List.of() : errors;
    }

    /**
     * The trace id under which the vendor's support finds the request.
     *
     * @return the id, empty when the answer named none
     */
    public final Optional<String> traceId() {
        return Optional.ofNullable(traceId);
    }

    /**
     * How often the request was sent, this last time included.
     *
     * @return at least 1; 0 when a rate limit that other calls had met was not waited for
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
}
