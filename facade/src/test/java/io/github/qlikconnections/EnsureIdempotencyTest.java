package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.TagPolicy;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.Normalization;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A repeated ensure sends no write, even if the tenant omits or normalizes values in its responses. */
class EnsureIdempotencyTest extends FakeTenantFixture {

    private static final String REST = "REST-generated";
    private static final String CONNECTIONS = "/api/v1/data-connections";

    /** More than a page of 100 connections. */
    private static final int DRAFTS = Boolean.getBoolean("slow.tests") ? 200 : 120;

    /** A tenant whose responses differ from the requests, what differs, and how a result reports it. */
    enum Tenant {
        HIDES_A_PROPERTY("region", ComparisonStatus.NOT_RETURNED) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("region", Normalization.hidden());
            }
        },
        HIDES_A_NUMBER("timeout", ComparisonStatus.NOT_RETURNED) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("timeout", Normalization.hidden());
            }
        },
        RETURNS_A_TRUTH_VALUE_AS_TEXT("compressed", ComparisonStatus.EQUAL) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("compressed", Normalization.retyped());
            }
        },
        RETURNS_A_NUMBER_AS_TEXT("timeout", ComparisonStatus.EQUAL) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("timeout", Normalization.retyped());
            }
        },
        LOWER_CASES_THE_HOST("host", ComparisonStatus.EQUAL) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("host", Normalization.lowerCased());
            }
        },
        LOWER_CASES_A_TEXT("region", ComparisonStatus.STORED_AS) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("region", Normalization.lowerCased());
            }
        },
        APPENDS_A_SLASH_TO_AN_EMPTY_PATH("url", ComparisonStatus.EQUAL) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("url", Normalization.appending("/"));
            }
        },
        APPENDS_A_SLASH_TO_A_PATH("endpointUri", ComparisonStatus.STORED_AS) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("endpointUri", Normalization.appending("/"));
            }
        },
        APPENDS_TO_THE_HOST("host", ComparisonStatus.STORED_AS) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("host", Normalization.appending("."));
            }
        },
        CHANGES_THE_ENTRIES_OF_A_LIST("queryHeaders", ComparisonStatus.STORED_AS) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.tenant.normalize("queryHeaders", Normalization.of(list -> List.of()));
            }
        },
        RETURNS_NO_PROPERTIES("region", ComparisonStatus.NOT_COMPARED) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.hideInReads("connectionProperties");
            }
        },
        RETURNS_NO_TAGS("region", ComparisonStatus.EQUAL) {
            @Override
            void apply(EnsureIdempotencyTest test) {
                test.hideInReads("tags");
            }
        };

        private final String property;
        private final ComparisonStatus status;

        Tenant(String property, ComparisonStatus status) {
            this.property = property;
            this.status = status;
        }

        abstract void apply(EnsureIdempotencyTest test);
    }

    @BeforeEach
    void addDataSource() {
        tenant.addDataSource(
                FakeDataSource.builder(REST).connectionProperties("""
            {"type":"object","properties":{"region":{"type":"string"},"timeout":{"type":"integer"},
            "compressed":{"type":"boolean"},"host":{"type":"string"},"url":{"type":"string"},
            "endpointUri":{"type":"string","format":"uri"},"queryHeaders":{"type":"array"},
            "username":{"type":"string"},"password":{"type":"string","format":"password"}}}\
            """).build());
    }

    private void hideInReads(String member) {
        tenant.stubAll(
                request -> request.method().equals("GET") && request.path().startsWith(CONNECTIONS + "/"),
                request -> StubResponse.passThrough().without(member));
    }

    private static ConnectionDraft.Builder rest(String name) {
        return ConnectionDraft.builder(REST, name)
                .set("region", "EU-West")
                .set("timeout", 30)
                .set("compressed", "True")
                .set("host", "DB.example.com")
                .set("url", "https://api.example.com")
                .set("endpointUri", "https://api.example.com/v1")
                .set("queryHeaders", List.of(Map.of("name", "Accept", "value", "text/csv")))
                .tags("one")
                .set("username", "reader")
                .secret("password", Secret.of("hush-1"));
    }

    /** Adds a connection with another value for each property, so that there is a difference to write. */
    private void addConnectionWithOtherValues(String name) {
        tenant.addConnection(
                REST,
                name,
                null,
                Map.of(
                        "region", "old",
                        "timeout", 1,
                        "compressed", false,
                        "host", "old.example.com",
                        "url", "https://old.example.com",
                        "endpointUri", "https://old.example.com/v0",
                        "queryHeaders", List.of(),
                        "username", "old",
                        "password", "hush-0"));
    }

    @ParameterizedTest
    @EnumSource
    void createdConnectionIsNotWrittenAgain(Tenant behavior) {
        behavior.apply(this);
        ConnectionDraft draft = rest("Orders").build();

        assertTwiceWritesOnce(draft, EnsureOutcome.CREATED, behavior);
    }

    @ParameterizedTest
    @EnumSource
    void updatedConnectionIsNotWrittenAgain(Tenant behavior) {
        addConnectionWithOtherValues("Orders");
        behavior.apply(this);
        boolean blind = behavior == Tenant.RETURNS_NO_PROPERTIES;

        // The secrets version is a visible difference even without properties.
        ConnectionDraft draft = rest("Orders").secretsVersion("1").build();

        assertTwiceWritesOnce(draft, EnsureOutcome.UPDATED, behavior);
        assertThat(tenant.connections().get(0).secrets()).containsEntry("password", "hush-1");
        assertThat(tenant.connections().get(0).properties().get("timeout").equals(30L)
                        || String.valueOf(
                                        tenant.connections().get(0).properties().get("timeout"))
                                .equals("30"))
                .isEqualTo(!blind);
    }

    private void assertTwiceWritesOnce(ConnectionDraft draft, EnsureOutcome first, Tenant behavior) {
        EnsureResult written = qlik.dataConnections().ensure(draft);
        EnsureResult again = qlik.dataConnections().ensure(draft);

        assertThat(written.outcome()).isEqualTo(first);
        assertThat(again.outcome()).isIn(EnsureOutcome.UNCHANGED, EnsureOutcome.UNVERIFIED);
        assertThat(writes()).hasSize(1);
        assertReported(written, behavior);
        assertReported(again, behavior);

        tenant.clearRequests();
        try (QlikClient other = client(tenant.apiKey())) {
            EnsureResult otherResult = other.dataConnections().ensure(draft);
            int once = writes().size();
            other.dataConnections().ensure(draft);

            assertThat(once).isLessThanOrEqualTo(1);
            assertThat(writes()).hasSize(once);
            assertReported(otherResult, behavior);
        }
    }

    private static void assertReported(EnsureResult result, Tenant behavior) {
        assertThat(entry(result, "/connectionProperties/" + behavior.property).status())
                .isEqualTo(behavior.status);
        assertThat(result.toString() + result.entries() + result.changes()).doesNotContain("hush-");
    }

    private static PlannedChange entry(EnsureResult result, String path) {
        return result.entries().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + path + " in " + result.entries()));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HIDES_A_PROPERTY",
                "RETURNS_A_TRUTH_VALUE_AS_TEXT",
                "LOWER_CASES_THE_HOST",
                "APPENDS_A_SLASH_TO_A_PATH",
                "RETURNS_NO_PROPERTIES"
            })
    void draftsOfSeveralPagesAreWrittenOnce(Tenant behavior) {
        IntStream.range(0, DRAFTS / 2).forEach(i -> addConnectionWithOtherValues("Orders " + i));
        behavior.apply(this);
        List<ConnectionDraft> drafts = IntStream.range(0, DRAFTS)
                .mapToObj(i -> rest("Orders " + i).build())
                .toList();
        boolean blind = behavior == Tenant.RETURNS_NO_PROPERTIES;

        EnsureReport first = qlik.dataConnections().ensureAll(drafts);
        int written = writes().size();
        EnsureReport second = qlik.dataConnections().ensureAll(drafts);

        assertThat(first.with(EnsureOutcome.CREATED)).hasSize(DRAFTS / 2);
        assertThat(first.with(EnsureOutcome.UPDATED).size()
                        + first.with(EnsureOutcome.UNVERIFIED).size())
                .isEqualTo(DRAFTS / 2);
        assertThat(written).isEqualTo(DRAFTS);
        assertThat(writes()).hasSize(written);
        assertThat(second.with(EnsureOutcome.UPDATED)).isEmpty();
        assertThat(second.with(EnsureOutcome.UNVERIFIED)).hasSize(blind ? DRAFTS : 0);
        assertThat(tenant.connections()).hasSize(DRAFTS);

        try (QlikClient other = client(tenant.apiKey())) {
            other.dataConnections().ensureAll(drafts);
            int more = writes().size();
            other.dataConnections().ensureAll(drafts);
            assertThat(more).isLessThanOrEqualTo(written + DRAFTS);
            assertThat(writes()).hasSize(more);
        }
    }

    @Test
    void separatedCredentialsAreAttachedAgainAfterAHostChange() {
        String credentials = tenant.addCredential(REST, "Reader", Map.of("password", "hush-2"));
        ConnectionDraft.Builder draft = ConnectionDraft.builder(REST, "Orders")
                .set("host", "a.example.com")
                .useCredentials(credentials);
        qlik.dataConnections().ensure(draft.build());
        tenant.clearRequests();

        EnsureResult moved =
                qlik.dataConnections().ensure(draft.set("host", "b.example.com").build());
        List<ReceivedRequest> writes = writes();
        EnsureResult again = qlik.dataConnections().ensure(draft.build());

        assertThat(moved.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(moved.connection().credentialsId()).contains(credentials);
        assertThat(writes).hasSize(2);
        assertThat(writes.get(0).body()).contains("b.example.com").doesNotContain("hush-2");
        assertThat(writes.get(1).body()).contains(credentials);
        assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).hasSize(2);
        assertThat(stored().credentialId()).contains(credentials);
    }

    @Test
    void separatedCredentialsByNameAreAttachedAgainAfterAnAddressChange() {
        ConnectionDraft.Builder draft = ConnectionDraft.builder(REST, "Orders")
                .set("url", "https://a.example.com")
                .secret("password", Secret.of("hush-3"))
                .separateCredentials("Reader");
        qlik.dataConnections().ensure(draft.build());
        Optional<String> credentials = stored().credentialId();
        tenant.clearRequests();

        EnsureResult moved = qlik.dataConnections()
                .ensure(draft.set("url", "https://b.example.com").build());
        int written = writes().size();
        EnsureResult again = qlik.dataConnections().ensure(draft.build());

        assertThat(credentials).isPresent();
        assertThat(stored().credentialId()).isEqualTo(credentials);
        assertThat(stored().credentialName()).contains("Reader");
        assertThat(moved.warnings()).anyMatch(warning -> warning.contains("attached again"));
        assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).hasSize(written);
    }

    @Test
    void newAndRestoredSecretsVersionsSendTheSecrets() {
        Consumer<String> ensure = version -> {
            EnsureResult result = qlik.dataConnections().ensure(version(version));
            assertThat(result.outcome()).as(version).isNotEqualTo(EnsureOutcome.UNCHANGED);
            assertThat(stored().secrets()).containsEntry("password", "hush-" + version);
            assertThat(stored().tags())
                    .filteredOn(tag -> tag.startsWith("secrets-version:"))
                    .containsExactly("secrets-version:" + version);
            assertThat(stored().tags()).contains("one").anyMatch(tag -> tag.startsWith("DcaasAPI:"));
            int written = writes().size();
            assertThat(qlik.dataConnections().ensure(version(version)).outcome())
                    .isEqualTo(EnsureOutcome.UNCHANGED);
            assertThat(writes()).hasSize(written);
        };

        ensure.accept("2026-10");
        ensure.accept("2026-11");
        ensure.accept("2026-10");

        assertThat(writes()).hasSize(3);
        String patch = writes().get(2).body();
        assertThat(patch.indexOf("/connectionProperties/password")).isPositive().isLessThan(patch.indexOf("/tags"));
    }

    private static ConnectionDraft version(String version) {
        return rest("Orders")
                .secret("password", Secret.of("hush-" + version))
                .secretsVersion(version)
                .build();
    }

    @Test
    void versionThatIsNotReturnedIsReportedAndSentOnce() {
        qlik.dataConnections().ensure(version("2026-10"));
        hideInReads("tags");
        tenant.clearRequests();

        EnsureResult sent = qlik.dataConnections().ensure(version("2026-11"));
        EnsureResult again = qlik.dataConnections().ensure(version("2026-11"));

        assertThat(sent.credentialsSent()).contains("password");
        assertThat(entry(sent, "/secretsVersion").status()).isEqualTo(ComparisonStatus.NOT_RETURNED);
        assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void tagsThatAreNotReturnedAreReportedAndNotWritten() {
        qlik.dataConnections().ensure(rest("Orders").build());
        hideInReads("tags");
        tenant.clearRequests();
        ConnectionDraft draft = rest("Orders").tags("two").build();

        EnsureResult added = qlik.dataConnections().ensure(draft);
        EnsureResult owned = qlik.dataConnections()
                .ensure(draft, EnsureOptions.builder().tags(TagPolicy.EXACT).build());

        assertThat(List.of(added, owned)).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
            assertThat(entry(result, "/tags").status()).isEqualTo(ComparisonStatus.NOT_RETURNED);
        });
        assertThat(writes()).isEmpty();
        assertThat(stored().tags()).contains("one").doesNotContain("two");
    }

    private StoredConnection stored() {
        return tenant.connections().get(0);
    }
}
