package io.github.qlikconnections.error;

/**
 * Thrown if a name belongs to a connection of another data source, or to several connections. The connection of a draft
 * is then ambiguous.
 *
 * <p>The library detects this, so there is no HTTP status. Nothing was written.
 */
public final class NameConflictException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the name, the connections that have it, and the next step
     */
    public NameConflictException(String message) {
        super(message);
    }
}
