package io.github.qlikconnections.internal.http;

import org.apache.hc.core5.http.ProtocolException;

/** A response whose status line was read and whose header section cannot be used. */
final class MalformedResponseException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** Says what is wrong, as the end of the sentence "the response …"; no part of a header field's value. */
    MalformedResponseException(int status, String problem) {
        super(problem);
        this.status = status;
    }

    int status() {
        return status;
    }
}
