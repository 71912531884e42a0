package io.github.qlikconnections.error;

import java.io.Serial;

/**
 * Thrown if the argument of {@link io.github.qlikconnections.model.ConnectionDraft#fromJson(String)} is not a create
 * request, or that of {@link io.github.qlikconnections.model.ConnectionPatch#fromJson(String)} not a patch request. Nothing
 * was sent.
 *
 * <p>The message describes the problem and its position. It never contains any of the JSON, because the JSON may
 * contain secrets.
 */
public final class MalformedDraftException extends QlikException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Counted from 1. */
    private final int line;

    /** Counted from 1. */
    private final int column;

    /**
     * Creates an exception for a problem without a position, such as a missing member.
     *
     * @param problem the problem and the next step, without any of the JSON
     */
    public MalformedDraftException(String problem) {
        this(problem, 0, 0);
    }

    /**
     * Creates an exception for a problem at a position.
     *
     * @param problem the problem and the next step, without any of the JSON
     * @param line the line of the problem, counted from 1; 0 if it has no position
     * @param column the column of the problem, counted from 1; 0 if it has no position
     */
    public MalformedDraftException(String problem, int line, int column) {
        super(line > 0 ? problem + " (line " + line + ", column " + column + ")" : problem);
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the line of the problem.
     *
     * @return the line, counted from 1; 0 if the problem has no position, such as a missing member
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column of the problem.
     *
     * @return the column, counted from 1; 0 if the problem has no position
     */
    public int column() {
        return column;
    }
}
