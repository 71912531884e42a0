package io.github.qlikconnections.internal.http;

import java.io.IOException;

/** A body came whole, or up to the size limit, but is not what the API documents; its message holds no part of the body. */
public final class UnreadableResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean transientFault;

    /** Says what is wrong with the body, as the end of the sentence "the response …"; another attempt may get a better one. */
    public UnreadableResponseException(String what) {
        this(what, true);
    }

    private UnreadableResponseException(String what, boolean transientFault) {
        super(what);
        this.transientFault = transientFault;
    }

    /** The same for a response that another attempt is not expected to make better. */
    public static UnreadableResponseException permanent(String what) {
        return new UnreadableResponseException(what, false);
    }

    boolean isTransient() {
        return transientFault;
    }
}
