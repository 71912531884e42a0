package io.github.qlikconnections.testkit.internal.http;

/** The user who sends a request. */
public record Principal(String userId, boolean admin) {

    /** The caller of operations that require no token. */
    public static final Principal ANONYMOUS = new Principal("", false);
}
