package io.github.qlikconnections.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a response does not conform to the API: HTML instead of JSON, an empty body, a redirect, or a body above
 * the maximum size.
 */
public final class UnexpectedResponseException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;
    /** Whether the request may have been executed. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param message the failed operation, the unexpected part, and the next step, without any part of the body
     * @param status the HTTP status of the response
     */
    public UnexpectedResponseException(String message, int status) {
        this(message, status, null);
    }

    /**
     * Creates the exception with a cause.
     *
     * @param message the failed operation, the unexpected part, and the next step, without any part of the body
     * @param status the HTTP status of the response
     * @param cause the failure while reading, or null; must not contain any part of the body
     */
    public UnexpectedResponseException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.outcomeUnknown = false;
    }

    /**
     * Creates the exception for a request whose outcome may be unknown.
     *
     * @param message the failed operation, the unexpected part, and the next step, without any part of the body
     * @param status the HTTP status of the response
     * @param outcomeUnknown whether the tenant may have executed the request
     */
    public UnexpectedResponseException(String message, int status, boolean outcomeUnknown) {
        super(message);
        this.status = status;
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return for example 200; 0 if the response has no valid status
     */
    public int status() {
        return status;
    }

    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
