package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.repository.GeneratedFile;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Counts the requests of each workflow and generates the table of {@code docs/reference/operations.md}, so that an increase is
 * noticed.
 */
class RequestCountTest extends FakeTenantFixture {

    private final StringBuilder table = new StringBuilder("| workflow | read | write |\n|---|---|---|\n");
    private String finance = "";

    /** Opens a client that is not slowed down by the documented rate limit. The counts do not depend on the limit. */
    @BeforeEach
    void addSpace() {
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
    }

    @Test
    void everyWorkflowSendsTheDocumentedNumberOfRequests() {
        countSpecifications();
        countCreation();
        countEnsure();
        countChanges();
        countReadsAndBulkActions();
        countOtherServices();

        TestMetrics.record("requests-per-workflow", table.toString());
        GeneratedFile.assertTableIsCurrent(
                "docs/reference/operations.md", "## Requests of a workflow", table.toString());
    }

    @Test
    void concurrentThreadsFetchASpecificationOnce() throws Exception {
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> fetches = IntStream.range(0, threads)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        start.await();
                        return qlik.dataSources().spec(S3);
                    })
                    .toList();
            List<Future<Object>> results = executor.invokeAll(fetches);
            for (Future<Object> result : results) {
                assertThat(result.get()).isNotNull().isSameAs(results.get(0).get());
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(tenant.requests())
                .extracting(ReceivedRequest::path)
                .containsExactly("/api/v1/data-sources/" + S3 + "/api-specs");
    }

    private void countSpecifications() {
        count("`validate`, nothing cached", () -> connections().validate(s3("A").build()));
        count("`validate`", () -> connections().validate(s3("A").build()));
        try (QlikClient fresh = client(tenant.apiKey())) {
            count("`create`, nothing cached", () -> fresh.dataConnections().create(s3("A").build()));
        }
    }

    private void countCreation() {
        qlik.dataSources().spec("DG_mssql");
        count("`create`", () -> connections().create(s3("B").build()));
        count(
                "`create` of an invalid draft",
                () -> assertThatExceptionOfType(InvalidConnectionException.class)
                        .isThrownBy(() ->
                                connections().create(s3("C").set("regoin", "x").build())));
        count(
                "`create` in a space by its name",
                () -> connections().create(s3("C").inSpaceNamed("Finance").build()));
        count(
                "`create` through a gateway by its name",
                () -> connections()
                        .create(ConnectionDraft.builder("DG_mssql", "D")
                                .onGateway("prod-gw")
                                .set("host", "db.example.com")
                                .set("port", 1433)
                                .set("database", "sales")
                                .set("username", "reader")
                                .secret("password", Secret.of("PW-1"))
                                .build()));
        count(
                "`create` with new credentials",
                () -> connections().create(s3("E").separateCredentials("Team").build()));
        count(
                "`create` with credentials by their name",
                () -> connections()
                        .create(ConnectionDraft.builder(S3, "F")
                                .set("region", "eu-west-1")
                                .set("bucketName", "acme")
                                .useCredentialsNamed("Team")
                                .build()));
        ConnectionDraft interactive = ConnectionDraft.builder("gbq", "Warehouse")
                .set("OAuthMechanism", "1")
                .set("Catalog", "acme-data")
                .build();
        qlik.dataSources().spec("gbq");
        OAuthChallenge challenge = connections().beginOAuth(interactive);
        count("`beginOAuth`", () -> connections().beginOAuth(interactive));
        count("`completeOAuth`", () -> connections().completeOAuth(challenge, Secret.of("code")));
    }

    private void countEnsure() {
        ConnectionDraft draft = s3("Ensured").build();
        ConnectionDraft other = s3("Ensured").set("region", "eu-north-1").build();
        count("`plan` of what is not there", () -> connections().plan(draft));
        ConnectionPlan creation = connections().plan(draft);
        count("`apply` of a creation", () -> connections().apply(creation));
        count("`plan` of what is there", () -> connections().plan(other));
        ConnectionPlan update = connections().plan(other);
        count("`apply` of an update", () -> connections().apply(update));
        count(
                "`ensure` of what is not there",
                () -> connections().ensure(s3("New").build()));
        count("`ensure` of what is there", () -> connections().ensure(other));
        count("`ensure` of what differs", () -> connections().ensure(draft));
        List<ConnectionDraft> drafts = IntStream.range(0, 50)
                .mapToObj(number -> s3("Of many " + number).build())
                .toList();
        count("`ensureAll` of 50, none there", () -> connections().ensureAll(drafts));
        count("`ensureAll` of 50, all there", () -> connections().ensureAll(drafts));
    }

    private void countChanges() {
        String id = connections().create(s3("Changed").build()).id();
        count(
                "`update`",
                () -> connections()
                        .update(id, ConnectionPatch.builder().rename("Renamed").build()));
        count("`rotateCredentials` of one", () -> connections().rotateCredentials(id, newSecrets()));
        count(
                "`rotateCredentials` of 10",
                () -> connections()
                        .rotateCredentials(
                                ConnectionQuery.builder()
                                        .in(SpaceRef.ofId(addSpaceWithTenConnections()))
                                        .build(),
                                connection -> newSecrets(),
                                RotationOptions.defaults()));
        DataConnection current = connections().get(id);
        ConnectionReplacement replacement = ConnectionReplacement.builder(
                        current, "Some.exe", "CUSTOM CONNECT TO \"provider=Some.exe;host=a;\"")
                .build();
        count("`replace`", () -> connections().replace(id, replacement));
        count("`duplicate`", () -> connections().duplicate(id, DuplicateOptions.defaults()));
    }

    private void countReadsAndBulkActions() {
        List<String> ids = tenant.connections().stream()
                .filter(connection -> connection.name().startsWith("Of many"))
                .map(StoredConnection::id)
                .toList();
        count("`get`", () -> connections().get(ids.get(0)));
        count("`getWithProperties`", () -> connections().getWithProperties(ids.get(0)));
        count("`findByName`", () -> connections().findByName("A", SpaceRef.personal()));
        ConnectionQuery query =
                ConnectionQuery.builder().in(SpaceRef.ofName("Finance")).build();
        count(
                "`list` of one page, in a space by its name",
                () -> connections().list(query).forEach(connection -> {}));
        count("`move` of 50", () -> connections().move(ids, SpaceRef.ofId(finance)));
        count("`changeOwner` of 50", () -> connections().changeOwner(ids, tenant.userId()));
        count("`delete`", () -> connections().delete(ids.get(0)));
        List<String> others = ids.subList(1, ids.size());
        count("`deleteAll` of 49", () -> connections().deleteAll(others));
        DeletionPreview preview = connections().previewDeletion(query);
        count("`previewDeletion` of one page", () -> connections().previewDeletion(query));
        count("`deleteAll` of a preview", () -> connections().deleteAll(preview));
    }

    private void countOtherServices() {
        count("`dataSources().list`", () -> qlik.dataSources().list());
        try (QlikClient fresh = client(tenant.apiKey())) {
            int sources = fresh.dataSources().list().size();
            count(
                    "`dataSources().specs` of " + sources + " sources, nothing cached",
                    () -> fresh.dataSources().specs());
        }
        count("`dataSources().gateways`", () -> qlik.dataSources().gateways("DG_mssql"));
        count("`dataSources().disable`", () -> qlik.dataSources().disable("rest"));
        count("`dataSources().enable`", () -> qlik.dataSources().enable("rest"));
        String credentialsId =
                qlik.dataCredentials().findByName("Team").orElseThrow().id();
        count("`dataCredentials().findByName`", () -> qlik.dataCredentials().findByName("Team"));
        count("`dataCredentials().rename`", () -> qlik.dataCredentials().rename(credentialsId, "Other"));
        count("`dataCredentials().orphans`", () -> qlik.dataCredentials().orphans());
        count("`dataCredentials().delete`", () -> qlik.dataCredentials().delete(credentialsId));
        count("`spaces().findByName`", () -> qlik.spaces().findByName("Finance"));
        count("`users().me`", () -> qlik.users().me());
    }

    private DataConnections connections() {
        return qlik.dataConnections();
    }

    private static Map<String, Secret> newSecrets() {
        return Map.of("accessKey", Secret.of("AK-2"), "secretKey", Secret.of("SK-2"));
    }

    /** Creates a space that contains ten connections. */
    private String addSpaceWithTenConnections() {
        String space = tenant.addSpace("Ten", SpaceType.SHARED);
        for (int i = 0; i < 10; i++) {
            tenant.addConnection(
                    S3,
                    "Ten " + i,
                    space,
                    Map.of("region", "eu-west-1", "bucketName", "acme", "accessKey", "AK", "secretKey", "SK"));
        }
        return space;
    }

    /** Adds a row with the requests that the action sends. In the API of the tenant all reads are {@code GET}. */
    private void count(String workflow, Runnable action) {
        tenant.clearRequests();
        action.run();
        List<ReceivedRequest> sent = tenant.requests();
        long reads =
                sent.stream().filter(request -> request.method().equals("GET")).count();
        table.append("| %s | %d | %d |\n".formatted(workflow, reads, sent.size() - reads));
    }
}
