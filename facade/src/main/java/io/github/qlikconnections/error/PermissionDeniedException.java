package io.github.qlikconnections.error;

/** Thrown if the caller is authenticated but lacks the role or the space permission for the operation: status 403. */
public final class PermissionDeniedException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    PermissionDeniedException(Builder builder) {
        super(builder);
    }
}
