package io.github.qlikconnections.validation;

import io.github.qlikconnections.error.QlikException;

/**
 * Thrown if a draft violates its specification or a rule of the API. Nothing was sent. {@link #report()} contains all
 * violations.
 */
public final class InvalidConnectionException extends QlikException {

    private static final long serialVersionUID = 1L;

    private final transient ValidationReport report;

    /**
     * Creates the exception. Its message is the rendered report.
     *
     * @param report a report with at least one error
     */
    public InvalidConnectionException(ValidationReport report) {
        super(report.render());
        this.report = report;
    }

    /**
     * Returns the validation report.
     *
     * @return the report, including warnings and notes
     */
    public ValidationReport report() {
        return report;
    }
}
