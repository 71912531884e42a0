package io.github.qlikconnections.client;

/** A call that failed. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** The tenant answered with this status and this body. */
    public ApiException(int status, String body) {
        super(status + " " + body);
        this.status = status;
    }

    /** There was no answer, or none that can be read. */
    public ApiException(Throwable cause) {
        super(cause);
        this.status = 0;
    }

    /** The status of the answer, 0 without one. */
    public int status() {
        return status;
    }
}
