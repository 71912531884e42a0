package io.github.qlikconnections.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if no usable response arrives: the tenant cannot be reached, the connection is closed, or a timeout expires.
 *
 * <p>Check {@link #outcomeUnknown()} before you repeat the call.
 */
public final class TransportException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** Whether the request may have been executed. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param message the failed operation, the reason, and the next step
     * @param outcomeUnknown whether the tenant may have executed the request
     * @param cause the failure of the connection, or null
     */
    public TransportException(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
