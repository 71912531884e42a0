package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells which policies would let violations pass. */
public final class RelaxationHints {

    private static final Set<ViolationCode> LENIENT = Set.of(ViolationCode.UNKNOWN_PROPERTY, ViolationCode.NOT_ALLOWED);

    private RelaxationHints() {}

    /**
     * Returns the policies that let all of some violations pass.
     *
     * @param violations violations of properties, each of which a policy can let pass
     * @return a sentence
     */
    public static String format(Collection<Violation> violations) {
        Set<String> names = new LinkedHashSet<>();
        boolean lenient = true;
        for (Violation violation : violations) {
            violation.property().ifPresent(names::add);
            lenient &= LENIENT.contains(violation.code());
        }
        StringBuilder policy = new StringBuilder("ValidationPolicy.strict()");
        for (String name : names) {
            policy.append(".letThrough(").append(MessageFormatter.quote(name)).append(')');
        }
        return (names.size() == 1 ? "To let it pass: " : "To let them pass: ")
                + (lenient ? "ValidationPolicy.lenient() or " : "")
                + policy
                + ".";
    }
}
