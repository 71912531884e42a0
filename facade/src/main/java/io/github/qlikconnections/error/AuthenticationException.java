package io.github.qlikconnections.error;

/** Thrown if the tenant rejects the credentials: status 401, or any 4xx except 429 for a token request. */
public final class AuthenticationException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    AuthenticationException(Builder builder) {
        super(builder);
    }
}
