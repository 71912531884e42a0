package io.github.qlikconnections.error;

/** The caller is known but lacks the role or the space right for this operation: status 403. */
public final class PermissionDeniedException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for one refused call.
     *
     * @param message what was asked for, why it was refused and what to do next
     * @param refusal what the answer held
     */
    public PermissionDeniedException(String message, Refusal refusal) {
        super(message, refusal);
    }
}
