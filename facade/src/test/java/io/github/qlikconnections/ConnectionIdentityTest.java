package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.ScimFilter;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call acts on the intended connections, and a response without the required content is not a success. */
class ConnectionIdentityTest extends FakeTenantFixture {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @Test
    void connectionOfAnotherSpaceOrNameIsNotFound() {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        String other = tenant.addSpace("Other", SpaceType.SHARED);
        String inOtherSpace = tenant.addConnection(S3, "Sales", other, Map.of("bucketName", "acme"));
        String similar = tenant.addConnection(S3, "Sales 2", space, Map.of("bucketName", "acme"));

        for (String id : List.of(inOtherSpace, similar)) {
            tenant.overrideName("Sales", id);
            assertThat(qlik.dataConnections().findByName("Sales", SpaceRef.ofId(space)))
                    .isEmpty();
            assertThat(qlik.dataConnections().findByName("Sales", SpaceRef.personal()))
                    .isEmpty();
        }
        assertThat(qlik.dataConnections()
                        .ensure(s3("Sales").inSpace(space).build())
                        .outcome())
                .isEqualTo(EnsureOutcome.CREATED);
    }

    @Test
    void ignoredFilterDoesNotReturnAnotherConnection() {
        tenant.addConnection(S3, "Other", null, Map.of("bucketName", "acme"));
        tenant.ignoreFilters(true);

        assertThat(qlik.dataConnections().findByName("Sales", SpaceRef.personal()))
                .isEmpty();
        assertThat(qlik.dataConnections().ensure(s3("Sales").build()).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(qlik.dataConnections().findByName("Sales", SpaceRef.personal()))
                .isPresent();
    }

    @Test
    void connectionThatIsListedTwiceIsReturnedOnce() {
        String id = tenant.addConnection("mssql", "Db", null, Map.of("host", "db.example.com", "database", "sales"));
        String entry = "{\"qID\":\"" + id + "\",\"qName\":\"Db\",\"datasourceID\":\"mssql\"}";
        tenant.stubAll(
                request ->
                        request.path().equals(CONNECTIONS) && request.method().equals("GET"),
                request -> StubResponse.json(200, "{\"data\":[" + entry + "," + entry + "]}"));

        assertThat(qlik.dataConnections().findByName("Db", SpaceRef.personal())).isPresent();
        assertThat(qlik.dataConnections()
                        .ensure(mssql("Db").set("port", 1434).build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        tenant.clearRequests();
        assertThat(qlik.dataConnections()
                        .rotateCredentials(
                                ConnectionQuery.all(),
                                connection -> Map.of("password", Secret.of("PW-2")),
                                RotationOptions.defaults())
                        .items())
                .hasSize(1);
        assertThat(writes()).hasSize(1);
        assertThat(qlik.dataConnections().previewDeletion(ConnectionQuery.all()).connections())
                .hasSize(1);
    }

    @Test
    void listsPreviewsRotationsAndPlansExcludeDataFiles() {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        List<ConnectionQuery> queries = List.of(
                ConnectionQuery.all(),
                ConnectionQuery.builder().in(SpaceRef.ofId(space)).build(),
                ConnectionQuery.builder().ofUser(tenant.userId()).build(),
                ConnectionQuery.builder().includeDisabled().build());
        tenant.stubAll(
                request -> request.path().equals(CONNECTIONS)
                        && request.query("noDatafiles").isPresent(),
                request -> StubResponse.json(
                        200,
                        "{\"data\":[{\"qID\":\"f1\",\"qName\":\"DataFiles\",\"qType\":\"qix-datafiles.exe\",\"space\":\""
                                + space + "\"}]}"));

        for (ConnectionQuery query : queries) {
            assertThat(qlik.dataConnections().list(query)).isEmpty();
            assertThat(qlik.dataConnections().previewDeletion(query).connections())
                    .isEmpty();
            assertThat(qlik.dataConnections()
                            .rotateCredentials(
                                    query,
                                    connection -> Map.of(),
                                    RotationOptions.builder().dryRun(true).build())
                            .items())
                    .isEmpty();
        }
        assertThat(qlik.dataConnections().findByName("DataFiles", SpaceRef.ofId(space)))
                .isEmpty();
        tenant.clearStubs();
        assertThat(qlik.dataConnections()
                        .list(ConnectionQuery.builder()
                                .in(SpaceRef.ofId(space))
                                .includeDataFiles()
                                .build()))
                .extracting(DataConnection::name)
                .containsExactly("DataFiles");
    }

    @Test
    void connectionWithoutADataSourceIsNotADataFile() {
        tenant.stubNext(
                "GET",
                CONNECTIONS,
                StubResponse.json(200, "{\"data\":[{\"qID\":\"c1\",\"qName\":\"Old\",\"qType\":\"P.exe\"}]}"));

        assertThat(qlik.dataConnections().list(ConnectionQuery.all())).hasSize(1);
    }

    static Stream<Consumer<ConnectionQuery.Builder>> blankConditions() {
        return Stream.of(
                query -> query.in(null),
                query -> query.ofUser(null),
                query -> query.ofUser(""),
                query -> query.ofUser("  "),
                query -> query.where(null),
                query -> query.named(null),
                query -> query.named(" "),
                query -> query.toSource(null),
                query -> query.toSource(""),
                query -> query.updatedAfter(null),
                query -> query.sortedBy(null),
                query -> query.where(ScimFilter.contains(ScimFilter.Field.NAME, "")),
                query -> query.where(ScimFilter.startsWith(ScimFilter.Field.QRI, null)),
                query -> query.where(ScimFilter.equal(ScimFilter.Field.NAME, "\t")));
    }

    @ParameterizedTest
    @MethodSource("blankConditions")
    void blankConditionIsRejected(Consumer<ConnectionQuery.Builder> condition) {
        assertThatThrownBy(() -> condition.accept(ConnectionQuery.builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be");
    }

    @Test
    void timeFilterWithoutATimeIsRejected() {
        assertThat(ConnectionQuery.builder().updatedAfter(Instant.EPOCH).build().filter())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankOwnerIsRejected(String owner) {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        tenant.clearRequests();

        assertThatThrownBy(() -> qlik.dataConnections().changeOwner(List.of(id), owner))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("owner");
        assertThatThrownBy(() -> qlik.dataConnections().changeOwner(List.of(id), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("owner");
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void createResponseWithoutAnIdHasAnUnknownOutcome() {
        for (int status : List.of(200, 201)) {
            tenant.stubNext("POST", CONNECTIONS, StubResponse.json(status, "{}"));
            UnexpectedResponseException unusable = catchThrowableOfType(
                    UnexpectedResponseException.class,
                    () -> qlik.dataConnections().create(s3("Lake").build()));
            assertThat(unusable.outcomeUnknown()).isTrue();
        }
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        tenant.stubNext("POST", CONNECTIONS + "/actions/duplicate", StubResponse.json(201, "{\"qID\":\"\"}"));
        UnexpectedResponseException copy = catchThrowableOfType(
                UnexpectedResponseException.class,
                () -> qlik.dataConnections().duplicate(id, DuplicateOptions.defaults()));
        assertThat(copy.outcomeUnknown()).isTrue();
    }

    @Test
    void ensureFindsTheConnectionAfterACreateResponseWithoutAnId() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.passThrough().without("qID", "id", "qEngineObjectID"));

        assertThat(qlik.dataConnections().ensure(s3("Lake").build()).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(tenant.connections()).hasSize(1);
        assertThat(writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":{}}",
                "{\"data\":[],\"links\":{\"next\":{\"href\":\"https://x/api?limit=100\"}}}",
                "{\"data\":[],\"links\":{\"next\":{\"href\":\"https://x/api?page=\"}}}",
                "{\"data\":[],\"links\":{\"next\":{\"href\":\"https://x/api?page=same\"}}}",
                "{\"data\":[{\"qName\":\"No id\"}]}"
            })
    void incompleteListIsReportedAndThrowsInStrictMode(String body) {
        tenant.stubAll(request -> request.path().equals(CONNECTIONS), request -> StubResponse.json(200, body));

        Paged<DataConnection> list = qlik.dataConnections().list(ConnectionQuery.all());
        assertThat(list.stream()).isEmpty();
        assertThat(list.warnings()).isNotEmpty();
        assertThatThrownBy(() -> list.failOnIncomplete().stream().count()).isInstanceOf(IncompleteListException.class);
        assertThatThrownBy(() -> qlik.dataConnections().previewDeletion(ConnectionQuery.all()))
                .isInstanceOf(IncompleteListException.class);
        assertThatThrownBy(() -> qlik.dataConnections().ensure(s3("Lake").build()))
                .isInstanceOf(IncompleteListException.class);
        assertThat(writes()).isEmpty();
    }

    @Test
    void tenConsecutiveEmptyPagesEndTheList() {
        int[] page = {0};
        tenant.stubAll(
                request -> request.path().equals(CONNECTIONS),
                request -> StubResponse.json(
                        200,
                        "{\"data\":[],\"links\":{\"next\":{\"href\":\"https://x/api?page=p" + page[0]++ + "\"}}}"));

        Paged<DataConnection> list = qlik.dataConnections().list(ConnectionQuery.all());
        assertThat(list.stream()).isEmpty();
        assertThat(tenant.requestCount()).isEqualTo(10);
        assertThat(list.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail().orElseThrow()).contains("10 empty pages"));
        assertThatThrownBy(() -> list.failOnIncomplete().stream().count()).isInstanceOf(IncompleteListException.class);
    }

    @Test
    void unusualNameIsKeptIfAnotherMemberIsPatched() {
        String id = tenant.addConnection(
                S3, "Sales <EU>", null, Map.of("bucketName", "acme", "region", "eu-west-1", "secretKey", "SK"));

        qlik.dataConnections()
                .update(id, ConnectionPatch.builder().set("bucketName", "b2").build());
        qlik.dataConnections().rotateCredentials(id, Map.of("secretKey", Secret.of("SK-2")));
        qlik.dataConnections()
                .update(id, ConnectionPatch.builder().rename("Sales EU").build());

        assertThat(tenant.connections().get(0).name()).isEqualTo("Sales EU");
        assertThat(tenant.connections().get(0).secrets()).containsEntry("secretKey", "SK-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "<NAME>", ".", "..", "half \uD83D pair"})
    void nameThatCannotBeLookedUpIsRejectedEverywhere(String name) {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        tenant.clearRequests();

        assertThatThrownBy(() -> qlik.dataConnections()
                        .update(id, ConnectionPatch.builder().rename(name).build()))
                .isInstanceOf(InvalidPatchException.class);
        assertThatThrownBy(() -> qlik.dataConnections()
                        .duplicate(id, DuplicateOptions.builder().name(name).build()))
                .isInstanceOf(InvalidPatchException.class);
        assertThatThrownBy(() -> qlik.dataConnections()
                        .replace(
                                id,
                                ConnectionReplacement.builder(name, "P.exe", "CUSTOM CONNECT TO \"\"")
                                        .build()))
                .isInstanceOf(InvalidPatchException.class);
        assertThatThrownBy(() -> qlik.dataConnections().create(s3(name).build()))
                .isInstanceOf(InvalidConnectionException.class);
        assertThat(writes()).isEmpty();
    }

    @Test
    void tooManyOrTooLongTagsAreRejectedInAPatch() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        String[] forty = IntStream.range(0, 40).mapToObj(i -> "t" + i).toArray(String[]::new);
        tenant.clearRequests();

        assertThatThrownBy(() -> qlik.dataConnections()
                        .update(id, ConnectionPatch.builder().tags(forty).build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("40 tags");
        assertThatThrownBy(() -> qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder().tags("x".repeat(300)).build()))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("300 bytes");
        assertThat(writes()).isEmpty();
    }

    @Test
    void passwordGivenAsAStringIsSentWithAHostChangeAndNeverPrinted() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();

        var result = qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .set("host", "db2.example.com")
                                .set("password", "PW-3")
                                .build());

        assertThat(tenant.connections().get(0).secrets()).containsEntry("password", "PW-3");
        assertThat(result.toString()).contains("db2.example.com").doesNotContain("PW-3");
    }

    static Stream<ConnectionPatch> unsupportedPatches() {
        return Stream.of(
                patch("/connectionProperties/database", Map.of("a", 1)),
                patch("/connectionProperties/port", new java.math.BigDecimal("1.5")),
                patch("/space", "s1"),
                patch("/qType", "P.exe"),
                patch("/qname", "x"),
                patch("qName", "x"),
                patch("/connectionProperties", "x"),
                ConnectionPatch.builder().remove("nothing").build(),
                ConnectionPatch.builder()
                        .file("database", 0, "a.pem", new byte[] {1})
                        .build());
    }

    private static ConnectionPatch patch(String path, Object value) {
        return ConnectionPatch.builder()
                .operation(io.github.qlikconnections.model.PatchOperation.set(
                        io.github.qlikconnections.model.PatchOperation.Op.REPLACE, path, value))
                .build();
    }

    @ParameterizedTest
    @MethodSource("unsupportedPatches")
    void unsupportedPatchIsRejectedBeforeItIsSent(ConnectionPatch patch) {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        tenant.clearRequests();

        assertThatThrownBy(() -> qlik.dataConnections().update(id, patch))
                .isInstanceOf(InvalidPatchException.class)
                .hasMessageContaining("nothing was sent");
        assertThat(writes()).isEmpty();
    }

    @Test
    void lastOfSeveralValuesForAPropertyIsSentOnce() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();

        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .set("database", "one")
                                .set("database", "two")
                                .build());

        assertThat(writes().get(1).body()).contains("two").doesNotContain("one");
    }

    @Test
    void sourceDisabledAfterItsLookupIsNamed() {
        qlik.dataConnections().ensure(mssql("First").build());
        tenant.disableDataSource("mssql", true);

        assertThatThrownBy(() -> qlik.dataConnections().create(mssql("Second").build()))
                .isInstanceOf(QlikApiException.class)
                .hasMessageContaining("\"mssql\" is disabled");
    }

    @Test
    void duplicateNameOfCredentialsIsNamed() {
        qlik.dataConnections()
                .create(mssql("First").separateCredentials("Shared").build());
        tenant.stubNext("POST", CONNECTIONS, StubResponse.error(409, "DCERROR-0099", "Conflict", "The name is taken"));

        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(mssql("Second").separateCredentials("Shared").build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Credentials named \"Shared\"")
                .hasMessageContaining("useCredentialsNamed");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void serverErrorInARotationHasAnUnknownOutcome(int status) {
        qlik.dataConnections().create(mssql("Db").build());
        tenant.stubAll(
                request -> request.method().equals("PATCH"),
                request -> StubResponse.afterHandling(StubResponse.status(status)));

        assertThat(rotate().outcome()).isEqualTo(RotationOutcome.UNKNOWN);
    }

    @Test
    void rotationOfADeletedConnectionFails() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        tenant.stubAll(request -> request.method().equals("PATCH"), request -> {
            tenant.stubNext("GET", CONNECTIONS + "/" + id, StubResponse.error(404, "X-1", "Not found", "It is gone"));
            return StubResponse.status(502);
        });

        assertThat(rotate().outcome()).isEqualTo(RotationOutcome.FAILED);
    }

    @Test
    void rotationOfAnUnreadableConnectionFails() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        tenant.stubAll(request -> request.path().equals(CONNECTIONS + "/" + id), request -> StubResponse.status(500));

        assertThat(rotate().outcome()).isEqualTo(RotationOutcome.FAILED);
        assertThat(writes()).hasSize(1);
    }

    private RotationItem rotate() {
        return qlik.dataConnections()
                .rotateCredentials(
                        ConnectionQuery.all(),
                        connection -> Map.of("password", Secret.of("PW-2")),
                        RotationOptions.defaults())
                .items()
                .get(0);
    }

    @Test
    void ensureRejectsADraftOfTheFirstSignInStep() {
        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(s3("Lake").authUrlOnly(true).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beginOAuth");
        assertThatThrownBy(() ->
                        qlik.dataConnections().plan(s3("Lake").authUrlOnly(true).build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tenant.requests()).extracting(ReceivedRequest::method).doesNotContain("POST");
    }

    @Test
    void updateOfAnUnreadableConnectionFails() {
        assertThatThrownBy(() -> qlik.dataConnections()
                        .update("none", ConnectionPatch.builder().rename("x").build()))
                .isInstanceOf(QlikException.class);
    }
}
