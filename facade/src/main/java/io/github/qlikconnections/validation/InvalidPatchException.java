package io.github.qlikconnections.validation;

import io.github.qlikconnections.error.QlikException;
import java.util.List;

/**
 * Thrown if a patch violates rules of the API or its data source. Nothing was sent. {@link #violations()} contains all
 * violations.
 */
public final class InvalidPatchException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** The violations of the patch. */
    private final Violation[] violations;

    /**
     * Creates the exception. Its message lists the violations.
     *
     * @param connection the name or id of the connection, for the message
     * @param violations the violations, at least one
     */
    public InvalidPatchException(String connection, List<Violation> violations) {
        super(message(connection, violations));
        this.violations = violations.toArray(Violation[]::new);
    }

    private static String message(String connection, List<Violation> violations) {
        StringBuilder text = new StringBuilder("Cannot update ");
        text.append(connection).append(", nothing was sent:");
        for (Violation violation : violations) {
            text.append("\n  ").append(violation.message());
        }
        return text.toString();
    }

    /**
     * Returns the violations of the patch.
     *
     * @return an unmodifiable list
     */
    public List<Violation> violations() {
        return List.of(violations);
    }
}
