package io.github.qlikconnections.error;

import java.util.List;

/** A page arrived with a success status, but the tenant said that it could not gather all of it. */
public final class IncompleteListException extends QlikException {

    private static final long serialVersionUID = 1L;

    private final transient List<ApiError> problems;

    /**
     * Creates the exception.
     *
     * @param problems what the tenant reported, at least one
     */
    public IncompleteListException(List<ApiError> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(List<ApiError> problems) {
        StringBuilder text = new StringBuilder("The list is incomplete");
        String separator = ": ";
        for (ApiError problem : problems) {
            text.append(separator).append(problem);
            separator = "; ";
        }
        return text.append(". Try again later, or use the list without strict() and look at problems().")
                .toString();
    }

    /**
     * What the tenant reported.
     *
     * @return an unmodifiable list
     */
    public List<ApiError> problems() {
        return problems == null ? List.of() : problems;
    }
}
