package io.github.qlikconnections.internal.json;

import java.io.Serial;

/** Signals text that is not valid JSON. The message describes the problem and contains no part of the text. */
public final class InvalidJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;

    InvalidJsonException(String problem, int offset) {
        super(problem);
        this.offset = offset;
    }

    /**
     * Returns the position of the problem.
     *
     * @return the offset in characters, from 0
     */
    public int offset() {
        return offset;
    }
}
