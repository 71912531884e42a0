package io.github.qlikconnections.error;

import io.github.qlikconnections.model.BulkItem;
import io.github.qlikconnections.model.BulkResult;

/** A bulk call was answered, but at least one of its items was not done. The others were: see {@link #result()}. */
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
        super(message(what, result));
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

    private static String message(String what, BulkResult result) {
        int failed = result.failed().size();
        StringBuilder text = new StringBuilder(
                "Could not " + what + " " + failed + " of " + result.items().size() + " connections:");
        result.failed().stream()
                .limit(SHOWN)
                .forEach(item -> text.append(' ').append(line(item)).append(';'));
        if (failed > SHOWN) {
            text.append(" and ").append(failed - SHOWN).append(" more;");
        }
        return text.append(" the others were done. See result() for each.").toString();
    }

    private static String line(BulkItem item) {
        return item.status() == 0 ? item.connectionId() + " was not answered" : item.toString();
    }
}
