package io.github.qlikconnections.internal.http;

import java.io.IOException;

/** A body came whole, or up to the size limit, but is not what the API documents; its message holds no part of the body. */
public final class UnreadableAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the body, as the end of the sentence "the answer …". */
    public UnreadableAnswer(String what) {
        super(what);
    }
}
