package io.github.qlikconnections.error;

/** What was asked for clashes with what the tenant holds, such as a name in use: status 409. */
public final class ConflictException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for one refused call.
     *
     * @param message what was asked for, why it was refused and what to do next
     * @param refusal what the answer held
     */
    public ConflictException(String message, Refusal refusal) {
        super(message, refusal);
    }
}
