package io.github.qlikconnections.error;

/** Thrown if a connection changed after its plan was made. Nothing was written. */
public final class StalePlanException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what changed, and the next step
     */
    public StalePlanException(String message) {
        super(message);
    }
}
