package io.github.qlikconnections.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks for one case that a repeated ensure has nothing left to write. */
final class ConvergenceCheck {

    private static final Set<ComparisonStatus> REMAINING = EnumSet.of(
            ComparisonStatus.EQUAL,
            ComparisonStatus.NOT_READABLE,
            ComparisonStatus.NOT_RETURNED,
            ComparisonStatus.STORED_AS,
            ComparisonStatus.NOT_COMPARED);

    private final CaseTenant tenant;
    private final GeneratedCase given;
    private final CaseCounts counts;

    ConvergenceCheck(CaseTenant tenant, GeneratedCase given, CaseCounts counts) {
        this.tenant = tenant;
        this.given = given;
        this.counts = counts;
    }

    void run() {
        Optional<StoredConnection> before = tenant.stored(given.draft().name());
        ConnectionPlan plan = plan(tenant.client);
        if (plan.action() == PlanAction.BLOCKED) {
            checkRejected(tenant.client, plan);
            counts.countEnd("BLOCKED " + cause(plan));
            return;
        }
        EnsureResult result;
        try {
            result = given.byPlan() ? apply(plan) : ensure(tenant.client);
        } catch (QlikApiException e) {
            checkTenantRejection(e);
            counts.countEnd("rejected by the tenant");
            return;
        }
        List<ReceivedRequest> writes = tenant.takeWrites();
        assertThat(result.outcome().name())
                .as("outcome of %s", plan)
                .startsWith(plan.action().name());
        assertThat(writes.isEmpty()).as("%s sends no write", result).isEqualTo(!plan.isWriting());
        counts.countEnd(result.outcome().name());
        new ReportedStateCheck(given, before, stored(), result).run();

        checkSameClient(result);
        checkNewClient();
    }

    private StoredConnection stored() {
        return tenant.stored(given.draft().name()).orElseThrow();
    }

    private static String cause(ConnectionPlan plan) {
        return plan.violations().isEmpty()
                ? "invalid draft"
                : plan.violations().get(0).code().toString();
    }

    /** Checks that the same client has nothing left to write. */
    private void checkSameClient(EnsureResult result) {
        ConnectionPlan plan = plan(tenant.client);
        boolean always = sendsAlways(plan);
        if (given.options().secrets() == SecretUpdate.ALWAYS && plan.action() == PlanAction.BLOCKED) {
            // Credentials are required but cannot be sent.
            checkRejected(tenant.client, plan);
            return;
        }
        if (!always) {
            assertThat(plan.action()).as("%s", plan).isIn(PlanAction.UNCHANGED, PlanAction.UNVERIFIED);
        }
        assertThat(plan.entries())
                .allSatisfy(entry -> assertThat(entry.status()).as("%s", entry).isIn(REMAINING));
        assertThat(plan.entries()).isEqualTo(result.entries());
        plan.entries().forEach(entry -> counts.countStatus(entry.status()));

        EnsureResult second;
        try {
            second = ensure(tenant.client);
        } catch (QlikApiException e) {
            checkTenantRejection(e);
            tenant.takeWrites();
            return;
        }
        assertThat(tenant.takeWrites())
                .as("writes of the second ensure: %s", second)
                .hasSize(always ? 1 : 0);
        assertThat(second.entries()).isEqualTo(result.entries());
    }

    /** Returns whether the options send the credentials with every call. */
    private boolean sendsAlways(ConnectionPlan plan) {
        return given.options().secrets() == SecretUpdate.ALWAYS
                && plan.action() == PlanAction.UPDATE
                && plan.changes().isEmpty()
                && !plan.credentialsSent().isEmpty();
    }

