package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.QlikException;
import java.util.List;

/**
 * At least one of many drafts could not be ensured, or was not started. {@link #report()} holds the outcome of all. It is safe to ensure
 * the same drafts again.
 */
public final class EnsureFailureException extends QlikException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient EnsureReport report;
    /** Whether an item may have been carried out. */
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param report the outcome of each draft
     */
    public EnsureFailureException(EnsureReport report) {
        super(message(report));
        this.report = report;
        this.outcomeUnknown = report.failed().stream()
                .flatMap(item -> item.failure().stream())
                .anyMatch(QlikException::outcomeUnknown);
    }

    /**
     * The outcome of each draft.
     *
     * @return the report, the drafts that were ensured included
     */
    public EnsureReport report() {
        return report;
    }

    /** {@inheritDoc} It is unknown for the items whose own failure says so. */
    @Override
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private static String message(EnsureReport report) {
        List<EnsureItem> failed = report.failed();
        int total = report.items().size();
        int notStarted = report.notStarted().size();
        StringBuilder text = new StringBuilder("Could not ensure ");
        text.append(failed.size()).append(" of ").append(total).append(" connections");
        if (notStarted > 0) {
            text.append(", and ").append(notStarted).append(" were not started");
        }
        text.append(". See report() for each.");
        for (EnsureItem item : failed.subList(0, Math.min(SHOWN, failed.size()))) {
            text.append('\n').append(item);
        }
        if (failed.size() > SHOWN) {
            text.append("\nand ").append(failed.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
