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
 * @param original the draft as it was given
 * @param report what was found
 * @param space its space by its id, or the personal one; as it was given if there is none of its name
 * @param spec the specification of its data source, null if the tenant has none
 */
record ResolvedDraft(
        ConnectionDraft original,
        ValidationReport report,
        SpaceRef space,
        @Nullable ConnectionSpec spec) {

    /** The draft as it would be sent, its values in the types that the specification declares. */
    ConnectionDraft draft() {
        return report.draft();
    }

    /** The id of its space, or null for the personal one. */
    @Nullable String spaceId() {
        return space.id().orElse(null);
    }

    /** What validation found beside errors, as sentences for the result of a workflow. */
    List<String> warnings() {
        return report.violations().stream()
                .filter(violation -> violation.severity() != Severity.ERROR)
                .map(Violation::message)
                .toList();
    }

    /** What a connection is to be, for the comparison. To be called only for a valid draft. */
    DesiredConnection toDesiredConnection(EnsureOptions options) {
        return new DesiredConnection(draft(), requireSpec(), secretProperties(), options, CredentialLookup.NONE);
    }

    /** The names of the properties that may hold secrets. To be called only for a valid draft. */
    Set<String> secretProperties() {
        Set<String> names = new LinkedHashSet<>(requireSpec().secretProperties(original));
        names.addAll(requireSpec().secretProperties(draft()));
        return names;
    }

    private ConnectionSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("A valid draft has a specification");
        }
        return spec;
    }
}
