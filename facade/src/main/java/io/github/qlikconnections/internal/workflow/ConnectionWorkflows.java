package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.error.InvalidConnectionException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.validation.NearestNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates connections and looks after them. Thread-safe. */
final class ConnectionWorkflows implements DataConnections {

    private static final int NEAREST = 3;

    private final DataConnectionsGateway gateway;
    private final SourceDirectory sources;
    private final SpaceDirectory spaces;
    private final ValidationPolicy policy;
    private final Supplier<Deadline> deadlines;

    ConnectionWorkflows(
            DataConnectionsGateway gateway,
            SourceDirectory sources,
            SpaceDirectory spaces,
            ValidationPolicy policy,
            Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.sources = sources;
        this.spaces = spaces;
        this.policy = policy;
        this.deadlines = deadlines;
    }

    @Override
    public ValidationReport validate(ConnectionDraft draft) {
        return examine(deadlines.get(), draft).report();
    }

    @Override
    public DataConnection create(ConnectionDraft draft) {
        Deadline deadline = deadlines.get();
        Examined examined = examine(deadline, draft);
        if (!examined.report().mayBeCreated()) {
            throw new InvalidConnectionException(examined.report());
        }
        return gateway.create(deadline, examined.report().draft(), examined.spaceId());
    }

    @Override
    public DataConnection get(String connectionId) {
        return gateway.get(deadlines.get(), connectionId, false);
    }

    @Override
    public DataConnection getWithProperties(String connectionId) {
        return gateway.get(deadlines.get(), connectionId, true);
    }

    @Override
    public boolean delete(String connectionId) {
        try {
            gateway.delete(deadlines.get(), connectionId);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private Examined examine(Deadline deadline, ConnectionDraft draft) {
        ValidationReport report = againstSource(deadline, draft);
        Optional<String> spaceName = draft.space().name();
        if (spaceName.isEmpty()) {
            return new Examined(report, draft.space().id().orElse(null));
        }
        Optional<Space> space = spaces.findByName(deadline, spaceName.get());
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

    private static String nearest(List<String> names, String otherwise) {
        return names.isEmpty() ? otherwise : "did you mean " + String.join(" or ", names) + "?";
    }

    /** A report, and the id that the space of the draft turned out to have; null for the personal space. */
    private record Examined(
            ValidationReport report, @Nullable String spaceId) {}
}
