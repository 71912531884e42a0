package io.github.qlikconnections.validation;

import io.github.qlikconnections.error.QlikException;
import java.util.List;

/** A patch breaks rules of the API or of its data source; nothing was sent. All that was found is in {@link #violations()}. */
public final class InvalidPatchException extends QlikException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Creates the exception; its message lists the violations.
     *
     * @param connection the connection that was to be changed, for the message
     * @param violations what was found, at least one
     */
    public InvalidPatchException(String connection, List<Violation> violations) {
        super(message(connection, violations));
        this.violations = List.copyOf(violations);
    }

    private static String message(String connection, List<Violation> violations) {
        StringBuilder text = new StringBuilder("Could not update ");
        text.append(connection).append(", nothing was sent:");
        for (Violation violation : violations) {
            text.append("\n  ").append(violation.message());
        }
        return text.toString();
    }

    /**
     * What was found.
     *
     * @return an unmodifiable list
     */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
