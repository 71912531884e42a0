package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which credentials ensure sends to an existing connection, and which credentials the connection uses afterwards. */
class EnsureCredentialsTest extends FakeTenantFixture {

    private static ConnectionDraft.Builder rest(String name) {
        return ConnectionDraft.builder("rest", name).set("url", "https://api.example.com/v1");
    }

    private static ConnectionDraft.Builder basic(String name) {
        return rest(name).set("authSchema", "basic").set("username", "reader").secret("password", Secret.of("PW-1"));
    }

    @Test
    void changedAuthenticationModeSendsUserNameAndPassword() {
        tenant.addConnection("rest", "Orders", null, Map.of("url", "https://api.example.com/v1"));

        EnsureResult result = qlik.dataConnections().ensure(basic("Orders").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(result.credentialsSent()).containsExactly("username", "password");
        assertThat(stored().secrets()).containsEntry("username", "reader").containsEntry("password", "PW-1");
        assertThat(qlik.dataConnections().ensure(basic("Orders").build()).outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void changeThatTheSpecificationTiesToASecretSendsTheSecrets() {
        tenant.addDataSource(FakeDataSource.builder("tied")
                .connectionProperties("""
                        {"type": "object",
                         "properties": {"mode": {"type": "string"}, "region": {"type": "string"},
                                        "certificatePassword": {"type": "string", "format": "password"}},
                         "if": {"properties": {"mode": {"const": "mutual"}}, "required": ["mode"]},
                         "then": {"required": ["certificatePassword"]}}""")
                .secretProperties("certificatePassword")
                .build());
        tenant.addConnection("tied", "One", null, Map.of("mode", "none", "region", "eu"));
        ConnectionDraft.Builder draft = ConnectionDraft.builder("tied", "One")
                .set("mode", "mutual")
                .set("region", "eu")
                .secret("certificatePassword", Secret.of("CP-1"));

        assertThat(qlik.dataConnections().ensure(draft.build()).credentialsSent())
                .containsExactly("certificatePassword");
        assertThat(stored().secrets()).containsEntry("certificatePassword", "CP-1");
    }

    @Test
    void changeWithoutNeedForCredentialsKeepsARotatedPassword() {
        String id =
                qlik.dataConnections().ensure(mssql("Db").build()).connection().id();
        qlik.dataConnections().rotateCredentials(id, Map.of("password", Secret.of("PW-2")));

        EnsureResult result = qlik.dataConnections()
                .ensure(mssql("Db").set("QueryTimeout", 60).build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(result.credentialsSent()).isEmpty();
        assertThat(result.credentialsNotSent()).containsExactly("username", "password");
        assertThat(stored().secrets()).containsEntry("password", "PW-2");
    }

    @Test
    void changeThatNeedsSecretsIsRejectedIfSecretsAreNeverSent() {
        qlik.dataConnections().ensure(mssql("Db").build());
        EnsureOptions never =
                EnsureOptions.builder().secrets(SecretUpdate.NEVER).build();

        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(mssql("Db").set("host", "db2.example.com").build(), never))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("host changes")
                .hasMessageContaining("WHEN_NEEDED")
                .hasMessageNotContaining("PW-1");
        assertThat(writes()).hasSize(1);
        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db").set("QueryTimeout", 60).build(), never)
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
    }

    @Test
    void hostChangeWithoutCredentialsIsRejectedBeforeAnyWrite() {
        qlik.dataConnections().ensure(mssql("Db").build());

        ConnectionPlan plan = qlik.dataConnections()
                .plan(mssql("Db")
                        .set("host", "db2.example.com")
                        .unset("username")
                        .unset("password")
                        .build());

        assertThat(plan.action()).isEqualTo(PlanAction.BLOCKED);
        assertThatThrownBy(() -> qlik.dataConnections().apply(plan))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("Add the credentials");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void planNamesTheSentCredentialsAndTheReason() {
        qlik.dataConnections().ensure(mssql("Db").build());

        ConnectionPlan plan = qlik.dataConnections()
                .plan(mssql("Db").set("host", "db2.example.com").build());

        assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
        assertThat(plan.credentialsSent()).containsExactly("username", "password");
        assertThat(plan.credentialsReason()).contains("host changes");
        assertThat(plan.toString()).contains("db2.example.com", "password").doesNotContain("PW-1");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void separatedCredentialsWithANewNameAreCreatedAndUsed() {
        qlik.dataConnections().ensure(mssql("Db").separateCredentials("A").build());

        EnsureResult result = qlik.dataConnections()
                .ensure(mssql("Db")
                        .separateCredentials("B")
                        .secret("password", Secret.of("PW-2"))
                        .build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().credentialName()).contains("B");
        assertThat(stored().secrets()).containsEntry("password", "PW-2");
        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db").separateCredentials("B").build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void existingSeparatedCredentialsAreSelectedWithoutSecrets() {
        qlik.dataConnections().ensure(mssql("Db").separateCredentials("A").build());
        String other = tenant.addCredential("mssql", "B", Map.of("username", "u", "password", "PW-9"));

        EnsureResult result = qlik.dataConnections()
                .ensure(mssql("Db").separateCredentials("B").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().credentialId()).contains(other);
        assertThat(writes().get(1).body()).contains("selectedCredentials").doesNotContain("PW-1", "credentialsName");
    }

    @Test
    void credentialsSelectedByIdAreCompared() {
        String one = tenant.addCredential("mssql", "One", Map.of("username", "u", "password", "PW-8"));
        String two = tenant.addCredential("mssql", "Two", Map.of("username", "u", "password", "PW-9"));
        ConnectionDraft.Builder draft = mssql("Db").unset("username").unset("password");
        qlik.dataConnections().ensure(draft.useCredentials(one).build());

        assertThat(qlik.dataConnections()
                        .ensure(draft.useCredentials(one).build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(qlik.dataConnections()
                        .ensure(draft.useCredentials(two).build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().credentialId()).contains(two);
        assertThat(qlik.dataConnections()
                        .ensure(draft.useCredentialsNamed("One").build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().credentialId()).contains(one);
    }

    @Test
    void inlineCredentialsAreSeparatedAndMadeInlineAgain() {
        String id =
                qlik.dataConnections().ensure(mssql("Db").build()).connection().id();
        String one = tenant.addCredential("mssql", "One", Map.of("username", "u", "password", "PW-8"));

        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db")
                                .unset("username")
                                .unset("password")
                                .useCredentials(one)
                                .build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().separateCredentials()).isTrue();
        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db").set("separateCredentials", false).build())
                        .credentialsSent())
                .containsExactly("username", "password");
        assertThat(stored().separateCredentials()).isFalse();
        assertThat(stored().secrets()).containsEntry("password", "PW-1");
        assertThat(stored().id()).isEqualTo(id);
    }

    @Test
    void separatedCredentialsOfAnotherUserAreReported() {
        tenant.addSpace("Lab", io.github.qlikconnections.testkit.SpaceType.SHARED);
        try (QlikClient other = client(tenant.addUser("someone", true))) {
            other.dataConnections()
                    .create(mssql("Db")
                            .inSpaceNamed("Lab")
                            .separateCredentials("Theirs")
                            .build());
        }
        tenant.clearRequests();

        EnsureResult result = qlik.dataConnections()
                .ensure(mssql("Db")
                        .inSpaceNamed("Lab")
                        .separateCredentials("Theirs")
                        .build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNVERIFIED);
        assertThat(result.notCompared())
                .anySatisfy(entry -> assertThat(entry.note().orElse("")).contains("another user"));
        assertThat(writes()).isEmpty();
    }

    @Test
    void separatedCredentialsAreAttachedAgainAfterAHostChange() {
        qlik.dataConnections().ensure(mssql("Db").separateCredentials("A").build());
        String credentials = stored().credentialId().orElseThrow();

        EnsureResult result = qlik.dataConnections()
                .ensure(mssql("Db")
                        .separateCredentials("A")
                        .set("host", "db2.example.com")
                        .build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().credentialId()).contains(credentials);
        assertThat(writes().get(1).body()).doesNotContain("PW-1");
        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db")
                                .separateCredentials("A")
                                .set("host", "db2.example.com")
                                .build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    private StoredConnection stored() {
        return tenant.connections().get(0);
    }

    @Test
    void authorizationCodeCountsAsCredentialsAndIsReported() {
        tenant.addConnection("rest", "Orders", null, Map.of("url", "https://api.example.com/v1", "password", "PW-0"));
        ConnectionDraft.Builder draft = rest("Orders").secret("authCode", Secret.of("CODE-1"));

        ConnectionPlan moved = qlik.dataConnections()
                .plan(draft.set("url", "https://api.example.com/v2").build());
        ConnectionPlan other = qlik.dataConnections()
                .plan(draft.set("url", "https://api.example.com/v1").tags("one").build());

        assertThat(moved.action()).isEqualTo(PlanAction.UPDATE);
        assertThat(moved.credentialsSent()).containsExactly("authCode");
        assertThat(other.credentialsSent()).isEmpty();
        assertThat(other.credentialsNotSent()).containsExactly("authCode");
    }

    @Test
    void credentialsAreCreatedOnceDespiteALostResponse() {
        qlik.dataConnections().ensure(mssql("Db").separateCredentials("one").build());
        tenant.stubNext(
                request -> request.method().equals("PATCH"), StubResponse.afterHandling(StubResponse.status(500)));

        EnsureResult result = qlik.dataConnections()
                .ensure(mssql("Db").separateCredentials("two").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(tenant.credentials())
                .filteredOn(credential -> credential.name().equals("two"))
                .hasSize(1);
    }

    @Test
    void changeThatNeedsSecretsIsReportedAsSuch() {
        qlik.dataConnections().ensure(mssql("Db").build());

        ConnectionPlan plan = qlik.dataConnections()
                .plan(
                        mssql("Db").set("host", "db2.example.com").build(),
                        EnsureOptions.builder().secrets(SecretUpdate.NEVER).build());

        assertThat(plan.action()).isEqualTo(PlanAction.BLOCKED);
        assertThat(plan.warnings()).isEmpty();
    }
}
