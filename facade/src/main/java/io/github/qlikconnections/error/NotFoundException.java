package io.github.qlikconnections.error;

/** What was asked for does not exist, is disabled, or is hidden from the caller: status 404. */
public final class NotFoundException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for one refused call.
     *
     * @param message what was asked for, why it was refused and what to do next
     * @param refusal what the answer held
     */
    public NotFoundException(String message, Refusal refusal) {
        super(message, refusal);
    }
}
