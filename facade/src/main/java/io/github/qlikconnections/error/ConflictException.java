package io.github.qlikconnections.error;

/** What was asked for clashes with what the tenant holds, such as a name in use: status 409. */
public final class ConflictException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    ConflictException(Builder builder) {
        super(builder);
    }
}
