package io.github.qlikconnections.error;

/** Thrown if the service fails in all attempts: status 500 and above. */
public final class ServerException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    ServerException(Builder builder) {
        super(builder);
    }
}
