package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.InvalidConnectionException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.validation.NearestNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a draft against the tenant and creates it. Thread-safe. */
final class Creation {

    private static final int NEAREST = 3;

    private final DataConnectionsGateway gateway;
    private final SourceDirectory sources;
    private final SpaceDirectory spaces;
    private final ValidationPolicy policy;
    private final NamedParts names;
    private final Lookup<Optional<Space>> spaceByName;

    Creation(
            DataConnectionsGateway gateway,
            SourceDirectory sources,
            SpaceDirectory spaces,
            CredentialDirectory credentials,
            ValidationPolicy policy) {
        this(gateway, sources, spaces, policy, new NamedParts(sources, credentials), spaces::findByName);
    }

    private Creation(
            DataConnectionsGateway gateway,
            SourceDirectory sources,
            SpaceDirectory spaces,
            ValidationPolicy policy,
            NamedParts names,
            Lookup<Optional<Space>> spaceByName) {
        this.gateway = gateway;
        this.sources = sources;
        this.spaces = spaces;
        this.policy = policy;
        this.names = names;
        this.spaceByName = spaceByName;
    }

    /** The same for a run of many drafts, which asks once for each name that they hold. */
    Creation once() {
        return new Creation(gateway, sources, spaces, policy, names.once(), spaceByName.once());
    }

    DataConnection create(Deadline deadline, ConnectionDraft draft) {
        if (draft.isAuthUrlOnly()) {
            throw new IllegalArgumentException(
                    "This draft asks only for the address of a sign-in (authUrlOnly): use beginOAuth(draft).");
        }
        return create(deadline, accept(deadline, draft));
    }

    DataConnection create(Deadline deadline, Accepted accepted) {
        return gateway.create(deadline, accepted.draft(), accepted.spaceId());
    }

    OAuthChallenge beginOAuth(Deadline deadline, ConnectionDraft draft) {
        Accepted accepted = accept(deadline, draft);
        return gateway.begin(deadline, draft, accepted.draft(), accepted.spaceId());
    }

    /** The draft as it can be sent. */
    Accepted accept(Deadline deadline, ConnectionDraft draft) {
        Examined examined = examine(deadline, draft);
        if (!examined.report().mayBeCreated()) {
            throw new InvalidConnectionException(examined.report());
        }
        return new Accepted(examined.report().draft(), examined.spaceId());
    }

    ValidationReport validate(Deadline deadline, ConnectionDraft draft) {
        return examine(deadline, draft).report();
    }

    private Examined examine(Deadline deadline, ConnectionDraft draft) {
        NamedParts.Resolved resolved = names.resolve(deadline, draft);
        ValidationReport report = againstSource(deadline, resolved.draft()).with(resolved.violations());
        Optional<String> spaceName = draft.space().name();
        if (spaceName.isEmpty()) {
            return new Examined(report, draft.space().id().orElse(null));
        }
        Optional<Space> space = spaceByName.find(deadline, spaceName.get());
        return space.isPresent()
                ? new Examined(report, space.get().id())
                : new Examined(report.with(List.of(spaceNotFound(deadline, spaceName.get()))), null);
    }

    private ValidationReport againstSource(Deadline deadline, ConnectionDraft draft) {
        ConnectionSpec spec;
        try {
            spec = sources.spec(deadline, draft.dataSourceId());
        } catch (NotFoundException e) {
            return ValidationReport.of(draft, List.of(sourceNotFound(deadline, draft.dataSourceId())));
        }
        return spec.validate(draft, policy);
    }

    private Violation sourceNotFound(Deadline deadline, String dataSourceId) {
        SourceAbsence absence = sources.absence(deadline, dataSourceId);
        return absence.disabled()
                ? Violation.of(
                                ViolationCode.DISABLED_DATA_SOURCE,
                                "/dataSourceId",
                                "data source \"" + dataSourceId + "\" is disabled on this tenant")
                        .advising("let an administrator enable it, or choose another source")
                : Violation.of(
                                ViolationCode.UNKNOWN_DATA_SOURCE,
                                "/dataSourceId",
                                "the tenant has no data source \"" + dataSourceId + "\"")
                        .advising(nearest(absence.nearestIds(), "see dataSources().list() for the ids"));
    }

    private Violation spaceNotFound(Deadline deadline, String spaceName) {
        return Violation.of(
                        ViolationCode.SPACE_NOT_FOUND,
                        "/space",
                        "the caller can see no space named \"" + spaceName + "\"")
                .advising(nearest(
                        NearestNames.of(spaceName, spaces.names(deadline), NEAREST),
                        "see spaces().list() for the names"));
    }

    private static String nearest(List<String> nearest, String otherwise) {
        return nearest.isEmpty() ? otherwise : "did you mean " + String.join(" or ", nearest) + "?";
    }

    /**
     * A draft that may be sent.
     *
     * @param draft the draft, its values in the types that the specification declares
     * @param spaceId the id of its space, or null for the personal one
     */
    record Accepted(ConnectionDraft draft, @Nullable String spaceId) {}

    private record Examined(
            ValidationReport report, @Nullable String spaceId) {}
}
