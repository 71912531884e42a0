package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.Violation;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A result of ensure carries the notes and warnings of the validation, regardless of its outcome. */
class EnsureWarningsTest extends FakeTenantFixture {

    private static final String SOURCE = "warned";

    @BeforeEach
    void addSource() {
        tenant.addDataSource(
                FakeDataSource.builder(SOURCE).connectionProperties("""
                        {"type": "object", "required": ["host"], "properties": {"host": {"type": "string"},
                        "port": {"type": "integer"}, "password": {"type": "string", "writeOnly": true}}}""").build());
    }

    private static ConnectionDraft.Builder draft(String host) {
        return ConnectionDraft.builder(SOURCE, "Db").set("host", host).secret("password", Secret.of("pw-1\n"));
    }

    private void assertWarned(EnsureResult result, EnsureOutcome outcome, ConnectionDraft draft) {
        List<String> expected = qlik.dataConnections().validate(draft).violations().stream()
                .map(Violation::message)
                .toList();
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(expected).isNotEmpty();
        assertThat(result.warnings()).containsAll(expected);
        assertThat(result.toString()).doesNotContain("pw-1");
    }

    @Test
    void everyOutcomeCarriesTheWarningsOfTheDraft() {
        ConnectionDraft first = draft("a.example.com").build();
        ConnectionDraft second = draft("b.example.com").build();

        assertWarned(qlik.dataConnections().ensure(first), EnsureOutcome.CREATED, first);
        assertWarned(qlik.dataConnections().ensure(second), EnsureOutcome.UPDATED, second);
        assertWarned(qlik.dataConnections().ensure(second), EnsureOutcome.UNCHANGED, second);
        assertThat(qlik.dataConnections().ensure(second).warnings()).anyMatch(text -> text.contains("line break"));
    }

    @Test
    void appliedPlanCarriesTheWarningsOfItsDraft() {
        ConnectionDraft draft = draft("a.example.com").set("port", "1433").build();

        EnsureResult result =
                qlik.dataConnections().apply(qlik.dataConnections().plan(draft));

        assertWarned(result, EnsureOutcome.CREATED, draft);
        assertThat(result.warnings()).anyMatch(text -> text.startsWith("port was given as a string"));
    }

    @Test
    void connectStatementCarriesTheWarningThatItIsNotChecked() {
        ConnectionDraft draft = ConnectionDraft.builder(
                        SOURCE,
                        "Db",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"provider=Some.exe;host=a;\"", "Some.exe")
                                .build())
                .build();

        assertWarned(qlik.dataConnections().ensure(draft), EnsureOutcome.CREATED, draft);
    }

    @Test
    void everyItemOfARunCarriesTheWarningsOfItsDraft() {
        EnsureReport report = qlik.dataConnections()
                .ensureAll(List.of(draft("a.example.com").build(), s3("Lake").build()));

        assertThat(report.items())
                .extracting(EnsureItem::result)
                .satisfiesExactly(
                        warned -> assertThat(warned.orElseThrow().warnings())
                                .anyMatch(text -> text.contains("password") && text.contains("line break")),
                        clean -> assertThat(clean.orElseThrow().warnings())
                                .noneMatch(text -> text.contains("password")));
    }

    @Test
    void aCreationWhoseResponseIsLostCarriesTheWarningsOfTheDraft() {
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());
        ConnectionDraft draft = draft("a.example.com").build();

        assertWarned(qlik.dataConnections().ensure(draft), EnsureOutcome.CREATED, draft);
    }

    @Test
    void aCreationThatCannotBeReadBackHasAnEntryForEachValue() {
        tenant.stubAll(
                request -> request.method().equals("GET") && request.path().matches(".*/data-connections/.+"),
                request -> StubResponse.error(403, "DCERROR-0003", "No", "No right to read."));
        ConnectionDraft draft = draft("a.example.com").build();

        EnsureResult result = qlik.dataConnections().ensure(draft);

        assertWarned(result, EnsureOutcome.CREATED, draft);
        assertThat(result.warnings()).anyMatch(text -> text.contains("could not be read back"));
        assertThat(result.entries())
                .filteredOn(entry -> entry.path().endsWith("/host"))
                .extracting(entry -> entry.status())
                .containsExactly(ComparisonStatus.NOT_COMPARED);
        assertThat(result.entries()).noneMatch(entry -> entry.status().isWritten());
    }
}
