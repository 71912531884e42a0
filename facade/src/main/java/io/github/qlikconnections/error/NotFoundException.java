package io.github.qlikconnections.error;

/** Thrown if a resource does not exist, is disabled, or is not visible to the caller: status 404. */
public final class NotFoundException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(Builder builder) {
        super(builder);
    }
}