    /** Checks that a new client writes at most once more the values that it cannot read. */
    private void checkNewClient() {
        ConnectionPlan plan = plan(tenant.newClient);
        if (plan.action() == PlanAction.BLOCKED) {
            checkRejected(tenant.newClient, plan);
            counts.countNewClient("BLOCKED " + cause(plan));
            return;
        }
        StoredConnection before = stored();
        EnsureResult first;
        try {
            first = ensure(tenant.newClient);
        } catch (QlikApiException e) {
            checkTenantRejection(e);
            tenant.takeWrites();
            counts.countNewClient("rejected by the tenant");
            return;
        }
        List<ReceivedRequest> writes = tenant.takeWrites();
        assertThat(writes.isEmpty()).as("%s sends no write", first).isEqualTo(!plan.isWriting());
        assertThat(writes).as("%s", first).hasSizeLessThanOrEqualTo(1 + countFollowUps(writes));
        counts.countNewClient(first.outcome().name());
        new ReportedStateCheck(given, Optional.of(before), stored(), first).run();

        boolean always = given.options().secrets() == SecretUpdate.ALWAYS && sendsAlways(plan(tenant.newClient));
        EnsureResult second = ensure(tenant.newClient);
        assertThat(tenant.takeWrites()).as("%s", second).hasSize(always ? 1 : 0);
        assertThat(second.outcome() == EnsureOutcome.UPDATED).isEqualTo(always);
    }

    /** Counts requests that belong to one write: tags after a replaced definition, and credentials that are attached again. */
    private static int countFollowUps(List<ReceivedRequest> writes) {
        boolean replaced = writes.size() == 2 && writes.get(0).method().equals("PUT");
        boolean attached = writes.size() == 2 && writes.get(1).body().contains("selectedCredentials");
        return replaced || attached ? 1 : 0;
    }

    private ConnectionPlan plan(QlikClient client) {
        ConnectionPlan plan = client.dataConnections().plan(given.draft(), given.options());
        assertThat(tenant.takeWrites()).as("writes of planning").isEmpty();
        assertNoSecret(plan.toString()
                + plan.entries()
                + plan.reason()
                + plan.warnings()
                + plan.violations()
                + plan.report()
                + plan.draft()
                + plan.connection()
                + plan.credentialsReason());
        return plan;
    }

    private EnsureResult ensure(QlikClient client) {
        return checkPrinted(client.dataConnections().ensure(given.draft(), given.options()));
    }

    private EnsureResult apply(ConnectionPlan plan) {
        return checkPrinted(tenant.client.dataConnections().apply(plan));
    }

    private EnsureResult checkPrinted(EnsureResult result) {
        assertNoSecret(result.toString()
                + result.entries()
                + result.changes()
                + result.warnings()
                + result.connection()
                + result.credentialsSent()
                + result.credentialsNotSent());
        return result;
    }

    /** Accepts a rejection by the tenant only if the schema marks no secret and the tenant therefore received no credentials. */
    private void checkTenantRejection(QlikApiException failure) {
        boolean tenantKnowsSecret =
                given.draft().properties().keySet().stream().anyMatch(given.source()::isSecretOnTenant);
        if (tenantKnowsSecret || !String.valueOf(failure.getMessage()).contains("requires credentials")) {
            throw failure;
        }
    }

    private void checkRejected(QlikClient client, ConnectionPlan plan) {
        try {
            EnsureResult result = ensure(client);
            throw new AssertionError("Not rejected, although it is planned as " + plan + ": " + result);
        } catch (InvalidConnectionException | InvalidPatchException e) {
            assertNoSecret(stackTrace(e));
        }
        assertThat(tenant.takeWrites()).as("writes of %s", plan).isEmpty();
    }

    private static String stackTrace(QlikException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text + failure.toString();
    }

    private void assertNoSecret(String text) {
        assertThat(text).doesNotContain(PropertyKind.SECRET, PropertyKind.ENCODED_SECRET);
        for (String secret : secretsOfOtherKinds()) {
            assertThat(text).doesNotContain(secret);
        }
    }

    /** Returns the secret numbers of the draft, which have no prefix. */
    private Set<String> secretsOfOtherKinds() {
        Set<String> secrets = new TreeSet<>();
        ConnectionDraft draft = given.draft();
        for (Map.Entry<String, Object> property : draft.properties().entrySet()) {
            if (given.source().properties().get(property.getKey()) == PropertyKind.WRITE_ONLY_INTEGER) {
                Object value = property.getValue();
                secrets.add(value instanceof Secret secret ? secret.reveal() : String.valueOf(value));
            }
        }
        return secrets;
    }

    static Optional<PlannedChange> entry(List<PlannedChange> entries, String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }
}
