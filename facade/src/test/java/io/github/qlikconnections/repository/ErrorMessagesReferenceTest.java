package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.StalePlanException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates the examples of {@code docs/guides/errors.md} from exceptions that calls throw. */
class ErrorMessagesReferenceTest {

    private static final String CONNECTIONS = "/api/v1/data-connections";
    private static final String MISSING = "7b1f0a52-0000-4000-8000-000000000000";

    @TempDir
    Path folder;

    private final FakeTenant tenant = FakeTenant.start();
    private final QlikClient qlik = client(tenant.apiKey());
    private final DataConnections connections = qlik.dataConnections();
    private final StringBuilder table = new StringBuilder("| exception | message |\n|---|---|\n");

    @AfterEach
    void close() {
        qlik.close();
        tenant.close();
    }

    @Test
    void everyExceptionHasTheMessageOfARealCall() throws IOException {
        addRejectedDrafts();
        String id = connections.create(draft("Orders").build()).id();
        addRejectedChanges(id);
        addResponsesOfTheTenant(id);
        addUnusableResponses();
        addRuns(id);

        GeneratedFile.assertTableIsCurrent("docs/guides/errors.md", table.toString());
    }

    private void addRejectedDrafts() {
        add(
                InvalidConnectionException.class,
                () -> connections.create(draft("Orders")
                        .set("hots", "db.example.com")
                        .set("port", "many")
                        .build()));
        add(MalformedDraftException.class, () -> ConnectionDraft.fromJson("{\"qName\": \"Orders\""));
        add(UnknownNameException.class, () -> connections.move(List.of(MISSING), SpaceRef.ofName("Finanse")));
    }

    private void addRejectedChanges(String id) {
        ConnectionDraft orders = draft("Orders").build();
        add(
                InvalidPatchException.class,
                () -> connections.update(
                        id,
                        ConnectionPatch.builder().set("host", "db2.example.com").build()));
        add(NotFoundException.class, () -> connections.get(MISSING));
        add(ConflictException.class, () -> connections.create(orders));
        ConnectionDraft other = ConnectionDraft.builder("rest", "Orders")
                .set("url", "https://api.example.com/orders")
                .build();
        add(NameConflictException.class, () -> connections.ensure(other));
        ConnectionPlan plan = connections.plan(draft("Orders").set("port", 1434).build());
        connections.update(id, ConnectionPatch.builder().tags("team:sales").build());
        add(StalePlanException.class, () -> connections.apply(plan));
    }

    private void addResponsesOfTheTenant(String id) {
        try (QlikClient stranger = client("revoked-key")) {
            add(AuthenticationException.class, () -> stranger.users().me());
        }
        tenant.stubNext(StubResponse.error(403, "DC-403", "Forbidden", "The space is read-only for the caller."));
        add(PermissionDeniedException.class, () -> connections.delete(id));
        tenant.stubNext(StubResponse.status(413));
        add(QlikApiException.class, () -> connections.delete(id));
        tenant.stubNext(StubResponse.status(429).header("Retry-After", "120"));
        try (QlikClient limited = client(tenant.apiKey())) {
            add(RateLimitedException.class, () -> limited.dataConnections().get(id));
        }
    }

    private void addUnusableResponses() {
        ConnectionDraft invoices = draft("Invoices").build();
        tenant.stubNext("POST", CONNECTIONS, StubResponse.status(502));
        add(ServerException.class, () -> connections.create(invoices));
        tenant.stubNext("POST", CONNECTIONS, StubResponse.dropBeforeHandling());
        add(TransportException.class, () -> connections.create(invoices));
        tenant.stubNext("POST", CONNECTIONS, StubResponse.html(200));
        add(UnexpectedResponseException.class, () -> connections.create(invoices));
        tenant.stubNext(StubResponse.passThrough()
                .withError(500, "DC-0042", "Some are missing", "The service of a data source is not available."));
        add(IncompleteListException.class, () -> connections.previewDeletion(ConnectionQuery.all()));
    }

    private void addRuns(String id) throws IOException {
        List<ConnectionDraft> drafts = List.of(
                draft("Returns").build(), draft("Offers").set("port", "many").build());
        add(EnsureFailureException.class, () -> connections.ensureAll(drafts));
        add(BulkFailureException.class, () -> connections.deleteAll(List.of(id, MISSING)));
        Path journal = Files.writeString(folder.resolve("run.journal"), "not a journal\n");
        EnsureOptions options = EnsureOptions.builder().journal(journal).build();
        add(JournalException.class, () -> connections.ensureAll(drafts, options));
    }

    /** Adds the message of an exception, without its random and long parts. */
    private void add(Class<? extends QlikException> type, ThrowingCallable call) {
        QlikException exception = catchThrowableOfType(type, call);
        assertThat(exception).as(type.getSimpleName()).isExactlyInstanceOf(type);
        String message = exception
                .getMessage()
                .lines()
                .limit(2)
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replace(folder.toString(), "runs")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "7b1f…")
                .replaceAll("trace [0-9a-f]+", "trace 9e9b…")
                .replaceAll(" {2,}", " ");
        table.append("| `%s` | %s |\n".formatted(type.getSimpleName(), message));
    }

    private static ConnectionDraft.Builder draft(String name) {
        return ConnectionDraft.builder("mssql", name)
                .set("host", "db.example.com")
                .set("port", 1433)
                .set("database", "orders")
                .set("username", "reader")
                .secret("password", Secret.of("example-password"));
    }

    /** Returns a client whose bulk runs do not wait for the documented rate limit. */
    private QlikClient client(String key) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(key)))
                .rateLimits(RateLimits.perMinute(60_000, 60_000)));
    }
}
