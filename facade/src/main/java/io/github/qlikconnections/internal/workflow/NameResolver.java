package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.gateway.PathSegment;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataCredential;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Optional;

/** Resolves the names of spaces, gateways and credentials in a draft to ids. This class is thread-safe. */
final class NameResolver {

    private final DefaultSpaces spaces;
    private final NameLookup<Optional<Space>> spaceLookup;
    private final NameLookup<List<Gateway>> gatewayLookup;
    private final NameLookup<Optional<DataCredential>> credentialsLookup;

    NameResolver(DefaultDataSources sources, DefaultSpaces spaces, DefaultDataCredentials credentials) {
        this(
                spaces,
                spaces::findByName,
                (deadline, dataSourceId) -> listGateways(sources, deadline, dataSourceId),
                credentials::findByName);
    }

    private NameResolver(
            DefaultSpaces spaces,
            NameLookup<Optional<Space>> spaceLookup,
            NameLookup<List<Gateway>> gatewayLookup,
            NameLookup<Optional<DataCredential>> credentialsLookup) {
        this.spaces = spaces;
        this.spaceLookup = spaceLookup;
        this.gatewayLookup = gatewayLookup;
        this.credentialsLookup = credentialsLookup;
    }

    /** Returns a copy that looks up each name once, for runs over many drafts. */
    NameResolver withLookupCache() {
        return new NameResolver(spaces, spaceLookup.cached(), gatewayLookup.cached(), credentialsLookup.cached());
    }

    /**
     * Resolves the name of a space to its id. Returns the personal space and unknown names unchanged.
     *
     * @param violations receives a violation at its start if the name is unknown
     */
    SpaceRef resolveSpace(Deadline deadline, SpaceRef space, List<Violation> violations) {
        if (space.name().isEmpty()) {
            return space;
        }
        String name = space.name().get();
        Optional<Space> found = spaceLookup.find(deadline, name);
        if (found.isPresent()) {
            return SpaceRef.ofId(PathSegment.requireValidInResponse(found.get().id(), "space"));
        }
        violations.add(
                0,
                Violation.of(
                                ViolationCode.SPACE_NOT_FOUND,
                                WireNames.SPACE,
                                "the caller can see no space named \"" + name + "\"")
                        .withAdvice(spaces.suggestForName(deadline, name)));
        return space;
    }

    /** Finds the credentials of a name that are visible to the caller. */
    Optional<DataCredential> findCredentials(Deadline deadline, String name) {
        return credentialsLookup.find(deadline, name);
    }

    /**
     * Resolves the names of the gateway and of the credentials in a draft.
     *
     * @param violations receives a violation for each unknown name
     */
    ConnectionDraft resolve(Deadline deadline, ConnectionDraft draft, List<Violation> violations) {
        ConnectionDraft resolved = draft;
        if (draft.gatewayName().isPresent()) {
            resolved = resolveGateway(deadline, resolved, draft.gatewayName().get(), violations);
        }
        if (draft.credentialsName().isPresent()) {
            resolved = resolveCredentials(
                    deadline, resolved, draft.credentialsName().get(), violations);
        }
        return resolved;
    }

    private ConnectionDraft resolveGateway(
            Deadline deadline, ConnectionDraft draft, String name, List<Violation> violations) {
        List<Gateway> available = gatewayLookup.find(deadline, draft.dataSourceId());
        List<Gateway> matches = available.stream()
                .filter(gateway -> gateway.name().equals(name))
                .toList();
        if (matches.size() == 1) {
            return draft.toBuilder().onGatewayWithId(matches.get(0).id()).build();
        }
        violations.add(Violation.of(
                        ViolationCode.GATEWAY_NOT_FOUND,
                        WireNames.PROPERTIES + "/" + WireNames.GATEWAY_INSTANCE,
                        matches.isEmpty()
                                ? "no gateway named \"" + name + "\" reaches " + draft.dataSourceId()
                                : "more than one gateway is named \"" + name + "\"")
                .withAdvice(UnicodeNameMatcher.describeDifference(
                                name, available.stream().map(Gateway::name).toList())
                        .orElseGet(() -> describeAvailable(available))));
        return draft;
    }

    private static List<Gateway> listGateways(DefaultDataSources sources, Deadline deadline, String dataSourceId) {
        try {
            return sources.gateways(deadline, dataSourceId);
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private static String describeAvailable(List<Gateway> gateways) {
        return gateways.isEmpty()
                ? "The tenant has no gateway for this source."
                : "Available: "
                        + String.join(
                                ", ",
                                gateways.stream().map(Gateway::name).sorted().toList())
                        + ".";
    }

    private ConnectionDraft resolveCredentials(
            Deadline deadline, ConnectionDraft draft, String name, List<Violation> violations) {
        Optional<DataCredential> found = credentialsLookup.find(deadline, name);
        if (found.isPresent()) {
            return draft.toBuilder().useCredentials(found.get().id()).build();
        }
        violations.add(Violation.of(
                        ViolationCode.CREDENTIALS_NOT_FOUND,
                        WireNames.PROPERTIES + "/" + WireNames.SELECTED_CREDENTIALS,
                        "the caller has no credentials named \"" + name + "\"")
                .withAdvice("Create them with separateCredentials(\"" + name + "\") and the secrets in this draft."));
        return draft;
    }
}
