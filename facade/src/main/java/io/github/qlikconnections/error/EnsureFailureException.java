package io.github.qlikconnections.error;

import io.github.qlikconnections.model.EnsureItem;
import io.github.qlikconnections.model.EnsureReport;
import java.util.List;

/**
 * At least one of many drafts could not be ensured, or was not begun. What was done with the others is in {@link #report()}; to
 * ensure the same drafts again does no harm.
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
     * @param report what became of each draft
     */
    public EnsureFailureException(EnsureReport report) {
        super(message(report));
        this.report = report;
        this.outcomeUnknown = report.failed().stream()
                .flatMap(item -> item.failure().stream())
                .anyMatch(QlikException::outcomeUnknown);
    }

    /**
     * What became of each draft.
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
