package io.github.qlikconnections.internal.http;

import org.apache.hc.core5.http.ProtocolException;

/** Signals a response with an unusable status line or header section. */
final class MalformedResponseException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Creates an exception. The problem completes the sentence "the response …" and contains no header field value. The status is 0
     * if it is unknown.
     */
    MalformedResponseException(int status, String problem) {
        super(problem);
        this.status = status;
    }

    int status() {
        return status;
    }
}
