package io.github.qlikconnections.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the journal of a run cannot be used: it cannot be opened or written, another run uses it, or it belongs to
 * another run. The request that the journal should have recorded was not sent.
 */
public final class JournalException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the file, the reason, and the next step
     * @param cause the failure of the file system, or null
     */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
