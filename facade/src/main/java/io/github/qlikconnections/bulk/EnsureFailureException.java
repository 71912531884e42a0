package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.QlikException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if at least one of many drafts could not be ensured or was not started. {@link #report()} contains the outcome
 * of each draft. The same drafts can safely be ensured again.
 *
 * <p>Java serialization omits the report, whose drafts contain secrets.
 */
public final class EnsureFailureException extends QlikException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 5;

    private final transient EnsureReport report;
    /** Whether an item may have been executed. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param report the outcome of each draft
     */
    public EnsureFailureException(EnsureReport report) {
        this(report, null);
    }

    /**
     * Creates the exception for a run that was aborted.
     *
     * @param report the outcome of each draft
     * @param cause the exception that aborted the run, or null
     */
    public EnsureFailureException(EnsureReport report, @Nullable QlikException cause) {
        super(message(report, cause), cause);
        this.report = report;
        this.outcomeUnknown = report.failed().stream()
                .flatMap(item -> item.failure().stream())
                .anyMatch(QlikException::outcomeUnknown);
    }

    /**
     * Returns the outcome of each draft.
     *
     * @return the report, including the drafts that were ensured; without any item if this exception was deserialized
     */
    public EnsureReport report() {
        return report == null ? EnsureReport.of(List.of()) : report;
    }

    /** {@inheritDoc} The outcome is unknown for the items whose failure has an unknown outcome. */
    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private static String message(EnsureReport report, @Nullable QlikException cause) {
        List<EnsureItem> failed = report.failed();
        int total = report.items().size();
        int notStarted = report.notStarted().size();
        StringBuilder text = new StringBuilder("Cannot ensure ");
        text.append(failed.size()).append(" of ").append(total).append(" connections");
        if (notStarted > 0) {
            text.append("; ").append(notStarted).append(" not started");
        }
        text.append(". See report() for each.");
        if (cause != null) {
            text.append(" The cause: ").append(cause.getMessage());
        }
        for (EnsureItem item : failed.subList(0, Math.min(MAX_SHOWN, failed.size()))) {
            text.append('\n').append(item);
        }
        if (failed.size() > MAX_SHOWN) {
            text.append("\nand ").append(failed.size() - MAX_SHOWN).append(" more");
        }
        return text.toString();
    }
}
