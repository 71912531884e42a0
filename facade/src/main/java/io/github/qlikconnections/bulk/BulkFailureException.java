package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if at least one connection of a bulk operation failed, was not started, or has an unknown outcome.
 * {@link #result()} contains the outcome of each connection.
 */
public final class BulkFailureException extends QlikException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 5;

    /** The outcome of each item. */
    private final BulkItem[] items;
    /** Whether an item may have been executed. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param action the verb of the operation, such as {@code delete}
     * @param result the outcome of each item
     */
    public BulkFailureException(String action, BulkResult result) {
        this(action, result, null);
    }

    /**
     * Creates the exception for an operation that was aborted.
     *
     * @param action the verb of the operation, such as {@code delete}
     * @param result the outcome of each item
     * @param cause the exception that aborted the operation, or null
     */
    public BulkFailureException(String action, BulkResult result, @Nullable QlikException cause) {
        super(message(action, result, cause), cause);
        this.items = result.items().toArray(BulkItem[]::new);
        this.outcomeUnknown = hasUnknownOutcome(result);
    }

    /**
     * Returns the outcome of each item.
     *
     * @return the result, including the successful items
     */
    public BulkResult result() {
        return BulkResult.of(List.of(items));
    }

    /** {@inheritDoc} The outcome is unknown for the items with {@link BulkOutcome#UNKNOWN}. */
    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private static boolean hasUnknownOutcome(BulkResult result) {
        return result.failed().stream().anyMatch(item -> item.outcome() == BulkOutcome.UNKNOWN);
    }

    private static String message(String action, BulkResult result, @Nullable QlikException cause) {
        List<BulkItem> failed = result.failed();
        int total = result.items().size();
        StringBuilder text = new StringBuilder("Cannot ");
        text.append(action).append(' ').append(failed.size()).append(" of ").append(total);
        text.append(" connections: ");
        text.append(failed.stream()
                .limit(MAX_SHOWN)
                .map(item -> MessageFormatter.withoutPeriod(item.toString()))
                .collect(Collectors.joining("; ")));
        if (failed.size() > MAX_SHOWN) {
            text.append("; and ").append(failed.size() - MAX_SHOWN).append(" more");
        }
        text.append(failed.size() < total ? ". The others were done." : ".");
        if (cause != null) {
            boolean isSettled = cause.outcomeUnknown() && !hasUnknownOutcome(result);
            text.append(isSettled ? " Each connection was read after this failure: " : " The cause: ")
                    .append(cause.getMessage());
        }
        return text.append(" See result() for each.").toString();
    }
}
