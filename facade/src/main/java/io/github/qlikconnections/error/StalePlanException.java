package io.github.qlikconnections.error;

/** The connection changed between the moment when a plan was made and the one when it was to be applied. Nothing was written. */
public final class StalePlanException extends QlikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what changed, and what to do
     */
    public StalePlanException(String message) {
        super(message);
    }
}
