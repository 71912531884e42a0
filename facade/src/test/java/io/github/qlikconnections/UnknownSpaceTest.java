package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSpaceTest extends FakeTenantFixture {

    private static final String UNKNOWN = "64f0c0ffee64f0c0ffee64f0";

    @ParameterizedTest
    @ValueSource(strings = {"Finance", "finance"})
    void validateSuggestsTheSpaceWhoseNameWasGivenAsAnId(String id) {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);

        ValidationReport report =
                qlik.dataConnections().validate(s3("Lake").inSpace(id).build());

        assertThat(report.isCreatable()).isFalse();
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(ViolationCode.SPACE_NOT_FOUND);
            assertThat(error.pointer()).isEqualTo("/space");
            assertThat(error.message())
                    .contains("no space with this id: " + id)
                    .contains("Did you mean the space named \"Finance\"? Use its id \"" + finance + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "..", "Sales / EU"})
    void validateReportsAnUnknownSpaceId(String id) {
        ValidationReport report =
                qlik.dataConnections().validate(s3("Lake").inSpace(id).build());

        assertThat(report.errors())
                .extracting(Violation::message)
                .singleElement()
                .asString()
                .contains("no space with this id", "See spaces().list() for the ids.");
    }

    @Test
    void validateAcceptsAKnownSpaceId() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);

        assertThat(qlik.dataConnections()
                        .validate(s3("Lake").inSpace(finance).build())
                        .violations())
                .extracting(Violation::pointer)
                .doesNotContain("/space");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void failedSpaceLookupIsAWarning(int status) {
        for (int i = 0; i < 3; i++) {
            tenant.stubNext(
                    "GET", "/api/v1/spaces/" + UNKNOWN, StubResponse.error(status, "SPACES-1", "No", "Missing scope."));
        }

        ValidationReport report =
                qlik.dataConnections().validate(s3("Lake").inSpace(UNKNOWN).build());

        assertThat(report.isCreatable()).isTrue();
        assertThat(report.violations())
                .filteredOn(found -> found.pointer().equals("/space"))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
                    assertThat(warning.message())
                            .contains("space could not be looked up. Cannot get space", String.valueOf(status));
                });
    }

    @Test
    void createExplainsTheRejectionOfASpaceNameGivenAsAnId() {
        tenant.addSpace("Finance", SpaceType.SHARED);

        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(s3("Lake").inSpace("Finance").build()))
                .isInstanceOfAny(PermissionDeniedException.class, NotFoundException.class)
                .hasMessageStartingWith("Cannot create connection \"Lake\": ")
                .hasMessageContaining("no space with this id: Finance. Did you mean the space named \"Finance\"?");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void ensureExplainsTheRejectionOfAnUnknownId(int status) {
        tenant.stubNext(
                "POST",
                "/api/v1/data-connections",
                StubResponse.error(status, "DCERROR-0003", "No", "No access to the space."));

        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensure(s3("Lake").inSpace(UNKNOWN).build()))
                .isInstanceOfSatisfying(
                        QlikApiException.class,
                        error -> assertThat(error.status()).isEqualTo(status))
                .hasMessageContaining("no space with this id: " + UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Finance", "finance", " Finance"})
    void everyWriteExplainsTheRejectionOfASpaceNameGivenAsAnId(String id) {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);
        DataConnection lake = qlik.dataConnections().create(s3("Lake").build());
        SpaceRef space = SpaceRef.ofId(id);

        assertExplained(
                () -> qlik.dataConnections()
                        .duplicate(
                                lake.id(),
                                DuplicateOptions.builder()
                                        .name("Copy")
                                        .space(space)
                                        .build()),
                "copy connection " + lake.id(),
                finance);
        assertExplained(() -> qlik.dataConnections().move(List.of(lake.id()), space), "move the connections", finance);
        assertExplained(
                () -> qlik.dataConnections()
                        .replace(lake.id(), replacement(lake).in(space).build()),
                "replace connection " + lake.id(),
                finance);
        assertExplained(
                () -> qlik.dataConnections().beginOAuth(s3("Signed").inSpace(id).build()),
                "create connection \"Signed\"",
                finance);
        assertThat(tenant.connections()).hasSize(1);
    }

    private static void assertExplained(ThrowingCallable write, String action, String spaceId) {
        assertThatThrownBy(write)
                .isInstanceOfAny(PermissionDeniedException.class, NotFoundException.class)
                .hasMessageStartingWith("Cannot " + action + ": the caller can see no space with this id: ")
                .hasMessageContaining(". Did you mean the space named \"Finance\"? Use its id \"" + spaceId + "\"");
    }

    private static ConnectionReplacement.Builder replacement(DataConnection connection) {
        return ConnectionReplacement.builder(connection, "Some.exe", "CUSTOM CONNECT TO \"provider=Some.exe;host=a;\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void rejectionOfAWriteIsKeptIfTheSpaceCannotBeLookedUp(int status) {
        DataConnection lake = qlik.dataConnections().create(s3("Lake").build());
        tenant.stubAll(
                request -> request.path().startsWith("/api/v1/spaces"),
                request -> StubResponse.error(status, "SPACES-1", "No", "Missing scope."));
        DuplicateOptions options = DuplicateOptions.builder()
                .name("Copy")
                .space(SpaceRef.ofId(UNKNOWN))
                .build();

        assertThatThrownBy(() -> qlik.dataConnections().duplicate(lake.id(), options))
                .isInstanceOfAny(PermissionDeniedException.class, NotFoundException.class)
                .hasMessageStartingWith("Cannot copy connection " + lake.id())
                .hasMessageNotContaining("no space with this id")
                .hasMessageNotContaining("Missing scope");
    }

    @Test
    void moveIntoASpaceThatMayNotBeLookedUpIsLeftToTheTenant() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);
        DataConnection lake = qlik.dataConnections().create(s3("Lake").build());
        tenant.stubAll(
                request -> request.method().equals("GET") && request.path().startsWith("/api/v1/spaces"),
                request -> StubResponse.error(403, "SPACES-1", "No", "Missing scope."));

        qlik.dataConnections().move(List.of(lake.id()), SpaceRef.ofId(finance));

        assertThat(tenant.connections())
                .singleElement()
                .satisfies(stored -> assertThat(stored.space()).contains(finance));
    }

    @Test
    void unknownConnectionIsNotMistakenForAnUnknownSpace() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);

        assertThatThrownBy(() -> qlik.dataConnections()
                        .duplicate(
                                UNKNOWN,
                                DuplicateOptions.builder()
                                        .space(SpaceRef.ofId(finance))
                                        .build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageNotContaining("no space");
    }

    @Test
    void rejectionInAKnownSpaceKeepsTheMessageOfTheTenant() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);
        tenant.stubNext(
                "POST",
                "/api/v1/data-connections",
                StubResponse.error(403, "DCERROR-0003", "No", "The role is missing."));

        assertThatThrownBy(() -> qlik.dataConnections()
                        .create(s3("Lake").inSpace(finance).build()))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("The role is missing.");
    }

    @Test
    void methodsWithASpaceParameterReportAnUnknownName() {
        tenant.addSpace("Finance", SpaceType.SHARED);
        SpaceRef unknown = SpaceRef.ofName("Finanse");
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        List<ThrowingCallable> calls = List.of(
                () -> qlik.dataConnections().findByName("Lake", unknown),
                () -> qlik.dataConnections().move(List.of(id), unknown));

        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isInstanceOf(UnknownNameException.class)
                        .isNotInstanceOf(QlikApiException.class)
                        .hasMessageStartingWith("The caller can see no space named \"Finanse\". ")
                        .hasMessageContaining("Finance"));
    }

    @Test
    void createSendsNoSpaceLookupBeforehand() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);

        qlik.dataConnections().create(s3("Lake").inSpace(finance).build());

        assertThat(tenant.requests())
                .extracting(ReceivedRequest::path)
                .noneMatch(path -> path.startsWith("/api/v1/spaces"));
    }

    @Test
    void nameInAnotherUnicodeFormIsExplained() {
        tenant.addSpace("Caf\u00e9", SpaceType.SHARED);
        tenant.addSpace("Sales EU", SpaceType.SHARED);

        assertThat(messages("Cafe\u0301"))
                .contains("\"Caf\u00e9\" looks the same but differs in its Unicode form")
                .contains("the given name is decomposed (NFD), that of the tenant is composed (NFC)")
                .doesNotContain("Did you mean");
        assertThat(messages("Sales\u00a0EU")).contains("the given name has U+00A0 where that of the tenant has U+0020");
        assertThatThrownBy(() -> qlik.dataConnections().findByName("Lake", SpaceRef.ofName("Cafe\u0301")))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("differs in its Unicode form");
    }

    @Test
    void nameIsSentInTheGivenUnicodeForm() {
        String space = tenant.addSpace("Cafe\u0301", SpaceType.SHARED);

        qlik.dataConnections().create(s3("Lake").inSpaceNamed("Cafe\u0301").build());

        assertThat(tenant.connections())
                .singleElement()
                .satisfies(stored -> assertThat(stored.space()).contains(space));
    }

    private String messages(String spaceName) {
        List<Violation> errors = qlik.dataConnections()
                .validate(s3("Lake").inSpaceNamed(spaceName).build())
                .errors();
        return String.join("\n", errors.stream().map(Violation::message).toList());
    }
}
