package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.QlikException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At least one item of a bulk call was not done, or its fate is unknown. The others were done: see {@link #result()}. */
public final class BulkFailureException extends QlikException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient BulkResult result;
    /** Whether an item may have been carried out. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param what what was asked for, such as {@code delete}
     * @param result the outcome of each item
     */
    public BulkFailureException(String what, BulkResult result) {
        this(what, result, null);
    }

    /**
     * Creates the exception for a call that was broken off.
     *
     * @param what what was asked for, such as {@code delete}
     * @param result the outcome of each item
     * @param cause what broke it off, if anything did
     */
    public BulkFailureException(String what, BulkResult result, @Nullable QlikException cause) {
        super(message(what, result, cause), cause);
        this.result = result;
        this.outcomeUnknown = result.failed().stream().anyMatch(item -> item.outcome() == BulkOutcome.UNKNOWN);
    }

    /**
     * The outcome of each item.
     *
     * @return the result, the successful items included
     */
    public BulkResult result() {
        return result;
    }

    /** {@inheritDoc} It is unknown for the items with {@link BulkOutcome#UNKNOWN}. */
    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private static String message(String what, BulkResult result, @Nullable QlikException cause) {
        List<BulkItem> failed = result.failed();
        int total = result.items().size();
        StringBuilder text = new StringBuilder("Could not ");
        text.append(what).append(' ').append(failed.size()).append(" of ").append(total);
        text.append(" connections:");
        for (BulkItem item : failed.subList(0, Math.min(SHOWN, failed.size()))) {
            text.append(' ').append(item).append(';');
        }
        if (failed.size() > SHOWN) {
            text.append(" and ").append(failed.size() - SHOWN).append(" more;");
        }
        if (failed.size() < total) {
            text.append(" the others were done.");
        }
        if (cause != null) {
            text.append(" The cause: ").append(cause.getMessage());
        }
        return text.append(" See result() for each.").toString();
    }
}
