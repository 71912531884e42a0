package io.github.qlikconnections.error;

/** The caller is known but lacks the role or the space right for this operation: status 403. */
public final class PermissionDeniedException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    PermissionDeniedException(Builder builder) {
        super(builder);
    }
}
