package io.github.qlikconnections.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws on purpose; unchecked.
 *
 * <p>A message says what was asked for, what went wrong and what to do next. It never holds a secret or a raw body.
 */
public class QlikException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with no cause.
     *
     * @param message what went wrong and what to do next
     */
    public QlikException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what went wrong and what to do next
     * @param cause what led to it, if known; must be free of secrets and of raw bodies
     */
    public QlikException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns whether the tenant may have carried the request out although it failed. Look at the tenant before you repeat the
     * call then.
     *
     * <p>Only a request that changes something can have an unknown outcome.
     *
     * @return true if the failed request may have been carried out; false if it changed nothing for sure
     */
    public boolean outcomeUnknown() {
        return false;
    }
}
