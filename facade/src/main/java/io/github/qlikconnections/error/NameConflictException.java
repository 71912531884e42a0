package io.github.qlikconnections.error;

/**
 * A name belongs to a connection of another data source, or to several connections, so that it is not clear which one a draft means.
 * Found by the library: no server sent a status for it, and nothing was written.
 */
public final class NameConflictException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message which name, which connections have it, and what to do
     */
    public NameConflictException(String message) {
        super(message);
    }
}
