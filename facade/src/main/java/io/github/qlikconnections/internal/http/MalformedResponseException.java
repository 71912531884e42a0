package io.github.qlikconnections.internal.http;

import org.apache.hc.core5.http.ProtocolException;

/** Signals a response with a readable status line and an unusable header section. */
final class MalformedResponseException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** Creates an exception. The problem completes the sentence "the response …" and contains no header field value. */
    MalformedResponseException(int status, String problem) {
        super(problem);
        this.status = status;
    }

    int status() {
        return status;
    }
}
