package io.github.qlikconnections.error;

import java.io.Serial;

/**
 * The JSON given to {@link io.github.qlikconnections.model.ConnectionDraft#fromJson(String)} is not a create request; nothing was sent.
 * The message names the problem and its place, and never repeats any of the JSON, because it may hold secrets.
 */
public final class MalformedDraftException extends QlikException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Counted from 1. */
    private final int line;

    /** Counted from 1. */
    private final int column;

    /**
     * Creates an exception for a problem without a place, such as a missing member.
     *
     * @param problem what is wrong and what to do, without any of the JSON
     */
    public MalformedDraftException(String problem) {
        this(problem, 0, 0);
    }

    /**
     * Creates an exception for a problem at a place.
     *
     * @param problem what is wrong and what to do, without any of the JSON
     * @param line the line of the problem, counted from 1; 0 if it has no place
     * @param column the column of the problem, counted from 1; 0 if it has no place
     */
    public MalformedDraftException(String problem, int line, int column) {
        super(line > 0 ? problem + " (line " + line + ", column " + column + ")" : problem);
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the line of the problem.
     *
     * @return the line, counted from 1; 0 if the problem has no place, such as a missing member
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column of the problem.
     *
     * @return the column, counted from 1; 0 if the problem has no place
     */
    public int column() {
        return column;
    }
}
