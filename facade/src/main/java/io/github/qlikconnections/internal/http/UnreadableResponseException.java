package io.github.qlikconnections.internal.http;

import java.io.IOException;

/** Signals a body that was received but is not what the API documents. The message contains no part of the body. */
public final class UnreadableResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean transientFault;

    /** Creates an exception for a fault that a retry may resolve. The problem completes the sentence "the response …". */
    public UnreadableResponseException(String problem) {
        this(problem, true);
    }

    private UnreadableResponseException(String problem, boolean transientFault) {
        super(problem);
        this.transientFault = transientFault;
    }

    /** Creates an exception for a fault that a retry does not resolve. */
    public static UnreadableResponseException permanent(String problem) {
        return new UnreadableResponseException(problem, false);
    }

    boolean isTransient() {
        return transientFault;
    }
}
