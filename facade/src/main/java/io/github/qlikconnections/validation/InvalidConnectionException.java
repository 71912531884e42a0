package io.github.qlikconnections.validation;

import io.github.qlikconnections.error.QlikException;

/** A draft broke rules that its data source states; nothing was sent. All that was found is in {@link #report()}. */
public final class InvalidConnectionException extends QlikException {

    private static final long serialVersionUID = 1L;

    private final transient ValidationReport report;

    /**
     * Creates the exception; its message is the rendered report.
     *
     * @param report what was found, with at least one error
     */
    public InvalidConnectionException(ValidationReport report) {
        super(report.render());
        this.report = report;
    }

    /**
     * Everything that was found.
     *
     * @return the report, warnings and notes included
     */
    public ValidationReport report() {
        return report;
    }
}
