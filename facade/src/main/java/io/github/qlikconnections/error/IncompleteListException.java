package io.github.qlikconnections.error;

import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a page has a success status, but the tenant reports that it is incomplete. */
public final class IncompleteListException extends QlikException {

    private static final long serialVersionUID = 1L;

    /** The errors that the tenant reported. */
    private final ApiError[] warnings;

    /**
     * Creates the exception.
     *
     * @param warnings the errors that the tenant reported, at least one
     */
    public IncompleteListException(List<ApiError> warnings) {
        super("The list is incomplete: "
                + warnings.stream()
                        .map(warning -> MessageFormatter.withoutPeriod(warning.toString()))
                        .collect(Collectors.joining("; "))
                + ". Try again later, or use the list without failOnIncomplete() and look at warnings().");
        this.warnings = warnings.toArray(ApiError[]::new);
    }

    /**
     * Returns the errors that the tenant reported.
     *
     * @return an unmodifiable list
     */
    public List<ApiError> warnings() {
        return List.of(warnings);
    }
}
