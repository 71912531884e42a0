package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.model.TagPolicy;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.Normalization;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The state after a write is read and reported, and not written again. */
class EnsureReadBackTest extends FakeTenantFixture {

    private static final String SOURCE = "generated";

    @BeforeEach
    void addDataSource() {
        tenant.addDataSource(
                FakeDataSource.builder(SOURCE).connectionProperties("""
            {"type":"object","properties":{"host":{"type":"string"},"region":{"type":"string"},
            "advanced":{"type":"object"},"factor":{"type":"number"},"username":{"type":"string"},
            "password":{"type":"string","format":"password"},
            "keyFilePath":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},
            "value":{"type":"string","contentEncoding":"base64","format":"password"}}}}}}\
            """).build());
    }

    private static ConnectionDraft.Builder draft() {
        return ConnectionDraft.builder(SOURCE, "Orders");
    }

    private EnsureResult ensureTwice(ConnectionDraft draft, EnsureOutcome first, int writes) {
        EnsureResult result = qlik.dataConnections().ensure(draft);
        assertThat(result.outcome()).isEqualTo(first);
        assertThat(qlik.dataConnections().ensure(draft).entries()).isEqualTo(result.entries());
        assertThat(writes()).hasSize(writes);
        return result;
    }

    private static ComparisonStatus status(EnsureResult result, String property) {
        return result.entries().stream()
                .filter(entry -> entry.path().endsWith("/" + property))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void credentialsCreatedByNameCompareAsEqual() {
        ConnectionDraft.Builder named = draft().secret("password", Secret.of("hush-1"));

        EnsureResult created = ensureTwice(named.separateCredentials("A").build(), EnsureOutcome.CREATED, 1);
        EnsureResult updated = ensureTwice(named.separateCredentials("B").build(), EnsureOutcome.UPDATED, 2);

        assertThat(status(created, "credentialsName")).isEqualTo(ComparisonStatus.EQUAL);
        assertThat(status(updated, "credentialsName")).isEqualTo(ComparisonStatus.EQUAL);
    }

    @Test
    void createdObjectThatIsNotReturnedDoesNotBlockASecondRun() {
        tenant.normalize("advanced", Normalization.hidden());
        tenant.normalize("factor", Normalization.of(number -> new BigDecimal("1.25")));

        EnsureResult created = ensureTwice(
                draft().set("region", "eu")
                        .set("advanced", Map.of("mode", "a"))
                        .set("factor", 1.5)
                        .build(),
                EnsureOutcome.CREATED,
                1);

        assertThat(status(created, "advanced")).isEqualTo(ComparisonStatus.NOT_RETURNED);
        assertThat(status(created, "factor")).isEqualTo(ComparisonStatus.STORED_AS);
    }

    @Test
    void normalizedUserNameSentWithOtherChangesIsNotWrittenAgain() {
        tenant.addConnection(SOURCE, "Orders", null, Map.of("host", "a.example.com", "password", "hush-0"));
        tenant.normalize("username", Normalization.lowerCased());

        EnsureResult updated = ensureTwice(
                draft().set("host", "b.example.com")
                        .set("username", "Reader")
                        .secret("password", Secret.of("hush-1"))
                        .build(),
                EnsureOutcome.UPDATED,
                1);

        assertThat(status(updated, "username")).isEqualTo(ComparisonStatus.STORED_AS);
    }

    @Test
    void fileContentThatIsNotReturnedIsReportedAsNotReadable() {
        EnsureResult created = ensureTwice(
                draft().set("keyFilePath", List.of(Map.of("name", "a.pem", "value", "aHVzaC0x")))
                        .build(),
                EnsureOutcome.CREATED,
                1);

        assertThat(status(created, "keyFilePath")).isEqualTo(ComparisonStatus.NOT_READABLE);
    }

    @Test
    void emptyReturnedPropertiesAreCompared() {
        tenant.addConnection(SOURCE, "Orders", null, Map.of("password", "hush-0"));

        ensureTwice(draft().set("region", "eu").build(), EnsureOutcome.UPDATED, 1);

        assertThat(tenant.connections().get(0).properties()).containsEntry("region", "eu");
    }

    @Test
    void secretDecimalIsRejectedAndSecretIntegerIsSent() {
        tenant.addConnection(SOURCE, "Orders", null, Map.of("factor", 1));
        EnsureOptions always =
                EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build();

        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(draft().secret("factor", Secret.of("1.5")).build(), always))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("factor");
        assertThat(writes()).isEmpty();

        qlik.dataConnections().ensure(draft().secret("factor", Secret.of("2E2")).build(), always);
        assertThat(writes().get(0).body()).contains("\"value\":200}");
    }

