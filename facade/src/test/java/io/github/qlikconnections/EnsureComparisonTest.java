package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values ensure treats as equal and which it writes. */
class EnsureComparisonTest extends FakeTenantFixture {

    private static final String TYPED = "typed";

    /** Adds a data source with one property for each rule of the comparison. */
    private void addTypedSource() {
        tenant.addDataSource(FakeDataSource.builder(TYPED)
                .connectionProperties("""
                        {"type": "object", "properties": {
                          "text": {"type": "string"},
                          "count": {"type": "integer"},
                          "ratio": {"type": "number"},
                          "flag": {"type": "boolean"},
                          "any": {},
                          "region": {"type": "string", "default": "us-east-1"},
                          "host": {"type": "string"},
                          "name": {"type": "string", "format": "hostname"},
                          "url": {"type": "string"},
                          "endpoint": {"type": "string", "format": "uri"},
                          "blob": {"type": "string", "contentEncoding": "base64"},
                          "options": {"type": "object"},
                          "pin": {"type": "integer"},
                          "secure": {"type": "boolean"}}}""")
                .secretProperties("pin", "secure")
                .build());
    }

    private void addConnection(String property, Object value) {
        addTypedSource();
        tenant.addConnection(TYPED, "One", null, Map.of(property, value, "region", "us-east-1"));
    }

