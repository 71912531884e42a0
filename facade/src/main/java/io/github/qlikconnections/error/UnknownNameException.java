package io.github.qlikconnections.error;

/**
 * Thrown if no space that the caller can see has the given name.
 *
 * <p>The library detects this, so there is no HTTP status. Nothing was written.
 */
public final class UnknownNameException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the name that was not found, and similar names
     */
    public UnknownNameException(String message) {
        super(message);
    }
}
