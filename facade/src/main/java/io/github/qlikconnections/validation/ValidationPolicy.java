package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Defines the severity of each violation. Errors prevent the creation of a connection.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class ValidationPolicy {

    private static final ValidationPolicy STRICT =
            new ValidationPolicy(new EnumMap<>(ViolationCode.class), Collections.emptySet());
    private static final ValidationPolicy LENIENT = STRICT.with(ViolationCode.UNKNOWN_PROPERTY, Severity.WARNING)
            .with(ViolationCode.NOT_ALLOWED, Severity.WARNING);

    private final Map<ViolationCode, Severity> severities;
    private final Set<String> allowedProperties;

    private ValidationPolicy(Map<ViolationCode, Severity> severities, Set<String> allowedProperties) {
        this.severities = severities;
        this.allowedProperties = allowedProperties;
    }

    /**
     * Returns the default policy. Each violation has the default severity of its code.
     *
     * @return the policy
     */
    public static ValidationPolicy strict() {
        return STRICT;
    }

    /**
     * Returns a policy that treats unknown properties and unlisted values as warnings. Intended for data sources with
     * an outdated specification.
     *
     * @return the policy
     */
    public static ValidationPolicy lenient() {
        return LENIENT;
    }

    /**
     * Returns a copy with another severity for one code.
     *
     * @param code the code
     * @param severity the severity of its violations
     * @return the copy
     */
    public ValidationPolicy with(ViolationCode code, Severity severity) {
        Map<ViolationCode, Severity> changed = new EnumMap<>(ViolationCode.class);
        changed.putAll(severities);
        changed.put(Arguments.require(code, "code"), Arguments.require(severity, "severity"));
        return new ValidationPolicy(changed, allowedProperties);
    }

    /**
     * Returns a copy that allows one property. Errors of this property become warnings, regardless of their code.
     *
     * @param property the name of the connection property
     * @return the copy
     */
    public ValidationPolicy allow(String property) {
        Set<String> changed = new TreeSet<>(allowedProperties);
        changed.add(Arguments.require(property, "property"));
        return new ValidationPolicy(severities, changed);
    }

    /**
     * Returns a copy that rejects drafts whose specification cannot be used. By default, they only cause a warning.
     *
     * @return the copy
     */
    public ValidationPolicy rejectUnchecked() {
        return with(ViolationCode.SPEC_UNUSABLE, Severity.ERROR);
    }

    /**
     * Returns the severity of a violation under this policy.
     *
     * @param violation the violation
     * @return the severity
     */
    public Severity severityOf(Violation violation) {
        Arguments.require(violation, "violation");
        Severity severity =
                severities.getOrDefault(violation.code(), violation.code().defaultSeverity());
        boolean isAllowed =
                violation.property().map(allowedProperties::contains).orElse(false);
        return severity == Severity.ERROR && isAllowed ? Severity.WARNING : severity;
    }

    /**
     * Returns the differences from the strict policy.
     *
     * @return a single line
     */
    @Override
    public String toString() {
        return "ValidationPolicy[" + severities + ", allowed properties " + allowedProperties + "]";
    }
}
