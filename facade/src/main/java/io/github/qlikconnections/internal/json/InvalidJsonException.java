package io.github.qlikconnections.internal.json;

import java.io.Serial;

/** Text that is no JSON; says what and where, and never repeats any of it. */
public final class InvalidJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Counted from 0. */
    private final int offset;

    InvalidJsonException(String problem, int offset) {
        super(problem);
        this.offset = offset;
    }

    /**
     * Where the problem is.
     *
     * @return the number of characters before it
     */
    public int offset() {
        return offset;
    }
}
