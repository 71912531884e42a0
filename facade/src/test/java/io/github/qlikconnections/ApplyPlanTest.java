package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.StalePlanException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.Normalization;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planning sends no write, and a plan is applied only to the state for which it was created. */
class ApplyPlanTest extends FakeTenantFixture {

    private static final Map<String, Object> NORTH = properties("eu-north-1");

    private static Map<String, Object> properties(String region) {
        return Map.of("region", region, "bucketName", "acme", "accessKey", "AK-0", "secretKey", "SK-0");
    }

    private ConnectionPlan plan(ConnectionDraft.Builder draft) {
        ConnectionPlan plan = qlik.dataConnections().plan(draft.build());
        assertThat(writes()).as("writes of planning").isEmpty();
        return plan;
    }

    private void assertStale(ConnectionPlan plan, String reason) {
        tenant.clearRequests();
        List<String> before = readState();

        assertThatThrownBy(() -> qlik.dataConnections().apply(plan))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("Create a new plan");

        assertThat(writes()).isEmpty();
        assertThat(readState()).isEqualTo(before);
    }

    private List<String> readState() {
        return tenant.connections().stream()
                .map(connection -> connection + " " + connection.properties() + connection.tags())
                .toList();
    }

    @Test
    void plannedCreationIsApplied() {
        ConnectionPlan plan = plan(s3("Lake"));

        EnsureResult result = qlik.dataConnections().apply(plan);

        assertThat(plan.action()).isEqualTo(PlanAction.CREATE);
        assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void plannedChangesAreApplied() {
        tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));

        EnsureResult result = qlik.dataConnections().apply(plan);

        assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
        assertThat(plan.changes()).extracting(PlannedChange::path).containsExactly("/connectionProperties/region");
        assertThat(result.changes()).isEqualTo(plan.changes());
        assertThat(writes()).hasSize(1);
        assertThat(tenant.connections().get(0).properties()).containsEntry("region", "eu-west-1");
    }

    @Test
    void planOfAnotherClientIsAppliedWithItsOptions() {
        tenant.addConnection(S3, "Lake", null, properties("eu-west-1"));
        ConnectionPlan plan = qlik.dataConnections()
                .plan(
                        s3("Lake").build(),
                        EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build());

        try (QlikClient other = client(tenant.apiKey())) {
            assertThat(other.dataConnections().apply(plan).outcome()).isEqualTo(EnsureOutcome.UPDATED);
        }

        assertThat(tenant.connections().get(0).secrets()).containsEntry("secretKey", "SK-1");
    }

    @Test
    void unchangedPlanSendsNoWrite() {
        tenant.addConnection(S3, "Lake", null, properties("eu-west-1"));
        ConnectionPlan plan = plan(s3("Lake"));

        EnsureResult result = qlik.dataConnections().apply(plan);

        assertThat(plan.action()).isEqualTo(PlanAction.UNCHANGED);
        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).isEmpty();
    }

    @Test
    void planIsAppliedOnlyOnce() {
        tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections().apply(plan);

        assertStale(plan, "changed after the plan was created");
    }

    @Test
    void planIsStaleIfAValueChanged() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections()
                .update(id, ConnectionPatch.builder().set("region", "us-west-1").build());

        assertStale(plan, id);
    }

    @Test
    void planIsStaleIfTheConnectionAlreadyHasThePlannedValue() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections()
                .update(id, ConnectionPatch.builder().set("region", "eu-west-1").build());

        assertStale(plan, id);
    }

    @Test
    void planIsStaleIfAnotherPropertyWasUpdated() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .set("storeSseHeader", "AES256")
                                .build());

        assertStale(plan, id);
    }

    @Test
    void unchangedPlanIsStaleIfTheConnectionDiffers() {
        String id = tenant.addConnection(S3, "Lake", null, properties("eu-west-1"));
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections()
                .update(id, ConnectionPatch.builder().set("bucketName", "other").build());

        assertStale(plan, id);
    }

    @Test
    void planIsStaleIfAValueChangedWithoutANewModificationTime() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        tenant.stubAll(
                request -> request.path().endsWith(id) && request.method().equals("GET"),
                request -> StubResponse.passThrough().with("updated", "2026-11-01T00:00:00.000Z"));
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections()
                .update(id, ConnectionPatch.builder().set("region", "us-west-1").build());

        assertStale(plan, id);
    }

    @Test
    void planIsStaleIfAValueOutsideThePlanChanged() {
        tenant.addDataSource(FakeDataSource.builder("REST")
                .connectionProperties("{\"properties\":{\"queryHeaders\":{\"type\":\"array\"}}}")
                .build());
        String id = tenant.addConnection("REST", "Calls", null, Map.of("queryHeaders", headers("a")));
        ConnectionPlan plan = plan(ConnectionDraft.builder("REST", "Calls").set("queryHeaders", headers("c")));
        tenant.stubAll(
                request -> request.path().endsWith(id) && request.method().equals("GET"),
                request ->
                        StubResponse.passThrough().with("connectionProperties", Map.of("queryHeaders", headers("b"))));

        assertStale(plan, id);
    }

    private static List<Map<String, Object>> headers(String value) {
        return List.of(Map.of("name", "Accept", "value", value));
    }

    @Test
    void planIsStaleIfTagsChanged() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake").tags("one"));
        qlik.dataConnections().update(id, ConnectionPatch.builder().tags("two").build());

        assertStale(plan, id);
    }

    @Test
    void planIsStaleIfTheConnectionWasDeleted() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections().delete(id);

        assertStale(plan, "of the plan no longer exists");
    }

    @Test
    void planIsStaleIfAnotherConnectionHasTheName() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        ConnectionPlan plan = plan(s3("Lake"));
        qlik.dataConnections().delete(id);
        String other = tenant.addConnection(S3, "Lake", null, NORTH);

        assertStale(plan, other);
    }

    @Test
    void plannedCreationIsStaleIfTheConnectionExists() {
        ConnectionPlan plan = plan(s3("Lake"));
        tenant.addConnection(S3, "Lake", null, properties("eu-west-1"));

        assertStale(plan, "but such a connection exists now");
    }

    @Test
    void plannedCreationIsStaleIfAConnectionOfAnotherSourceHasTheName() {
        ConnectionPlan plan = plan(s3("Lake"));
        tenant.addConnection("mssql", "Lake", null, Map.of("host", "db.example.com", "password", "PW-0"));

        assertStale(plan, "Lake");
    }

    @Test
    void planOfAnInvalidDraftIsRejected() {
        ConnectionPlan plan = plan(s3("Lake").set("bukketName", "acme"));

        assertThat(plan.action()).isEqualTo(PlanAction.BLOCKED);
        assertThat(plan.report()).isPresent();
        assertThatThrownBy(() -> qlik.dataConnections().apply(plan)).isInstanceOf(InvalidConnectionException.class);
        assertThat(writes()).isEmpty();
    }

    @Test
    void planOfAStoppedRunIsRejectedWithItsReason() {
        EnsureOptions options = EnsureOptions.builder().stopWhen(() -> true).build();
        ConnectionPlan plan = qlik.dataConnections()
                .planAll(List.of(s3("Lake").build()), options)
                .get(0);

        assertThatThrownBy(() -> qlik.dataConnections().apply(plan))
                .isExactlyInstanceOf(QlikException.class)
                .hasMessage("Cannot apply the plan of \"Lake\", nothing was sent. The run was interrupted or stopped"
                        + " before the tenant was read. Create a new plan.");
        assertThat(writes()).isEmpty();
    }

    @Test
    void planWithoutARequiredSecretIsRejected() {
        tenant.addConnection("mssql", "Db", null, Map.of("host", "old.example.com", "password", "PW-0"));
        ConnectionPlan plan = qlik.dataConnections()
                .plan(
                        mssql("Db").build(),
                        EnsureOptions.builder().secrets(SecretUpdate.NEVER).build());

        assertThat(plan.action()).isEqualTo(PlanAction.BLOCKED);
        assertThat(plan.violations()).isNotEmpty();
        assertThatThrownBy(() -> qlik.dataConnections().apply(plan)).isInstanceOf(InvalidPatchException.class);
        assertThat(writes()).isEmpty();
    }

    @Test
    void planWithoutARequiredPrivilegeIsRejected() {
        String id = tenant.addConnection(S3, "Lake", null, NORTH);
        tenant.stubAll(
                request -> request.path().endsWith(id),
                request -> StubResponse.passThrough().with("privileges", List.of("read")));
        ConnectionPlan plan = plan(s3("Lake"));

        assertThat(plan.action()).isEqualTo(PlanAction.BLOCKED);
        assertThatThrownBy(() -> qlik.dataConnections().apply(plan))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("update");
        assertThat(writes()).isEmpty();
    }

    @Test
    void planWithANameConflictIsRejected() {
        String id = tenant.addConnection("mssql", "Lake", null, Map.of("host", "db.example.com", "password", "PW-0"));
        ConnectionPlan plan = plan(s3("Lake"));

        assertThat(plan.action()).isEqualTo(PlanAction.CONFLICT);
        assertThatThrownBy(() -> qlik.dataConnections().apply(plan))
                .isInstanceOf(NameConflictException.class)
                .hasMessageContaining(id);
        assertThat(writes()).isEmpty();
    }

    @Test
    void validDraftsArePlannedBesideInvalidOnes() {
        tenant.addConnection(S3, "Same", null, properties("eu-west-1"));
        tenant.addConnection(S3, "Other", null, NORTH);
        tenant.addConnection("mssql", "Taken", null, Map.of("host", "db.example.com", "password", "PW-0"));

        List<ConnectionPlan> plans = qlik.dataConnections()
                .planAll(List.of(
                        s3("New").build(),
                        s3("Wrong").set("bukketName", "acme").build(),
                        s3("Same").build(),
                        ConnectionDraft.builder("no-such-source", "Nowhere").build(),
                        s3("Other").build(),
                        s3("Taken").build()));

        assertThat(plans)
                .extracting(ConnectionPlan::action)
                .containsExactly(
                        PlanAction.CREATE,
                        PlanAction.BLOCKED,
                        PlanAction.UNCHANGED,
                        PlanAction.BLOCKED,
                        PlanAction.UPDATE,
                        PlanAction.CONFLICT);
        assertThat(plans.get(1).report().orElseThrow().render()).contains("bukketName");
        assertThat(plans.get(3).report()).isPresent();
        assertThat(writes()).isEmpty();
        assertThat(plans.toString()).doesNotContain("SK-", "AK-", "PW-");
    }

    @Test
    void planningDraftsWithSeparatedOrVersionedSecretsSendsNoWrite() {
        String credentials = tenant.addCredential("mssql", "Reader", Map.of("password", "PW-2"));
        tenant.addConnection("mssql", "Db", null, Map.of("host", "old.example.com", "password", "PW-0"));

        List<ConnectionPlan> plans = List.of(
                plan(mssql("Db").secretsVersion("2026-11").tags("one")),
                plan(withoutSecrets().useCredentials(credentials)),
                plan(withoutSecrets().useCredentialsNamed("Reader")),
                plan(mssql("Db").separateCredentials("Writer")));

        assertThat(plans).extracting(ConnectionPlan::action).containsOnly(PlanAction.UPDATE);
        assertThat(tenant.connections().get(0).properties()).containsEntry("host", "old.example.com");
        assertThat(plans.toString()).doesNotContain("PW-");
    }

    private static ConnectionDraft.Builder withoutSecrets() {
        return mssql("Db").unset("username").unset("password");
    }

    @Test
    void planIsAppliedByAClientThatDidNotWriteTheHiddenValue() {
        tenant.addDataSource(
                FakeDataSource.builder("hiding").connectionProperties("""
                        {"type": "object", "properties": {
                          "region": {"type": "string"}, "hidden": {"type": "string"}}}""").build());
        tenant.normalize("hidden", Normalization.hidden());
        ConnectionDraft.Builder draft =
                ConnectionDraft.builder("hiding", "One").set("region", "eu").set("hidden", "x");
        qlik.dataConnections().ensure(draft.build());
        ConnectionPlan unchanged = qlik.dataConnections().plan(draft.build());

        try (QlikClient other = client(tenant.apiKey())) {
            assertThat(other.dataConnections().apply(unchanged).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
            ConnectionPlan plan =
                    qlik.dataConnections().plan(draft.set("region", "us").build());
            EnsureResult result = other.dataConnections().apply(plan);
            assertThat(result.changes()).isEqualTo(plan.changes());
            assertThat(result.warnings())
                    .containsExactly(
                            "connectionProperties are not checked for missing ones: the specification does not state"
                                    + " which are required.");
        }

        assertThat(writes()).hasSize(2);
        assertThat(writes().get(1).body()).contains("region").doesNotContain("hidden");
    }

    @Test
    void planOfAnotherClientDoesNotRepeatWritesOfThisClient() {
        tenant.addDataSource(
                FakeDataSource.builder("lowering").connectionProperties("""
                        {"type": "object", "properties": {
                          "region": {"type": "string"}, "code": {"type": "string"}}}""").build());
        tenant.normalize("code", Normalization.lowerCased());
        ConnectionDraft.Builder draft =
                ConnectionDraft.builder("lowering", "One").set("region", "eu").set("code", "ABC");
        qlik.dataConnections().ensure(draft.build());

        try (QlikClient other = client(tenant.apiKey())) {
            ConnectionPlan plan =
                    other.dataConnections().plan(draft.set("region", "us").build());
            assertThat(qlik.dataConnections().apply(plan).outcome()).isEqualTo(EnsureOutcome.UPDATED);
        }

        assertThat(writes().get(1).body()).contains("region").doesNotContain("code");
    }
}
