package io.github.qlikconnections.error;

/**
 * The tenant did not accept the credentials: status 401, or any 4xx but 429 when a token was asked for.
 */
public final class AuthenticationException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    AuthenticationException(Builder builder) {
        super(builder);
    }
}
