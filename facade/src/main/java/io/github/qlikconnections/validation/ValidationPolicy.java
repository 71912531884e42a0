package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How strictly a draft is looked at: which violations stop it and which are only mentioned.
 *
 * <p>Immutable and safe for use by several threads; every method returns a new policy.
 */
public final class ValidationPolicy {

    private static final ValidationPolicy STRICT =
            new ValidationPolicy(new EnumMap<>(ViolationCode.class), Collections.emptySet());
    private static final ValidationPolicy LENIENT = STRICT.with(ViolationCode.UNKNOWN_PROPERTY, Severity.WARNING)
            .with(ViolationCode.NOT_ALLOWED, Severity.WARNING);

    private final Map<ViolationCode, Severity> severities;
    private final Set<String> allow;

    private ValidationPolicy(Map<ViolationCode, Severity> severities, Set<String> allow) {
        this.severities = severities;
        this.allow = allow;
    }

    /**
     * The default: every code has its own severity.
     *
     * @return the policy
     */
    public static ValidationPolicy strict() {
        return STRICT;
    }

    /**
     * Takes unknown properties and values that are not listed as warnings, for a source whose specification lags behind.
     *
     * @return the policy
     */
    public static ValidationPolicy lenient() {
        return LENIENT;
    }

    /**
     * Raises or lowers one code.
     *
     * @param code the code
     * @param severity the severity that its violations get
     * @return a new policy
     */
    public ValidationPolicy with(ViolationCode code, Severity severity) {
        Map<ViolationCode, Severity> changed = new EnumMap<>(ViolationCode.class);
        changed.putAll(severities);
        changed.put(Arguments.given(code, "code"), Arguments.given(severity, "severity"));
        return new ValidationPolicy(changed, allow);
    }

    /**
     * Returns a policy that allows one property: its errors become warnings, regardless of their code.
     *
     * @param property the name of the connection property
     * @return a new policy
     */
    public ValidationPolicy allow(String property) {
        Set<String> changed = new TreeSet<>(allow);
        changed.add(Arguments.given(property, "property"));
        return new ValidationPolicy(severities, changed);
    }

    /**
     * Refuses a draft whose specification cannot be used, which is otherwise created with a warning.
     *
     * @return a new policy
     */
    public ValidationPolicy refuseUnchecked() {
        return with(ViolationCode.SPEC_UNUSABLE, Severity.ERROR);
    }

    /**
     * The severity that a violation gets.
     *
     * @param violation the violation
     * @return the severity under this policy
     */
    public Severity severityOf(Violation violation) {
        Arguments.given(violation, "violation");
        Severity severity =
                severities.getOrDefault(violation.code(), violation.code().defaultSeverity());
        boolean through = violation.property().map(allow::contains).orElse(false);
        return severity == Severity.ERROR && through ? Severity.WARNING : severity;
    }

    /**
     * Shows what differs from the strict policy.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "ValidationPolicy[" + severities + ", letting through " + allow + "]";
    }
}
