package io.github.qlikconnections.error;

/** No space that the caller can see has a given name. Found by the library: no server sent a status for it, and nothing was written. */
public final class UnknownNameException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message which name was not found, and which similar names exist
     */
    public UnknownNameException(String message) {
        super(message);
    }
}
