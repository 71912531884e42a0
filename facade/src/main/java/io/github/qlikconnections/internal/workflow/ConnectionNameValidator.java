package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Applies {@link RequestRules} to connection names outside a draft. */
final class ConnectionNameValidator {

    private static final Set<ViolationCode> INVALID_IN_LOOKUP =
            EnumSet.of(ViolationCode.NAME_BLANK, ViolationCode.NAME_CONTROL_CHARACTER);

    private ConnectionNameValidator() {}

    /**
     * Checks a name for a lookup.
     *
     * @throws IllegalArgumentException if the name is blank or contains control characters
     */
    static void checkForLookup(String name) {
        if (RequestRules.checkName(name).stream().map(Violation::code).anyMatch(INVALID_IN_LOOKUP::contains)) {
            throw new IllegalArgumentException(
                    "The name of a connection must not be blank or contain control characters.");
        }
    }

    /**
     * Checks a name that is written.
     *
     * @param subject the connection that receives the name, for the message
     * @throws InvalidPatchException if the API rejects the name or cannot find it
     */
    static void checkForWrite(String subject, String name) {
        List<Violation> errors = RequestRules.checkName(name).stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidPatchException(subject, errors);
        }
    }
}
