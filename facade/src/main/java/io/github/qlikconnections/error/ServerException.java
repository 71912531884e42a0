package io.github.qlikconnections.error;

/** The service failed: status 500 and above, after the attempts that the method allows. */
public final class ServerException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for one refused call.
     *
     * @param message what was asked for, why it was refused and what to do next
     * @param refusal what the answer held
     */
    public ServerException(String message, Refusal refusal) {
        super(message, refusal);
    }
}
