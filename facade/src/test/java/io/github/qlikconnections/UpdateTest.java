package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.plan.UpdateResult;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest extends FakeTenantFixture {

    @Test
    void severalChangesAreSentInOneRequest() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .rename("Ocean")
                                .set("region", "eu-north-1")
                                .secret("secretKey", Secret.of("SK-2"))
                                .build());
        DataConnection changed = qlik.dataConnections().getWithProperties(id);
        assertThat(changed.name()).isEqualTo("Ocean");
        assertThat(changed.properties()).containsEntry("region", "eu-north-1").containsEntry("bucketName", "acme");
        assertThat(tenant.connections().get(0).secrets()).containsEntry("secretKey", "SK-2");
        assertThat(writes()).hasSize(2);
        assertThat(writes().get(1).body()).contains("\"value\"").doesNotContain("\"Value\"");
    }

    @Test
    void propertyIsRemovedAndTagsAreReplaced() {
        String id = qlik.dataConnections()
                .create(s3("Lake").set("storeSseHeader", "AES256").tags("old").build())
                .id();
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .remove("storeSseHeader")
                                .tags("a", "b")
                                .build());
        DataConnection changed = qlik.dataConnections().getWithProperties(id);
        assertThat(changed.properties()).doesNotContainKey("storeSseHeader");
        assertThat(changed.tags()).contains("a", "b").doesNotContain("old");
    }

    @Test
    void connectionOfAStatementMayHaveOneTagMore() {
        ConnectStatement statement = ConnectStatement.builder("CUSTOM CONNECT TO \"provider=x\"", "x.exe")
                .build();
        String ofStatement = qlik.dataConnections()
                .create(ConnectionDraft.builder("mssql", "Orders", statement).build())
                .id();
        String ofProperties = qlik.dataConnections().create(s3("Lake").build()).id();
        ConnectionPatch patch = ConnectionPatch.builder()
                .tags(IntStream.range(0, 32).mapToObj(i -> "t" + i).toArray(String[]::new))
                .build();

        qlik.dataConnections().update(ofStatement, patch);

        assertThat(qlik.dataConnections().get(ofStatement).tags()).hasSize(32);
        assertThatThrownBy(() -> qlik.dataConnections().update(ofProperties, patch))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("tags has 32 tags; expected at most 31.");
    }

    @Test
    void valueIsSentInItsDeclaredType() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        UpdateResult result = qlik.dataConnections()
                .update(id, ConnectionPatch.builder().set("port", "1434").build());
        assertThat(result.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).contains("1434"));
        assertThat(writes().get(1).body()).contains("\"value\":1434");
    }

    @Test
    void allViolationsOfAPatchAreReportedAndNothingIsSent() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        InvalidPatchException invalid = catchThrowableOfType(
                InvalidPatchException.class,
                () -> qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder()
                                        .connectStatement("CUSTOM CONNECT TO \"provider=x;\"")
                                        .set("hots", "db2.example.com")
                                        .build()));
        assertThat(invalid.violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder(
                        ViolationCode.PATCH_MIXES_FORMS,
                        ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                        ViolationCode.UNKNOWN_PROPERTY);
        assertThat(invalid).hasMessageContaining("host").hasMessageContaining("nothing was sent");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void credentialsAreRequiredOnlyForAnotherHost() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        assertThatThrownBy(() -> qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder()
                                        .set("host", "db2.example.com")
                                        .build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("requires the credentials");
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder().set("host", "db.example.com").build());
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .set("host", "db2.example.com")
                                .secret("password", Secret.of("PW-2"))
                                .build());
        assertThat(qlik.dataConnections().getWithProperties(id).properties()).containsEntry("host", "db2.example.com");
    }

    @Test
    void twoPasswordsAreRejected() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        assertThatThrownBy(() -> qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder()
                                        .password(Secret.of("PW-2"))
                                        .secret("password", Secret.of("PW-3"))
                                        .build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageNotContaining("PW-2")
                .hasMessageNotContaining("PW-3");
    }

    @Test
    void hostChangeWarnsThatSeparatedCredentialsAreDetached() {
        String id = qlik.dataConnections()
                .create(mssql("Db").separateCredentials("Team account").build())
                .id();
        UpdateResult moved = qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder().set("host", "db2.example.com").build());
        assertThat(moved.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("detached"));
        assertThat(qlik.dataConnections().get(id).credentialsId()).isEmpty();
    }

    @Test
    void fileIsReplacedByItsIndex() {
        String id = qlik.dataConnections()
                .create(ConnectionDraft.builder("gbq", "Warehouse")
                        .set("OAuthMechanism", "0")
                        .set("Email", "robot@example.com")
                        .set("Catalog", "acme-data")
                        .file("KeyFilePath", "old.p12", "old key".getBytes(StandardCharsets.UTF_8))
                        .build())
                .id();
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .file("KeyFilePath", 0, "new.p12", "new key".getBytes(StandardCharsets.UTF_8))
                                .build());
        assertThat(writes().get(1).body())
                .contains("/connectionProperties/KeyFilePath/0/name", "new.p12")
                .contains("/connectionProperties/KeyFilePath/0/value", "bmV3IGtleQ==");
        assertThat(tenant.connections().get(0).secrets().toString()).contains("new.p12", "bmV3IGtleQ==");
    }

    @Test
    void duplicateNameAndUnknownIdAreReported() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        qlik.dataConnections().create(s3("Ocean").build());
        ConnectionPatch rename = ConnectionPatch.builder().rename("Ocean").build();
        assertThatThrownBy(() -> qlik.dataConnections().update(id, rename)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> qlik.dataConnections().update(UUID.randomUUID().toString(), rename))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void authorizationCodeIsSentAsAHeader() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .rename("Ocean")
                                .authCode(Secret.of("code=abc"))
                                .build());
        assertThat(writes().get(1).header("qlik-auth-code")).contains("code=abc");
    }

    @Test
    void connectStatementIsReplaced() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        qlik.dataConnections()
                .replace(
                        id,
                        ConnectionReplacement.builder(
                                        "Lake",
                                        "QvWebStorageProviderConnectorPackage.exe",
                                        "CUSTOM CONNECT TO \"provider=QvWebStorageProviderConnectorPackage.exe;"
                                                + "sourceType=File_AmazonS3ConnectorV2;region=eu-north-1;bucketName=b2;\"")
                                .dataSource(S3)
                                .build());
        assertThat(qlik.dataConnections().getWithProperties(id).properties())
                .containsEntry("region", "eu-north-1")
                .containsEntry("bucketName", "b2");
    }

    @Test
    void credentialsOfOneConnectionAreRotated() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        UpdateResult rotated = qlik.dataConnections().rotateCredentials(id, Map.of("password", Secret.of("PW-2")));
        assertThat(tenant.connections().get(0).secrets()).containsEntry("password", "PW-2");
        assertThat(rotated.toString()).doesNotContain("PW-2");
        assertThatThrownBy(() -> qlik.dataConnections().rotateCredentials(id, Map.of("pasword", Secret.of("PW-3"))))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("PW-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connectionProperties/queryHeaders/0/value", "/qPassword"})
    void secretStringAtAnyPathIsNeverPrinted(String path) {
        String id = addConnectionWithHeader("Authorization", "old");

        UpdateResult result = qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .operation(PatchOperation.set(PatchOperation.Op.REPLACE, path, "hush-1"))
                                .build());

        assertThat(result.toString() + result.changes()).contains(path).doesNotContain("hush-1");
        assertThat(writes().get(0).body()).contains("hush-1");
    }

    @Test
    void updatedValueCausesTheSameWarningsAsACreation() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();

        assertThat(qlik.dataConnections()
                        .rotateCredentials(id, Map.of("password", Secret.of("pw\n")))
                        .warnings())
                .isEqualTo(warnings(mssql("Db").secret("password", Secret.of("pw\n"))));
        assertThat(qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder()
                                        .set("database", " sales")
                                        .build())
                        .warnings())
                .isEqualTo(warnings(mssql("Db").set("database", " sales")));
        assertThat(qlik.dataConnections()
                        .update(id, ConnectionPatch.builder().tags("a", "a").build())
                        .warnings())
                .isEqualTo(warnings(mssql("Db").tags("a", "a")));
        assertThat(qlik.dataConnections()
                        .update(id, ConnectionPatch.builder().rename(" Db").build())
                        .warnings())
                .isEqualTo(warnings(mssql(" Db")));
    }

    @Test
    void conditionalRuleAppliesToTheConnectionAfterThePatch() {
        addModes();
        String id = tenant.addConnection("modes", "One", null, Map.of("mode", "plain", "level", "high"));

        update(id, ConnectionPatch.builder().set("level", "low"));
        assertThatThrownBy(() ->
                        update(id, ConnectionPatch.builder().set("mode", "tls").set("level", "lowest")))
                .isInstanceOfSatisfying(
                        InvalidPatchException.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.code() + " " + violation.path())
                                .containsExactly("NOT_ALLOWED level"));
        update(id, ConnectionPatch.builder().remove("mode").set("level", "high"));

        assertThat(qlik.dataConnections().getWithProperties(id).properties()).isEqualTo(Map.of("level", "high"));
    }

    @Test
    void faultOfAStoredValueIsNotReported() {
        addModes();
        String id = tenant.addConnection("modes", "One", null, Map.of("mode", "tls", "level", "low"));

        UpdateResult result = update(id, ConnectionPatch.builder().set("size", "large"));

        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void propertiesThatNoDraftCanHaveDoNotPreventAnUpdate() {
        addModes();
        String id = tenant.addConnection("modes", "One", null, Map.of("mode", "plain", "deep", nested(70)));

        update(id, ConnectionPatch.builder().set("size", "large"));

        assertThat(tenant.connections().get(0).properties()).containsEntry("size", "large");
    }

    private static Object nested(int depth) {
        return depth == 0 ? "end" : Map.of("a", nested(depth - 1));
    }

    @Test
    void patchedFileMustHaveTheFormOfAFile() {
        addModes();
        String id = tenant.addConnection("modes", "One", null, Map.of("mode", "plain"));

        assertThat(violations(id, ConnectionPatch.builder().set("trustedCerts", "abc")))
                .containsExactly("FILE_FORM trustedCerts");
        assertThat(violations(
                        id,
                        replace("/connectionProperties/trustedCerts", List.of(Map.of("name", "ca.pem", "value", "?")))))
                .contains("FILE_CONTENT trustedCerts[0].value");
        assertThat(violations(id, replace("/connectionProperties/trustedCerts/0/value", "not base64")))
                .containsExactly("FILE_CONTENT trustedCerts[0].value");
    }

    @Test
    void itemOfAPatchedListObeysItsRules() {
        addModes();
        String id = tenant.addConnection("modes", "One", null, Map.of("mode", "plain"));

        assertThat(violations(id, replace("/connectionProperties/sizes", List.of("a"))))
                .containsExactly("SCHEMA sizes[0]");
    }

    @Test
    void nestedValueCausesTheSameViolationsAsACreation() {
        String id = addConnectionWithHeader("a", "b");
        String path = "/connectionProperties/queryHeaders/0/value";

        assertThat(update(id, replace(path, "x\n")).warnings())
                .singleElement()
                .asString()
                .startsWith("queryHeaders[0].value contains a line break");
        assertThat(violations(id, replace(path, "<TOKEN>"))).containsExactly("PLACEHOLDER queryHeaders[0].value");
        QlikClient lenient = qlik.withOptions(
                o -> o.validationPolicy(ValidationPolicy.strict().allow("queryHeaders")));
        assertThat(lenient.dataConnections()
                        .update(id, replace(path, "<TOKEN>").build())
                        .warnings())
                .singleElement()
                .asString()
                .contains("is still a placeholder");
    }

    @Test
    void partOfAnUnknownPropertyIsNotPatched() {
        String id = tenant.addConnection("mssql", "Db", null, Map.of("host", "db.example.com"));

        assertThat(violations(id, replace("/connectionProperties/queryHeadres/0/value", "x")))
                .containsExactly("UNKNOWN_PROPERTY queryHeadres[0].value");
    }

    @Test
    void namesThatTheSpecificationAllowsWithoutListingThemArePatched() {
        tenant.addDataSource(FakeDataSource.builder("open")
                .connectionProperties("{\"properties\": {\"host\": {\"type\": \"string\"}},"
                        + " \"patternProperties\": {\"^x-\": {}}, \"additionalProperties\": false}")
                .build());
        String id = tenant.addConnection("open", "Db", null, Map.of("host", "db.example.com"));

        assertThat(violations(id, replace("/connectionProperties/y-headers/0/value", "x")))
                .containsExactly("UNKNOWN_PROPERTY y-headers[0].value");
        tenant.stubAll(request -> request.method().equals("PATCH"), request -> StubResponse.status(204));
        assertThat(update(id, replace("/connectionProperties/x-headers/0/value", "x"))
                        .changes())
                .hasSize(1);
    }

    @Test
    void patchedConnectStatementMustNotBeAPlaceholder() {
        String id = tenant.addConnection("mssql", "Db", null, Map.of("host", "db.example.com"));

        assertThat(violations(
                        id,
                        ConnectionPatch.builder()
                                .connectStatement("<CONNECT_STATEMENT>")
                                .password(Secret.of("PW-2"))))
                .containsExactly("PLACEHOLDER qConnectStatement");
    }

    @Test
    void policyDecidesOnTheRemovalOfAnUnknownProperty() {
        String id = tenant.addConnection("mssql", "Db", null, Map.of("host", "db.example.com"));
        ConnectionPatch.Builder patch = ConnectionPatch.builder().remove("hots").set("database", "sales");

        assertThatThrownBy(() -> update(id, patch))
                .isInstanceOfSatisfying(
                        InvalidPatchException.class,
                        invalid -> assertThat(invalid.violations().get(0).relaxationHint())
                                .contains("To allow it: add .allow(\"hots\") to the ValidationPolicy, or base it on"
                                        + " lenient()."));
        tenant.stubAll(request -> request.method().equals("PATCH"), request -> StubResponse.status(204));
        for (ValidationPolicy policy :
                List.of(ValidationPolicy.lenient(), ValidationPolicy.strict().allow("hots"))) {
            QlikClient lenient = qlik.withOptions(o -> o.validationPolicy(policy));
            assertThat(lenient.dataConnections().update(id, patch.build()).warnings())
                    .anySatisfy(warning -> assertThat(warning).startsWith("hots is not a property of mssql"));
        }
    }

    private void addModes() {
        tenant.addDataSource(
                FakeDataSource.builder("modes").connectionProperties("""
                    {"type": "object",
                     "properties": {"mode": {}, "level": {"type": "string"}, "size": {"minLength": 3}, "deep": {},
                                    "trustedCerts": {"type": "array"},
                                    "sizes": {"items": {"anyOf": [{"type": "integer", "minimum": 3}, {"not": {}}]}}},
                     "required": [],
                     "if": {"properties": {"mode": {"const": "tls"}}}, "then": {"properties": {"level": {"enum": ["high"]}}}}\
                    """).build());
    }

    private UpdateResult update(String id, ConnectionPatch.Builder patch) {
        return qlik.dataConnections().update(id, patch.build());
    }

    private static ConnectionPatch.Builder replace(String path, Object value) {
        return ConnectionPatch.builder().operation(PatchOperation.set(PatchOperation.Op.REPLACE, path, value));
    }

    /** Returns the code and the path of each violation that prevents an update. */
    private List<String> violations(String id, ConnectionPatch.Builder patch) {
        return catchThrowableOfType(InvalidPatchException.class, () -> update(id, patch)).violations().stream()
                .map(violation -> violation.code() + " " + violation.path())
                .toList();
    }

    /** Returns the warnings of a creation, without those about the whole specification. */
    private List<String> warnings(ConnectionDraft.Builder draft) {
        List<String> warnings = qlik.dataConnections().validate(draft.build()).violations().stream()
                .filter(violation -> !violation.pointer().equals("/connectionProperties"))
                .map(Violation::message)
                .toList();
        assertThat(warnings).isNotEmpty();
        return warnings;
    }

    private String addConnectionWithHeader(String name, String value) {
        return tenant.addConnection(
                "rest",
                "Api",
                null,
                Map.of(
                        "url",
                        "https://api.example.com/v1",
                        "queryHeaders",
                        List.of(Map.of("name", name, "value", value))));
    }
}
