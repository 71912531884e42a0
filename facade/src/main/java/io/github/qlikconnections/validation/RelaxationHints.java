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
     * Formats a change of the policy that allows all given violations. It holds for every policy, not only for the strict one.
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
        StringBuilder calls = new StringBuilder();
        for (String name : names) {
            calls.append(".allow(").append(MessageFormatter.quote(name)).append(')');
        }
        return (names.size() == 1 ? "To allow it: add " : "To allow them: add ")
                + calls
                + " to the ValidationPolicy"
                + (lenient ? ", or base it on lenient()." : ".");
    }
}
