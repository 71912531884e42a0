package io.github.qlikconnections.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that is not what the API documents: HTML instead of JSON, an empty body, a redirect, or more than the
 * allowed size.
 */
public final class UnexpectedResponseException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;
    /** Whether the request may have been carried out. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param message what was asked for, what came instead and what to do next; no part of the body
     * @param status the HTTP status of the answer
     */
    public UnexpectedResponseException(String message, int status) {
        this(message, status, null);
    }

    /**
     * Creates the exception with a cause.
     *
     * @param message what was asked for, what came instead and what to do next; no part of the body
     * @param status the HTTP status of the answer
     * @param cause what failed while reading; free of any part of the body
     */
    public UnexpectedResponseException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.outcomeUnknown = false;
    }

    /**
     * Creates the exception for a request whose outcome may be unknown.
     *
     * @param message what was asked for, what came instead and what to do next; no part of the body
     * @param status the HTTP status of the response
     * @param outcomeUnknown whether the tenant may have carried the request out all the same
     */
    public UnexpectedResponseException(String message, int status, boolean outcomeUnknown) {
        super(message);
        this.status = status;
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return for example 200
     */
    public int status() {
        return status;
    }

    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