    private EnsureResult ensure(String property, Object value) {
        return qlik.dataConnections()
                .ensure(ConnectionDraft.builder(TYPED, "One")
                        .setAll(Map.of(property, value))
                        .secret("pin", Secret.of("1"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "text, '1', '01'",
        "text, '1.1', '1.10'",
        "text, 'true', 'True'",
        "text, 'a', 'A'",
        "text, 'x', 'x '",
        "any, '1', '01'",
        "any, 'on', 'On'",
        "url, 'https://x.example.com/api', 'https://x.example.com/api/'",
        "url, 'https://x.example.com/?a=1', 'https://x.example.com/?a=2'",
        "url, 'https://x.example.com/A', 'https://x.example.com/a'",
        "endpoint, 'https://x.example.com:8443', 'https://x.example.com'",
        "blob, 'AAEC', 'aaec'"
    })
    void changedStringIsWritten(String property, String held, String wanted) {
        addConnection(property, held);

        EnsureResult result = ensure(property, wanted);

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().properties()).containsEntry(property, wanted);
        assertThat(ensure(property, wanted).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({
        "host, 'DB.Example.COM', 'db.example.com'",
        "name, 'DB.Example.COM', 'db.example.com'",
        "url, 'HTTPS://X.example.com', 'https://x.example.com:443/'",
        "url, 'https://x.example.com/%7eme', 'https://x.example.com/~me'",
        "endpoint, 'http://x.example.com:80/a/../b', 'http://x.example.com/b'",
        "endpoint, 'http://x.example.com/%c3%a4', 'http://x.example.com/%C3%A4'"
    })
    void equivalentSpellingIsNotWritten(String property, String held, String wanted) {
        addConnection(property, held);

        assertThat(ensure(property, wanted).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).isEmpty();
    }

    @Test
    void base64IsComparedWithoutLineBreaks() {
        addConnection("blob", "AAEC\r\nAwQF");

        assertThat(ensure("blob", "AAECAwQF").outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, '1.50'",
        "-0.0, '-0.0'",
        "1e400, '1e400'",
        "1E-400, '1e-400'",
        "12345678901234567890.10, '12345678901234567890.10'",
        "123456789012345678901234567890, '123456789012345678901234567890'"
    })
    void aNumberAndItsExactTextAreEqual(String held, String wanted) {
        addConnection("any", new BigDecimal(held));

        assertThat(ensure("any", wanted).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, '1.5'",
        "1.5, '1.50'",
        "7, '007'",
        "100, '1e2'",
        "9007199254740993.0, '9007199254740992.0'",
        "123456789012345678901234567890, '123456789012345678901234567891'"
    })
    void anotherTextThanThatOfTheNumberIsWritten(String held, String wanted) {
        addConnection("any", new BigDecimal(held));

        assertThat(ensure("any", wanted).outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().properties()).containsEntry("any", wanted);
    }

    @ParameterizedTest
    @CsvSource({"1e300, 10e299", "9007199254740993.0, 9007199254740993.00", "1.50, 1.5"})
    void theDigitsOfAReturnedNumberAreKept(BigDecimal held, BigDecimal wanted) {
        addConnection("ratio", held);

        EnsureResult result = ensure("ratio", wanted);

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(qlik.dataConnections().getWithProperties(stored().id()).properties())
                .containsEntry("ratio", held);
    }

    @Test
    void numbersAreComparedByValue() {
        addConnection("ratio", new BigDecimal("0.50"));

        assertThat(ensure("ratio", new BigDecimal("0.5")).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void changedDecimalIsRejectedBeforeAnyWrite() {
        addConnection("ratio", new BigDecimal("0.25"));

        assertThatThrownBy(() -> ensure("ratio", new BigDecimal("0.5")))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("ratio")
                .hasMessageContaining("JSON Patch");
        assertThat(writes()).isEmpty();
    }

    @Test
    void changedObjectIsRejectedBeforeAnyWrite() {
        addConnection("options", Map.of("a", 1));

        assertThatThrownBy(() -> ensure("options", Map.of("a", 2))).isInstanceOf(InvalidPatchException.class);
        assertThat(ensure("options", Map.of("a", 1)).outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(writes()).isEmpty();
    }

    @Test
    void integralDecimalIsWrittenAsAnInteger() {
        addConnection("ratio", 4);

        assertThat(ensure("ratio", new BigDecimal("5.0")).outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(writes().get(0).body()).contains("\"value\":5}");
    }

    @Test
    void valuesAreComparedAsJsonIfTheSpecificationIsUnusable() {
        tenant.addDataSource(FakeDataSource.builder("broken")
                .connectionProperties("{\"type\": \"object\", \"properties\": 7}")
                .build());
        tenant.addConnection("broken", "One", null, Map.of("host", "a.example.com", "port", 443));
        ConnectionDraft.Builder draft = ConnectionDraft.builder("broken", "One").set("port", "443");

        assertThat(qlik.dataConnections()
                        .ensure(draft.set("host", "a.example.com").build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
        EnsureResult moved = qlik.dataConnections()
                .ensure(draft.set("host", "b.example.com")
                        .secret("token", Secret.of("T-1"))
                        .build());
        assertThat(moved.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(stored().properties()).containsEntry("host", "b.example.com");
    }

    @Test
    void addedHeaderIsWritten() {
        qlik.dataConnections()
                .ensure(rest().set("queryHeaders", List.of(header("X-One", "1")))
                        .build());

        EnsureResult more = qlik.dataConnections()
                .ensure(rest().set("queryHeaders", List.of(header("X-One", "1"), header("X-Two", "2")))
                        .build());

        assertThat(more.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(more.changes()).extracting(PlannedChange::path).contains("/connectionProperties/queryHeaders");
        assertThat(writes()).hasSize(2);
        assertThat(qlik.dataConnections()
                        .ensure(rest().set("queryHeaders", List.of(header("X-One", "1"), header("X-Two", "2")))
                                .build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
    }

    @Test
    void listsAreComparedInOrderAndEntriesMemberByMember() {
        Map<String, Object> first = Map.of("name", "a", "value", "1");
        Map<String, Object> second = Map.of("name", "b", "value", "2");
        qlik.dataConnections()
                .ensure(rest().set("queryParameters", List.of(first, second)).build());

        assertThat(ensureParameters(List.of(first, second))).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(ensureParameters(List.of(second, first))).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(ensureParameters(List.of(second, Map.of("name", "a", "value", "3"))))
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(ensureParameters(List.of(second))).isEqualTo(EnsureOutcome.UPDATED);
    }

    private EnsureOutcome ensureParameters(List<Map<String, Object>> parameters) {
        return qlik.dataConnections()
                .ensure(rest().set("queryParameters", parameters).build())
                .outcome();
    }

    @Test
    void listIsNotSentWithoutTheSecretOfAKeptEntry() {
        qlik.dataConnections()
                .ensure(rest().set("queryHeaders", List.of(header("Authorization", "Bearer T-1"), header("X-Two", "2")))
                        .build());

        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(rest().set(
                                        "queryHeaders",
                                        List.of(
                                                Map.of("name", "Authorization"),
                                                header("X-Two", "2"),
                                                header("X-3", "3")))
                                .build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("\"Authorization\"")
                .hasMessageNotContaining("T-1");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void secretNumberIsSentAsANumberAndNeverPrinted() {
        addTypedSource();
        ConnectionDraft draft = ConnectionDraft.builder(TYPED, "One")
                .set("text", "x")
                .secret("pin", Secret.of("471147"))
                .secret("secure", Secret.of("true"))
                .build();

        EnsureResult created = qlik.dataConnections().ensure(draft);
        EnsureResult again = qlik.dataConnections().ensure(draft);
        EnsureResult sent = qlik.dataConnections()
                .ensure(
                        draft,
                        EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build());

        assertThat(writes().get(0).body()).contains("\"pin\":471147", "\"secure\":true");
        assertThat(writes().get(1).body()).contains("\"value\":471147", "\"value\":true");
        assertThat(again.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(qlik.dataConnections().validate(draft).draft().properties().toString())
                .doesNotContain("471147");
        assertThat(List.of(created, again, sent).toString() + sent.entries()).doesNotContain("471147");
    }

    @Test
    void returnedValueIsComparedEvenIfItsNameSuggestsASecret() {
        tenant.addDataSource(
                FakeDataSource.builder("named").connectionProperties("""
                        {"type": "object", "properties": {
                          "authSchema": {"type": "string"},
                          "keyPath": {"type": "string"},
                          "apiToken": {"type": "string"}}}""").build());
        tenant.addConnection(
                "named", "One", null, Map.of("authSchema", "basic", "keyPath", "/a", "apiToken", "visible-1"));

        for (String property : List.of("authSchema", "keyPath", "apiToken")) {
            EnsureResult result = qlik.dataConnections()
                    .ensure(ConnectionDraft.builder("named", "One")
                            .set(property, "other-2")
                            .build());
            assertThat(result.outcome()).as(property).isEqualTo(EnsureOutcome.UPDATED);
        }
        assertThat(stored().properties()).containsEntry("apiToken", "other-2");
    }

    @Test
    void propertyExcludedByAnOptionIsNotWritten() {
        addTypedSource();
        tenant.addConnection(TYPED, "One", null, Map.of("count", 1));

        EnsureResult result = qlik.dataConnections()
                .ensure(
                        ConnectionDraft.builder(TYPED, "One")
                                .set("text", "x")
                                .set("count", 1)
                                .build(),
                        EnsureOptions.builder().notReadable("text").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(result.notCompared())
                .filteredOn(entry -> entry.path().endsWith("/text"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.status()).isEqualTo(ComparisonStatus.NOT_READABLE);
                    assertThat(entry.note().orElseThrow()).contains("notReadable");
                });
        assertThat(writes()).isEmpty();
    }

    private static ConnectionDraft.Builder rest() {
        return ConnectionDraft.builder("rest", "Api").set("url", "https://api.example.com/v1");
    }

    private static Map<String, Object> header(String name, String value) {
        return Map.of("name", name, "value", Secret.of(value));
    }

    private StoredConnection stored() {
        return tenant.connections().get(0);
    }

    @ParameterizedTest
    @CsvSource({"name, a", "zone, a"})
    void listIsNotSentWithoutTheMarkedSecretOfAKeptEntry(String key, String value) {
        tenant.addDataSource(
                FakeDataSource.builder("listed").connectionProperties("""
                        {"type": "object", "properties": {"accounts": {"type": "array", "items":
                          {"type": "object", "properties": {
                            "name": {"type": "string"}, "zone": {"type": "string"},
                            "token": {"type": "string", "format": "password"}}}}}}""").build());
        tenant.addConnection(
                "listed", "One", null, Map.of("accounts", List.of(Map.of(key, value, "token", "********"))));

        ConnectionPlan plan = qlik.dataConnections()
                .plan(ConnectionDraft.builder("listed", "One")
                        .set("accounts", List.of(Map.of(key, value), Map.of(key, "b", "token", Secret.of("T-2"))))
                        .build());

        assertThat(plan.action()).isEqualTo(PlanAction.BLOCKED);
        assertThat(plan.violations()).extracting(Violation::code).containsExactly(ViolationCode.SECRET_MISSING);
    }
}
