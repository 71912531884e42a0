package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import java.util.List;

/** Checks the name that a caller gives to a connection outside a draft. */
final class ConnectionNameValidator {

    private ConnectionNameValidator() {}

    /**
     * Checks.
     *
     * @param subject what is to get the name, for the message
     * @throws InvalidPatchException if the API would not take the name, or could not find it again
     */
    static void check(String subject, String name) {
        List<Violation> errors = RequestRules.checkName(name).stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidPatchException(subject, errors);
        }
    }
}
