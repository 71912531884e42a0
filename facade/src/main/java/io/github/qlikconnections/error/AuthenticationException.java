package io.github.qlikconnections.error;

/**
 * The tenant did not accept the credentials: status 401, or any 4xx but 429 when a token was asked for.
 */
public final class AuthenticationException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for one refused call.
     *
     * @param message what was asked for, why it was refused and what to do next
     * @param refusal what the answer held
     */
    public AuthenticationException(String message, Refusal refusal) {
        super(message, refusal);
    }
}