    @Test
    void addressChangeWithSeparationIsRejectedWithoutCredentials() {
        tenant.addConnection(SOURCE, "Orders", null, Map.of("host", "a.example.com", "password", "hush-0"));

        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(draft().set("host", "b.example.com")
                                .set("separateCredentials", true)
                                .build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("credentials");
        assertThat(writes()).isEmpty();
    }

    @Test
    void newSecretsVersionOfAStatementIsRejectedIfSecretsAreNeverSent() {
        ConnectStatement statement = ConnectStatement.builder(
                        "CUSTOM CONNECT TO \"provider=FakeConnector.exe;region=eu;\"", "FakeConnector.exe")
                .password(Secret.of("hush-1"))
                .build();
        ConnectionDraft.Builder draft = ConnectionDraft.builder(SOURCE, "Orders", statement);
        qlik.dataConnections().ensure(draft.secretsVersion("1").build());

        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(
                                draft.secretsVersion("2").build(),
                                EnsureOptions.builder()
                                        .secrets(SecretUpdate.NEVER)
                                        .build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("version");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void exactTagsKeepTheVersionOfUnsentSecrets() {
        EnsureOptions exact = EnsureOptions.builder().tags(TagPolicy.EXACT).build();
        ConnectionDraft draft =
                draft().set("region", "eu").tags("one").secretsVersion("1").build();
        qlik.dataConnections().ensure(draft, exact);

        try (QlikClient other = client(tenant.apiKey())) {
            assertThat(other.dataConnections().ensure(draft, exact).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        }

        assertThat(writes()).hasSize(1);
    }

    @Test
    void versionOfUnsentSecretsIsReported() {
        ConnectionDraft draft = draft().set("region", "eu").secretsVersion("1").build();
        qlik.dataConnections().ensure(draft);

        ConnectionPlan plan = qlik.dataConnections().plan(draft);

        assertThat(plan.action()).isEqualTo(PlanAction.UNCHANGED);
        assertThat(plan.notCompared())
                .filteredOn(entry -> entry.path().equals("/secretsVersion"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.status()).isEqualTo(ComparisonStatus.NOT_READABLE);
                    assertThat(entry.note().orElseThrow()).contains("no secret of the draft can be sent");
                });
    }

    @Test
    void exactlyOneTagContainsTheSecretsVersion() {
        ConnectionDraft.Builder draft = draft().secret("password", Secret.of("hush-1"));

        qlik.dataConnections()
                .ensure(draft.tags("one", "secrets-version:0")
                        .secretsVersion("1")
                        .build());
        assertThat(versions()).containsExactly("secrets-version:1");

        EnsureResult again = qlik.dataConnections()
                .ensure(draft.tags("one", "secrets-version:9")
                        .secretsVersion("2")
                        .build());
        assertThat(again.credentialsSent()).containsExactly("password");
        assertThat(versions()).containsExactly("secrets-version:2");
    }

    @Test
    void tagWithANewSecretsVersionSendsTheSecrets() {
        ConnectionDraft.Builder draft = draft().secret("password", Secret.of("hush-1"));
        qlik.dataConnections().ensure(draft.tags("secrets-version:1").build());

        EnsureResult other =
                qlik.dataConnections().ensure(draft.tags("secrets-version:2").build());

        assertThat(other.credentialsSent()).containsExactly("password");
        assertThat(versions()).containsExactly("secrets-version:2");
    }

    @Test
    void automaticTagInTheDraftIsNotWritten() {
        tenant.addConnection(SOURCE, "Orders", null, Map.of("region", "eu"));

        EnsureResult result = qlik.dataConnections()
                .ensure(draft().set("region", "eu").tags("DcaasAPI:Other.exe:9").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).isEmpty();
    }

    private List<String> versions() {
        return tenant.connections().get(0).tags().stream()
                .filter(tag -> tag.startsWith("secrets-version:"))
                .toList();
    }
}
