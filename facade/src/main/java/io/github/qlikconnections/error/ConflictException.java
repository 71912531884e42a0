package io.github.qlikconnections.error;

/** Thrown if a request conflicts with the state of the tenant, such as a name that is in use: status 409. */
public final class ConflictException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    ConflictException(Builder builder) {
        super(builder);
    }
}
