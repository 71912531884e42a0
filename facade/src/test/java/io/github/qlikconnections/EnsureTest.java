package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.model.TagPolicy;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsureTest extends FakeTenantFixture {

    @Test
    void missingConnectionIsCreatedAndASecondCallSendsNoWrite() {
        EnsureResult first = qlik.dataConnections().ensure(s3("Lake").build());
        EnsureResult second = qlik.dataConnections().ensure(s3("Lake").build());
        assertThat(first.outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(second.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(second.connection().id()).isEqualTo(first.connection().id());
        assertThat(writes()).hasSize(1);
    }

    @Test
    void onlyDifferencesAreSentInOneRequest() {
        qlik.dataConnections().ensure(s3("Lake").build());
        EnsureResult updated = qlik.dataConnections()
                .ensure(s3("Lake")
                        .set("region", "eu-north-1")
                        .set("storeSseHeader", "AES256")
                        .build());
        assertThat(updated.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(updated.changes())
                .containsExactly(
                        PlannedChange.builder("/connectionProperties/region", ComparisonStatus.DIFFERENT)
                                .before("eu-west-1")
                                .after("eu-north-1")
                                .build(),
                        PlannedChange.builder("/connectionProperties/storeSseHeader", ComparisonStatus.MISSING)
                                .after("AES256")
                                .build());
        assertThat(updated.connection().properties())
                .containsEntry("region", "eu-north-1")
                .containsEntry("storeSseHeader", "AES256")
                .containsEntry("bucketName", "acme");
        assertThat(writes()).hasSize(2);
        assertThat(writes().get(1).body()).doesNotContain("SK-1", "AK-1", "bucketName");
        assertThat(qlik.dataConnections()
                        .ensure(s3("Lake")
                                .set("region", "eu-north-1")
                                .set("storeSseHeader", "AES256")
                                .build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void defaultEqualsAnAbsentValue() {
        qlik.dataConnections()
                .ensure(ConnectionDraft.builder(S3, "Lake")
                        .set("bucketName", "acme")
                        .build());
        EnsureResult again = qlik.dataConnections()
                .ensure(ConnectionDraft.builder(S3, "Lake")
                        .set("bucketName", "acme")
                        .set("region", "us-east-1")
                        .set("separateCredentials", false)
                        .build());
        assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void defaultOfTheBranchThatTheDraftSelectsEqualsAnAbsentValue() {
        tenant.addDataSource(
                FakeDataSource.builder("modes").connectionProperties("""
                {"type": "object", "properties": {"mode": {"type": "string"}, "port": {"type": "integer"}},
                 "oneOf": [
                   {"properties": {"mode": {"const": "tls"}, "port": {"default": 443}}, "required": ["mode"]},
                   {"properties": {"mode": {"const": "plain"}, "port": {"default": 80}}, "required": ["mode"]}]}\
                """).build());
        tenant.addConnection("modes", "One", null, Map.of("mode", "tls"));
        ConnectionDraft.Builder draft = ConnectionDraft.builder("modes", "One").set("mode", "tls");

        EnsureResult defaultOfTheMode =
                qlik.dataConnections().ensure(draft.set("port", 443).build());
        EnsureResult defaultOfTheOtherMode =
                qlik.dataConnections().ensure(draft.set("port", 80).build());

        assertThat(defaultOfTheMode.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(defaultOfTheOtherMode.outcome()).isEqualTo(EnsureOutcome.UPDATED);
    }

    @Test
    void equivalentSpellingsAreEqual() {
        qlik.dataConnections().ensure(mssql("Db").set("port", "1433").build());
        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db").set("port", 1433).build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void hostChangeSendsTheSecrets() {
        qlik.dataConnections().ensure(mssql("Db").build());
        EnsureResult moved = qlik.dataConnections()
                .ensure(mssql("Db").set("host", "db2.example.com").build());
        assertThat(moved.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(moved.changes())
                .extracting(PlannedChange::path)
                .containsExactly(
                        "/connectionProperties/host",
                        "/connectionProperties/username",
                        "/connectionProperties/password");
        assertThat(moved.toString()).doesNotContain("PW-1");
        assertThat(writes()).hasSize(2);
        assertThat(writes().get(1).body()).contains("PW-1", "reader");
    }

    @Test
    void secretsAreSentIfTheOptionIsSet() {
        qlik.dataConnections().ensure(mssql("Db").build());
        ConnectionDraft rotated =
                mssql("Db").secret("password", Secret.of("PW-2")).build();
        assertThat(qlik.dataConnections().ensure(rotated).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(qlik.dataConnections()
                        .ensure(
                                rotated,
                                EnsureOptions.builder()
                                        .secrets(SecretUpdate.ALWAYS)
                                        .build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(tenant.connections().get(0).secrets()).containsEntry("password", "PW-2");
    }

    @Test
    void tagChangeKeepsTheAutomaticTag() {
        qlik.dataConnections().ensure(s3("Lake").tags("one").build());
        EnsureResult tagged = qlik.dataConnections()
                .ensure(
                        s3("Lake").tags("two").build(),
                        EnsureOptions.builder().tags(TagPolicy.EXACT).build());
        assertThat(tagged.connection().tags())
                .contains("two")
                .doesNotContain("one")
                .anyMatch(tag -> tag.startsWith("DcaasAPI:"));
    }

    @Test
    void nameOfAConnectionOfAnotherSourceIsRejected() {
        String id = qlik.dataConnections().create(mssql("Shared name").build()).id();
        assertThatThrownBy(() -> qlik.dataConnections().ensure(s3("Shared name").build()))
                .isInstanceOf(NameConflictException.class)
                .hasMessageContaining("mssql")
                .hasMessageContaining(S3)
                .hasMessageContaining(id);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void nameOfSeveralConnectionsIsRejected() {
        tenant.stubNext(
                "GET",
                "/api/v1/data-connections",
                StubResponse.json(
                        200,
                        "{\"data\":[{\"qID\":\"id-1\",\"qName\":\"Lake\"},{\"qID\":\"id-2\",\"qName\":\"Lake\"}]}"));
        assertThatThrownBy(() -> qlik.dataConnections().ensure(s3("Lake").build()))
                .isInstanceOf(NameConflictException.class)
                .hasMessageContaining("id-1, id-2");
        assertThat(writes()).isEmpty();
    }

    @Test
    void onlyTheSpaceOfTheDraftIsSearched() {
        tenant.addSpace("Lab", SpaceType.SHARED);
        qlik.dataConnections().ensure(s3("Lake").build());
        EnsureResult inSpace =
                qlik.dataConnections().ensure(s3("Lake").inSpaceNamed("Lab").build());
        assertThat(inSpace.outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(tenant.connections()).hasSize(2);
    }

    @Test
    void nameThatNeedsEscapingIsFound() {
        String name = "a \"b\" \\c /d %2B+ é";
        qlik.dataConnections().ensure(s3(name).build());
        assertThat(qlik.dataConnections().ensure(s3(name).build()).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void concurrentCallsCreateOneConnection() throws Exception {
        int callers = 8;
        CyclicBarrier start = new CyclicBarrier(callers);
        ExecutorService executor = Executors.newFixedThreadPool(callers);
        try {
            Callable<EnsureResult> ensure = () -> {
                start.await();
                return qlik.dataConnections().ensure(s3("Lake").build());
            };
            List<Future<EnsureResult>> results = IntStream.range(0, callers)
                    .mapToObj(i -> executor.submit(ensure))
                    .toList();
            int created = 0;
            for (Future<EnsureResult> result : results) {
                created += result.get().outcome() == EnsureOutcome.CREATED ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            executor.shutdownNow();
        }
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void eachOfTwoHundredDraftsIsWrittenOnce() {
        List<ConnectionDraft> drafts =
                IntStream.range(0, 200).mapToObj(i -> s3("Lake " + i).build()).toList();
        drafts.forEach(qlik.dataConnections()::ensure);
        assertThat(writes()).hasSize(200);
        drafts.forEach(qlik.dataConnections()::ensure);
        assertThat(writes()).hasSize(200);
    }

    @Test
    void defaultIsNotVerifiedIfTheTenantReturnsNoProperties() {
        tenant.addDataSource(
                FakeDataSource.builder("regional").connectionProperties("""
                    {"type": "object", "properties": {"region": {"type": "string", "default": "us"}}}\
                    """).build());
        tenant.addConnection("regional", "One", null, Map.of("region", "eu"));
        tenant.stubAll(
                request -> request.method().equals("GET") && request.path().matches(".*/data-connections/.+"),
                request -> StubResponse.passThrough().without("connectionProperties"));

        EnsureResult result = qlik.dataConnections()
                .ensure(ConnectionDraft.builder("regional", "One")
                        .set("region", "us")
                        .build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNVERIFIED);
        assertThat(writes()).isEmpty();
    }
}
