package io.github.qlikconnections.error;

/** The service failed: status 500 and above, after the attempts that the method allows. */
public final class ServerException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    ServerException(Builder builder) {
        super(builder);
    }
}
