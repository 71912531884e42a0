package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Formats hints about policies under which violations are not errors. */
final class RelaxationHints {

    private static final Set<ViolationCode> LENIENT = Set.of(ViolationCode.UNKNOWN_PROPERTY, ViolationCode.NOT_ALLOWED);

    private RelaxationHints() {}

    /**
     * Formats the policies that allow all given violations.
     *
     * @param violations violations of properties that a policy can allow
     * @return a sentence
     */
    static String format(Collection<Violation> violations) {
        Set<String> names = new LinkedHashSet<>();
        boolean lenient = true;
        for (Violation violation : violations) {
            violation.property().ifPresent(names::add);
            lenient &= LENIENT.contains(violation.code());
        }
        StringBuilder policy = new StringBuilder("ValidationPolicy.strict()");
        for (String name : names) {
            policy.append(".allow(").append(MessageFormatter.quote(name)).append(')');
        }
        return (names.size() == 1 ? "To allow it: " : "To allow them: ")
                + (lenient ? "ValidationPolicy.lenient() or " : "")
                + policy
                + ".";
    }
}
