package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.validation.InvalidPatchException;
import org.junit.jupiter.api.Test;

/** Connections defined by their connect statement. */
class EnsureStatementTest extends FakeTenantFixture {

    private static final String TYPE = "QvOdbcConnectorPackage.exe";

    private static String statement(String host) {
        return "CUSTOM CONNECT TO \"provider=QvOdbcConnectorPackage.exe;driver=mssql;host=" + host
                + ";database=sales;\"";
    }

    private static ConnectStatement.Builder to(String host) {
        return ConnectStatement.builder(statement(host), TYPE).username("reader");
    }

    private static ConnectionDraft draft(ConnectStatement.Builder statement) {
        return ConnectionDraft.builder("mssql", "Db", statement.build()).build();
    }

    private static ConnectStatement.Builder withPassword(String host) {
        return to(host).password(Secret.of("PW-1"));
    }

    @Test
    void changedStatementIsPatchedWithThePassword() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com")));

        EnsureResult result = qlik.dataConnections().ensure(draft(withPassword("b.example.com")));

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().connectStatement()).isEqualTo(statement("b.example.com"));
        assertThat(writes()).extracting(ReceivedRequest::method).containsExactly("POST", "PATCH");
        assertThat(writes().get(1).body()).contains("/qConnectStatement", "/qPassword");
        assertThat(qlik.dataConnections()
                        .ensure(draft(withPassword("b.example.com")))
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void definitionIsReplacedCompletelyIfThereIsNoPassword() {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        ConnectionDraft first = ConnectionDraft.builder(
                        "mssql",
                        "Db",
                        to("a.example.com")
                                .logOn("LOG_ON_CURRENT_USER")
                                .architecture(1)
                                .build())
                .inSpace(space)
                .tags("kept")
                .build();
        ConnectionDraft second = ConnectionDraft.builder(
                        "mssql", "Db", to("b.example.com").build())
                .inSpace(space)
                .build();
        StoredConnection before = ensure(first);

        EnsureResult result = qlik.dataConnections().ensure(second);

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(writes()).extracting(ReceivedRequest::method).containsExactly("POST", "PUT");
        assertThat(writes().get(1).body()).contains("\"qLogOn\":\"1\"", "\"qArchitecture\":1", "\"space\":\"" + space);
        assertThat(stored().connectStatement()).isEqualTo(statement("b.example.com"));
        assertThat(stored().space()).contains(space);
        assertThat(stored().tags()).contains("kept");
        assertThat(stored().credentialId()).isEqualTo(before.credentialId());
        assertThat(result.connection().logOn()).contains("1");
        assertThat(result.connection().architecture()).contains(1);
        assertThat(qlik.dataConnections().ensure(second).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void changedAccountIsWrittenAndAnEquivalentStatementIsNot() {
        qlik.dataConnections().ensure(draft(to("a.example.com").logOn("1")));

        assertThat(qlik.dataConnections()
                        .ensure(draft(to("a.example.com").logOn("LOG_ON_CURRENT_USER")))
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(qlik.dataConnections()
                        .ensure(draft(to("a.example.com").logOn("LOG_ON_SERVICE_USER")))
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(qlik.dataConnections().get(stored().id()).logOn()).contains("0");
    }

    @Test
    void statementIsNeverPrinted() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com")));

        ConnectionPlan plan = qlik.dataConnections().plan(draft(withPassword("b.example.com")));
        EnsureResult result = qlik.dataConnections().apply(plan);

        assertThat(plan.changes()).extracting(change -> change.status()).containsExactly(ComparisonStatus.DIFFERENT);
        assertThat(plan.toString() + plan.entries() + result + result.entries())
                .contains("/qConnectStatement")
                .doesNotContain("example.com", "PW-1");
    }

    @Test
    void normalizedStatementIsWrittenOnce() {
        tenant.normalize("host", io.github.qlikconnections.testkit.Normalization.lowerCased());
        tenant.stubAll(
                request -> request.method().equals("GET") && request.path().matches(".*/data-connections/.+"),
                request -> io.github.qlikconnections.testkit.StubResponse.passThrough()
                        .with("qConnectStatement", statement("stored.example.com")));

        qlik.dataConnections().ensure(draft(withPassword("a.example.com")));
        EnsureResult again = qlik.dataConnections().ensure(draft(withPassword("a.example.com")));

        assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(again.notCompared()).extracting(entry -> entry.status()).contains(ComparisonStatus.STORED_AS);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void statementThatIsNotReturnedIsReportedAsNotVerified() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com")));
        tenant.stubAll(
                request -> request.method().equals("GET") && request.path().matches(".*/data-connections/.+"),
                request -> io.github.qlikconnections.testkit.StubResponse.passThrough()
                        .without("qConnectStatement"));
        try (QlikClient other = client(tenant.apiKey())) {
            assertThat(other.dataConnections()
                            .ensure(draft(withPassword("b.example.com")))
                            .outcome())
                    .isEqualTo(EnsureOutcome.UNVERIFIED);
        }
        assertThat(writes()).hasSize(1);
    }

    @Test
    void changedStatementIsRejectedIfItsPasswordMayNotBeSent() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com")));
        EnsureOptions never =
                EnsureOptions.builder().secrets(SecretUpdate.NEVER).build();

        assertThatThrownBy(() -> qlik.dataConnections().ensure(draft(withPassword("b.example.com")), never))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("is not sent, although the connect statement changes")
                .hasMessageContaining("remove the password from the draft")
                .hasMessageNotContaining("example.com");
        assertThat(writes()).hasSize(1);

        assertThat(qlik.dataConnections()
                        .ensure(draft(to("b.example.com")), never)
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().secrets()).containsValue("PW-1");
    }

    @Test
    void otherMemberIsReplacedWithoutThePasswordIfItMayNotBeSent() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com").logOn("1")));

        EnsureResult result = qlik.dataConnections()
                .ensure(
                        draft(withPassword("a.example.com").logOn("0")),
                        EnsureOptions.builder().secrets(SecretUpdate.NEVER).build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(result.credentialsNotSent()).containsExactly("qPassword");
        assertThat(writes()).extracting(ReceivedRequest::method).containsExactly("POST", "PUT");
    }

    @Test
    void passwordIsSentAloneIfSecretsAreAlwaysSent() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com")));

        EnsureResult result = qlik.dataConnections()
                .ensure(
                        draft(to("a.example.com").password(Secret.of("PW-2"))),
                        EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(writes().get(1).body()).contains("/qPassword").doesNotContain("/qConnectStatement");
        assertThat(stored().secrets()).containsValue("PW-2");
    }

    private StoredConnection ensure(ConnectionDraft draft) {
        qlik.dataConnections().ensure(draft);
        return stored();
    }

    private StoredConnection stored() {
        return tenant.connections().get(0);
    }

    @Test
    void passwordIsSentIfTheStatementAndAnotherMemberChange() {
        qlik.dataConnections().ensure(draft(withPassword("a.example.com").logOn("1")));

        EnsureResult result = qlik.dataConnections()
                .ensure(draft(to("b.example.com").password(Secret.of("PW-2")).logOn("0")));

        assertThat(writes()).extracting(ReceivedRequest::method).containsExactly("POST", "PUT", "PATCH");
        assertThat(result.credentialsSent()).containsExactly("qPassword");
        assertThat(stored().secrets()).containsValue("PW-2");
    }

    @Test
    void everyMemberThatIsNeverReturnedIsReported() {
        ConnectionDraft draft = draft(withPassword("a.example.com").connectionSecret(Secret.of("CS-1")));
        qlik.dataConnections().ensure(draft);

        ConnectionPlan plan = qlik.dataConnections().plan(draft);

        assertThat(plan.notCompared())
                .extracting(entry -> entry.path())
                .containsExactly("/qUsername", "/qPassword", "/qConnectionSecret");
        assertThat(plan.toString()).doesNotContain("CS-1", "PW-1");
    }
}
