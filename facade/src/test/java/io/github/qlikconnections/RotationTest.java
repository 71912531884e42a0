package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.internal.http.SimulatedTiming;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.testkit.TenantRateLimits;
import io.github.qlikconnections.testkit.TenantRateTier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final ConnectionQuery DATABASES =
            ConnectionQuery.builder().toSource("mssql").build();
    private static final CredentialSupplier NEW =
            connection -> Map.of("password", Secret.of("new-" + connection.name()));

    private final SimulatedTiming timing = new SimulatedTiming("qlik-connections-run-");
    private FakeTenant tenant;
    private QlikClient qlik;

    @BeforeEach
    void open() {
        tenant = FakeTenant.builder()
                .clock(timing.clock())
                .rateLimits(TenantRateLimits.perMinute(1000, 100))
                .start();
        qlik = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .timing(timing));
    }

    @AfterEach
    void close() {
        qlik.close();
        tenant.close();
    }

    @Test
    void dryRunListsItemsAndSendsNoWrite() {
        databases(3);
        RotationReport plan = qlik.dataConnections()
                .rotateCredentials(
                        DATABASES, NEW, RotationOptions.builder().dryRun(true).build());
        assertThat(plan.planned()).extracting(RotationItem::name).containsExactlyInAnyOrder("Db 0", "Db 1", "Db 2");
        assertThat(tenant.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void secondRunRotatesOnlyFailedItems() {
        List<String> ids = databases(250);
        for (String id : List.of(ids.get(7), ids.get(99), ids.get(201))) {
            tenant.stubNext(
                    "PATCH",
                    "/api/v1/data-connections/" + id,
                    StubResponse.error(400, "DCERROR-0010", "Bad or invalid request", "The connector said no."));
        }

        RotationReport first = qlik.dataConnections().rotateCredentials(DATABASES, NEW, RotationOptions.defaults());
        assertThat(first.rotated()).hasSize(247);
        assertThat(first.failed()).hasSize(3).allSatisfy(item -> {
            assertThat(item.status()).isEqualTo(400);
            assertThat(item.error().flatMap(error -> error.code())).contains("DCERROR-0010");
            assertThat(item.error().flatMap(error -> error.detail())).contains("The connector said no.");
            assertThat(item.name()).startsWith("Db ");
        });

        tenant.clearRequests();
        RotationReport second = qlik.dataConnections().rotateCredentials(first, NEW, RotationOptions.defaults());
        assertThat(second.rotated())
                .extracting(RotationItem::connectionId)
                .containsExactlyInAnyOrder(ids.get(7), ids.get(99), ids.get(201));
        assertThat(tenant.requests().stream().filter(request -> request.method().equals("PATCH")))
                .hasSize(3);
        assertThat(tenant.connections())
                .allSatisfy(connection ->
                        assertThat(connection.secrets()).containsEntry("password", "new-" + connection.name()));
        assertThat(tenant.throttled(TenantRateTier.WRITE)).isZero();
    }

    @Test
    void progressIsReported() {
        databases(5);
        List<String> progress = Collections.synchronizedList(new ArrayList<>());
        qlik.dataConnections()
                .rotateCredentials(
                        DATABASES,
                        NEW,
                        RotationOptions.builder()
                                .parallelism(2)
                                .listener((done, total, current) -> progress.add(done + "/" + total))
                                .build());
        assertThat(progress).containsExactly("1/5", "2/5", "3/5", "4/5", "5/5");
    }

    @Test
    void exceptionOfASupplierAffectsOnlyItsItemAndIsNotPrinted() {
        databases(2);
        RotationReport report = qlik.dataConnections()
                .rotateCredentials(
                        DATABASES,
                        connection -> {
                            if (connection.name().equals("Db 0")) {
                                throw new IllegalStateException("vault said: s3cr3t");
                            }
                            return Map.of("password", Secret.of("new"));
                        },
                        RotationOptions.defaults());
        assertThat(report.rotated()).hasSize(1);
        assertThat(report.failed())
                .singleElement()
                .satisfies(item -> assertThat(item.reason())
                        .hasValueSatisfying(reason ->
                                assertThat(reason).contains("supplier").doesNotContain("s3cr3t")));
    }

    @Test
    void itemWithAnUnknownOutcomeIsReported() {
        List<String> ids = databases(1);
        tenant.stubNext("PATCH", "/api/v1/data-connections/" + ids.get(0), StubResponse.dropAfterHandling());
        RotationReport report = qlik.dataConnections().rotateCredentials(DATABASES, NEW, RotationOptions.defaults());
        assertThat(report.failed())
                .singleElement()
                .satisfies(item -> assertThat(item.outcome()).isEqualTo(RotationOutcome.UNKNOWN));
        assertThat(qlik.dataConnections()
                        .rotateCredentials(report, NEW, RotationOptions.defaults())
                        .rotated())
                .hasSize(1);
    }

    @Test
    void failingNullAndEmptySuppliersHaveDistinctOutcomes() {
        databases(7);
        IllegalStateException thrown = new IllegalStateException("vault said: s3cr3t");
        Map<String, Secret> nameless = new HashMap<>();
        nameless.put(null, Secret.of("new"));
        Map<String, Secret> valueless = new HashMap<>();
        valueless.put("password", null);
        Secret cleared = Secret.of("new");
        cleared.clear();

        RotationReport report = qlik.dataConnections()
                .rotateCredentials(
                        DATABASES,
                        connection -> switch (connection.name()) {
                            case "Db 0" -> throw thrown;
                            case "Db 1" -> null;
                            case "Db 2" -> Map.of();
                            case "Db 3" -> nameless;
                            case "Db 4" -> valueless;
                            case "Db 5" -> Map.of("password", cleared);
                            default -> Map.of("password", Secret.of("new"));
                        },
                        RotationOptions.defaults());

        assertThat(report.rotated()).extracting(RotationItem::name).containsExactly("Db 6");
        assertThat(report).hasToString("RotationReport[1 rotated, 6 failed, 0 planned]");
        assertThat(report.failed().stream().collect(Collectors.toMap(RotationItem::name, RotationItem::outcome)))
                .containsOnly(
                        Map.entry("Db 0", RotationOutcome.SUPPLIER_FAILED),
                        Map.entry("Db 1", RotationOutcome.INVALID_CREDENTIALS),
                        Map.entry("Db 2", RotationOutcome.NO_CREDENTIALS),
                        Map.entry("Db 3", RotationOutcome.INVALID_CREDENTIALS),
                        Map.entry("Db 4", RotationOutcome.INVALID_CREDENTIALS),
                        Map.entry("Db 5", RotationOutcome.INVALID_CREDENTIALS));
        assertThat(tenant.requests().stream().filter(request -> request.method().equals("PATCH")))
                .hasSize(1);
        Map<String, String> reasons = report.failed().stream()
                .collect(Collectors.toMap(
                        RotationItem::name, item -> item.reason().orElseThrow()));
        assertThat(reasons.get("Db 0")).contains("threw java.lang.IllegalStateException", "see cause()");
        assertThat(reasons.get("Db 1")).contains("returned null:");
        assertThat(reasons.get("Db 2")).contains("returned no secret:");
        assertThat(reasons.get("Db 3")).contains("without the name of its property");
        assertThat(reasons.get("Db 4")).contains("returned null for the property password");
        assertThat(reasons.get("Db 5")).contains("returned a cleared secret for the property password");
        assertThat(report.failed())
                .filteredOn(item -> item.name().equals("Db 0"))
                .singleElement()
                .satisfies(item -> assertThat(item.cause()).containsSame(thrown))
                .asString()
                .doesNotContain("s3cr3t");
        assertThat(report.failed())
                .filteredOn(item -> !item.name().equals("Db 0"))
                .allSatisfy(item -> assertThat(item.cause()).isEmpty());
    }

    @Test
    void secondRunRetriesItemsWithoutASuppliedSecret() {
        databases(2);

        RotationReport first = qlik.dataConnections()
                .rotateCredentials(
                        DATABASES,
                        connection -> connection.name().equals("Db 0") ? Map.of() : NEW.credentialsOf(connection),
                        RotationOptions.defaults());
        RotationReport second = qlik.dataConnections().rotateCredentials(first, NEW, RotationOptions.defaults());

        assertThat(second.rotated()).extracting(RotationItem::name).containsExactly("Db 0");
    }

    @Test
    void rejectedItemHasTheExceptionAsItsCause() {
        String id = databases(1).get(0);
        tenant.stubNext(
                "PATCH",
                "/api/v1/data-connections/" + id,
                StubResponse.error(400, "DCERROR-0010", "Bad or invalid request", "The connector said no."));

        RotationReport report = qlik.dataConnections().rotateCredentials(DATABASES, NEW, RotationOptions.defaults());

        assertThat(report.failed())
                .singleElement()
                .satisfies(item -> assertThat(item.cause()).containsInstanceOf(QlikApiException.class));
    }

    @Test
    void itemContainsTheWarningsForItsNewSecrets() {
        databases(2);

        RotationReport report = qlik.dataConnections()
                .rotateCredentials(
                        DATABASES,
                        connection ->
                                Map.of("password", Secret.of(connection.name().equals("Db 0") ? "pw\n" : "changeme")),
                        RotationOptions.defaults());

        assertThat(report.rotated())
                .hasSize(2)
                .allSatisfy(item ->
                        assertThat(item.warnings()).singleElement().asString().contains("password"));
    }

    private List<String> databases(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(tenant.addConnection(
                    "mssql",
                    "Db " + i,
                    null,
                    Map.of("host", "db.example.com", "port", 1433, "username", "reader", "password", "old")));
        }
        return ids;
    }
}
