package io.github.qlikconnections.model;

import java.io.Serial;

/**
 * The text given to {@link ConnectionDraft#fromJson(String)} is no create request; the message says what is wrong and
 * where, and never repeats any of the text, because it may hold secrets.
 */
public final class MalformedDraftException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Counted from 1. */
    private final int line;

    /** Counted from 1. */
    private final int column;

    MalformedDraftException(String problem) {
        this(problem, 0, 0);
    }

    MalformedDraftException(String problem, int line, int column) {
        super(line > 0 ? problem + " (line " + line + ", column " + column + ")" : problem);
        this.line = line;
        this.column = column;
    }

    /**
     * The line of the problem.
     *
     * @return the line, counted from 1; 0 when the problem has no place, such as a missing member
     */
    public int line() {
        return line;
    }

    /**
     * The column of the problem.
     *
     * @return the column, counted from 1; 0 when the problem has no place
     */
    public int column() {
        return column;
    }
}
