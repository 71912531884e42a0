package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.compare.CredentialLookup;
import io.github.qlikconnections.internal.compare.DesiredConnection;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was validated against the tenant.
 *
 * @param original the draft of the caller
 * @param report the result of the validation
 * @param space the space by its id, or the personal space; unchanged if its name is unknown
 * @param spec the specification of the data source, null if the tenant has none
 */
record ResolvedDraft(
        ConnectionDraft original,
        ValidationReport report,
        SpaceRef space,
        @Nullable ConnectionSpec spec) {

    /** Returns the draft with the values in the declared types, as it is sent. */
    ConnectionDraft draft() {
        return report.draft();
    }

    /** Returns the id of the space, or null for the personal space. */
    @Nullable String spaceId() {
        return space.id().orElse(null);
    }

    /** Returns the messages of all violations that are not errors. */
    List<String> warnings() {
        return report.violations().stream()
                .filter(violation -> violation.severity() != Severity.ERROR)
                .map(Violation::message)
                .toList();
    }

    /**
     * Returns the desired state for a comparison.
     *
     * @throws IllegalStateException if the draft is invalid because it has no specification
     */
    DesiredConnection toDesiredConnection(EnsureOptions options) {
        return new DesiredConnection(draft(), requireSpec(), secretProperties(), options, CredentialLookup.NONE);
    }

    /**
     * Returns the names of the properties that may contain secrets.
     *
     * @throws IllegalStateException if the draft is invalid because it has no specification
     */
    Set<String> secretProperties() {
        Set<String> names = new LinkedHashSet<>(requireSpec().secretProperties(original));
        names.addAll(requireSpec().secretProperties(draft()));
        return names;
    }

    /**
     * Returns the names of the properties that may contain secrets. An unusable specification alone does not make a property secret.
     *
     * @throws IllegalStateException if the draft is invalid because it has no specification
     */
    Set<String> presumedSecretProperties() {
        Set<String> names = new LinkedHashSet<>(requireSpec().presumedSecretProperties(original));
        names.addAll(requireSpec().presumedSecretProperties(draft()));
        return names;
    }

    private ConnectionSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("A valid draft has a specification");
        }
        return spec;
    }
}
