package io.github.qlikconnections.validation;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionDraft;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.util.List;

/**
 * Thrown if a draft violates its specification or a rule of the API. Nothing was sent. {@link #report()} contains all
 * violations.
 *
 * <p>Java serialization omits the values of the draft, which may be secret: the draft of a deserialized report has only
 * its data source and its name.
 */
public final class InvalidConnectionException extends QlikException {

    private static final long serialVersionUID = 1L;

    // Not final, because readObject sets it.
    private transient ValidationReport report;

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

    /**
     * Writes the report without the values of the draft.
     *
     * @serialData the data source id and the name of the draft, the violations as an array, and the reason why nothing was
     *     checked or null
     * @param output the stream
     * @throws IOException if the stream cannot be written
     */
    @Serial
    private void writeObject(ObjectOutputStream output) throws IOException {
        output.defaultWriteObject();
        output.writeObject(report.draft().dataSourceId());
        output.writeObject(report.draft().name());
        output.writeObject(report.violations().toArray(Violation[]::new));
        output.writeObject(report.uncheckedReason().orElse(null));
    }

    /**
     * Reads the report.
     *
     * @param input the stream
     * @throws IOException if the stream cannot be read
     * @throws ClassNotFoundException if a class of the stream is missing
     */
    @Serial
    private void readObject(ObjectInputStream input) throws IOException, ClassNotFoundException {
        input.defaultReadObject();
        ConnectionDraft draft = ConnectionDraft.builder((String) input.readObject(), (String) input.readObject())
                .build();
        List<Violation> violations = List.of((Violation[]) input.readObject());
        report = new ValidationReport(draft, violations, (String) input.readObject());
    }
}
