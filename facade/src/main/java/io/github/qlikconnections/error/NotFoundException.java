package io.github.qlikconnections.error;

/** What was asked for does not exist, is disabled, or is hidden from the caller: status 404. */
public final class NotFoundException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(Builder builder) {
        super(builder);
    }
}
