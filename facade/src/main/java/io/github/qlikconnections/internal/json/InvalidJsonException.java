package io.github.qlikconnections.internal.json;

import java.io.Serial;

/** Text that is no JSON; says what and where, and never repeats any of it. */
public final class InvalidJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Counted from 1. */
    private final int line;

    /** Counted from 1. */
    private final int column;

    InvalidJsonException(String problem, int line, int column) {
        super(problem);
        this.line = line;
        this.column = column;
    }

    /**
     * The line of the problem.
     *
     * @return the line, counted from 1; 0 when unknown
     */
    public int line() {
        return line;
    }

    /**
     * The column of the problem.
     *
     * @return the column, counted from 1; 0 when unknown
     */
    public int column() {
        return column;
    }
}
