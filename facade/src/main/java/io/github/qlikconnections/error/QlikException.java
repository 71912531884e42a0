package io.github.qlikconnections.error;

import io.github.qlikconnections.internal.text.PlainMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The supertype of all exceptions that describe failures of this library. Unchecked.
 *
 * <p>A message states the failed operation, the reason and the next step. It never contains a secret or a raw body.
 */
public class QlikException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message what failed, and the next step
     */
    public QlikException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what failed, and the next step
     * @param cause the cause, or null; must not contain secrets or raw bodies
     */
    public QlikException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns whether the tenant may have executed the failed request. In this case, read the state of the tenant
     * before you repeat the call.
     *
     * <p>Only a request that changes something can have an unknown outcome.
     *
     * @return true if the failed request may have been executed; false if it certainly changed nothing
     */
    public boolean outcomeUnknown() {
        return false;
    }

    /**
     * Returns the values for a JSON library: the name of the class, the message and whether the outcome is unknown.
     *
     * @return an unmodifiable map of strings and a boolean
     */
    public final Map<String, Object> toMap() {
        return new PlainMap()
                .put("type", getClass().getSimpleName())
                .put("message", getMessage())
                .put("outcomeUnknown", outcomeUnknown())
                .toMap();
    }
}
