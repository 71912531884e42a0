package io.github.qlikconnections.testkit.internal.http;

/** The user on whose behalf a request is made. */
public record Principal(String userId, boolean admin) {

    /** Stands for the caller where no token is asked for. */
    public static final Principal ANONYMOUS = new Principal("", false);
}
