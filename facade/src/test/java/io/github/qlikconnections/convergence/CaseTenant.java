package io.github.qlikconnections.convergence;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant for consecutive cases and two clients of it that share no state. Not thread-safe. */
final class CaseTenant implements AutoCloseable {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    private final FakeTenant tenant = FakeTenant.start();
    final String spaceId = tenant.addSpace("Lab", SpaceType.SHARED);

    /** The client that ensures a draft first. */
    final QlikClient client = connect();

    /** A client that has not written the connection of the case. */
    final QlikClient newClient = connect();

    private QlikClient connect() {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .rateLimits(RateLimits.perMinute(600_000, 600_000))
                .backoffBaseDelay(Duration.ofMillis(1)));
    }

    @Override
    public void close() {
        client.close();
        newClient.close();
        tenant.close();
    }

    void add(GeneratedSource source) {
        tenant.addDataSource(source.source());
    }

    String addCredential(GeneratedSource source, String name) {
        return tenant.addCredential(source.id(), name, Map.of("password", PropertyKind.SECRET + name));
    }

    /** Prepares the state of the tenant before the case, including how it stores and returns values. */
    void prepare(GeneratedCase given) {
        if (given.formsBefore()) {
            normalize(given);
        }
        String space = given.draft().space().id().orElse(null);
        String name = given.draft().name();
        given.before()
                .ifPresent(properties -> tenant.addConnection(given.source().id(), name, space, properties));
        given.statementBefore()
                .map(draft -> draft.toBuilder().in(given.draft().space()).build())
                .ifPresent(newClient.dataConnections()::create);
        if (!given.tagsBefore().isEmpty()) {
            stored(name)
                    .ifPresent(before -> newClient
                            .dataConnections()
                            .update(
                                    before.id(),
                                    ConnectionPatch.builder()
                                            .tags(given.tagsBefore().toArray(String[]::new))
                                            .build()));
        }
        normalize(given);
        // Applies to all requests. Stubbed responses are not validated against the OpenAPI documents, which would take
        // most of the time.
        tenant.stubAll(
                request -> true,
                request -> readsConnections(request) ? responseTo(given, request) : StubResponse.passThrough());
        tenant.clearRequests();
    }

    private void normalize(GeneratedCase given) {
        given.forms().forEach((property, form) -> tenant.normalize(property, form.normalization));
    }

    private static boolean readsConnections(ReceivedRequest request) {
        return request.method().equals("GET") && request.path().startsWith(CONNECTIONS);
    }

    private static StubResponse responseTo(GeneratedCase given, ReceivedRequest request) {
        StubResponse response = StubResponse.passThrough();
        if (given.hidesTags()) {
            response = response.without("tags");
        }
        if (given.hidesProperties()) {
            response = response.without("connectionProperties");
        }
        if (given.readOnly()) {
            response = response.with("privileges", List.of("read"));
        }
        // Lists are not changed, because their entries are found by name only.
        return given.statementShown().isPresent() && !request.path().equals(CONNECTIONS)
                ? response.with("qConnectStatement", given.statementShown().get())
                : response;
    }

    /** Resets the tenant, so that it stores and returns values as sent. */
    void restore() {
        tenant.clearStubs();
        tenant.clearNormalizations();
    }

    /** Returns the write requests since the last call. */
    List<ReceivedRequest> takeWrites() {
        List<ReceivedRequest> writes = new ArrayList<>(tenant.requests());
        writes.removeIf(request -> request.method().equals("GET"));
        tenant.clearRequests();
        return writes;
    }

    Optional<StoredConnection> stored(String name) {
        return tenant.connections().stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst();
    }
}
