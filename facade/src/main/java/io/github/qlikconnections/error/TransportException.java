package io.github.qlikconnections.error;

import org.jspecify.annotations.Nullable;

/**
 * No usable answer came: the tenant was not reached, the connection broke, or time ran out.
 *
 * <p>Ask {@link #outcomeUnknown()} before doing it again.
 */
public final class TransportException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** Whether the request may have been carried out. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param message what was asked for, what happened and what to do next
     * @param outcomeUnknown whether the tenant may have carried the request out all the same
     * @param cause the failure of the connection, if there was one
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
