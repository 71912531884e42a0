package io.github.qlikconnections.error;

import io.github.qlikconnections.model.BulkResult;
import org.jspecify.annotations.Nullable;

/** At least one item of a bulk call was not done, or its fate is unknown. The others were done: see {@link #result()}. */
public final class BulkFailureException extends QlikException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient BulkResult result;

    /**
     * Creates the exception.
     *
     * @param what what was asked for, such as {@code delete}
     * @param result what became of each item
     */
    public BulkFailureException(String what, BulkResult result) {
        this(what, result, null);
    }

    /**
     * Creates the exception for a call that was broken off.
     *
     * @param what what was asked for, such as {@code delete}
     * @param result what became of each item
     * @param cause what broke it off, if anything did
     */
    public BulkFailureException(String what, BulkResult result, @Nullable QlikException cause) {
        super(message(what, result, cause), cause);
        this.result = result;
    }

    /**
     * What became of each item.
     *
     * @return the result, the successful items included
     */
    public BulkResult result() {
        return result;
    }

    private static String message(String what, BulkResult result, @Nullable QlikException cause) {
        int failed = result.failed().size();
        StringBuilder text = new StringBuilder(
                "Could not " + what + " " + failed + " of " + result.items().size() + " connections:");
        result.failed().stream()
                .limit(SHOWN)
                .forEach(item -> text.append(' ').append(item).append(';'));
        if (failed > SHOWN) {
            text.append(" and ").append(failed - SHOWN).append(" more;");
        }
        if (failed < result.items().size()) {
            text.append(" the others were done.");
        }
        if (cause != null) {
            text.append(" The cause: ").append(cause.getMessage());
        }
        return text.append(" See result() for each.").toString();
    }
}
