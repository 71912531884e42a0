package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bulk action with an unknown outcome is resolved by reading and never sent again. */
class BulkUnknownOutcomeTest extends FakeTenantFixture {

    private static final String DELETE = "/api/v1/data-connections/actions/delete";
    private static final String UPDATE = "/api/v1/data-connections/actions/update";

    @Override
    QlikClient client(String key) {
        return TrackedClients.build(builder(key).maxAttempts(1));
    }

    @Test
    void completedDeletionIsDetected() {
        List<String> ids = connections(3);
        tenant.stubNext("POST", DELETE, StubResponse.dropAfterHandling());
        BulkResult result = qlik.dataConnections().deleteAll(ids);
        assertThat(result.items()).extracting(BulkItem::connectionId).containsExactlyElementsOf(ids);
        assertThat(result.items()).allSatisfy(item -> {
            assertThat(item.outcome()).isEqualTo(BulkOutcome.DONE);
            assertThat(item.status()).as("the tenant returned none").isZero();
        });
        assertThat(writes()).hasSize(1);
    }

    @Test
    void failedDeletionIsDetected() {
        List<String> ids = connections(3);
        tenant.stubNext("POST", DELETE, StubResponse.dropBeforeHandling());
        BulkFailureException failure = failedDeletion(ids);
        assertThat(failure.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);
        assertThat(failure)
                .hasMessageStartingWith("Cannot delete 3 of 3 connections: " + ids.get(0) + " FAILED;")
                .hasMessageContaining("Each connection was read after this failure: ")
                .hasMessageNotContaining("The cause: ");
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.outcomeUnknown()).isTrue());
        assertThat(tenant.connections()).hasSize(3);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void itemsOfOneLostResponseAreResolvedIndividually() {
        List<String> ids = connections(3);
        tenant.failBulkAction(ids.get(1), 403, "X-1", "Not yours");
        tenant.stubNext("POST", DELETE, StubResponse.dropAfterHandling());
        assertThat(failedDeletion(ids).result().items())
                .extracting(BulkItem::outcome)
                .containsExactly(BulkOutcome.DONE, BulkOutcome.FAILED, BulkOutcome.DONE);
    }

    @Test
    void completedAndFailedMovesAreDetected() {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        List<String> ids = connections(2);
        tenant.stubNext("POST", UPDATE, StubResponse.dropAfterHandling());
        assertThat(qlik.dataConnections().move(ids, SpaceRef.ofId(space)).items())
                .extracting(BulkItem::outcome)
                .containsOnly(BulkOutcome.DONE);

        tenant.stubNext("POST", UPDATE, StubResponse.dropBeforeHandling());
        BulkFailureException failure = catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().move(ids, SpaceRef.personal()));
        assertThat(failure.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);

        tenant.stubNext("POST", UPDATE, StubResponse.dropAfterHandling());
        assertThat(qlik.dataConnections().move(ids, SpaceRef.personal()).items())
                .extracting(BulkItem::outcome)
                .containsOnly(BulkOutcome.DONE);
        assertThat(writes()).hasSize(3);
    }

    @Test
    void completedAndFailedOwnerChangesAreDetected() {
        List<String> ids = connections(2);
        tenant.stubNext("POST", UPDATE, StubResponse.dropBeforeHandling());
        BulkFailureException failure = catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().changeOwner(ids, "user-9"));
        assertThat(failure.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);
        tenant.stubNext("POST", UPDATE, StubResponse.dropAfterHandling());
        assertThat(qlik.dataConnections().changeOwner(ids, "user-9").items())
                .extracting(BulkItem::outcome)
                .containsOnly(BulkOutcome.DONE);
    }

    @Test
    void runContinuesIfAllItemsOfALostResponseAreResolved() {
        List<String> ids = connections(250);
        tenant.stubNext("POST", DELETE, StubResponse.dropAfterHandling());
        assertThat(qlik.dataConnections().deleteAll(ids).items()).hasSize(250);
        assertThat(tenant.connections()).isEmpty();
        assertThat(writes()).hasSize(3);
    }

    @Test
    void unresolvedItemsStayUnknownAndStopTheRun() {
        List<String> ids = connections(150);
        tenant.stubNext("POST", DELETE, StubResponse.dropAfterHandling());
        tenant.stubAll(
                request -> request.method().equals("GET"),
                request -> request.path().endsWith(ids.get(2))
                        ? StubResponse.dropBeforeHandling()
                        : StubResponse.passThrough());
        List<BulkItem> items = failedDeletion(ids).result().items();
        assertThat(items.subList(0, 2)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.DONE);
        assertThat(items.subList(2, 100)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.UNKNOWN);
        assertThat(items.subList(100, 150)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.NOT_STARTED);
        assertThat(writes()).hasSize(1);
        assertThat(tenant.connections()).hasSize(50);
        assertThat(tenant.requests()).as("no read after the first failed one").hasSize(4);
    }

    @Test
    void resultsOfEarlierChunksAreKeptIfALaterChunkIsRejected() {
        List<String> ids = connections(250);
        tenant.stubNext("POST", DELETE, StubResponse.passThrough());
        tenant.stubNext("POST", DELETE, StubResponse.error(403, "X-1", "No", "No longer an admin."));
        BulkFailureException failure = failedDeletion(ids);
        List<BulkItem> items = failure.result().items();
        assertThat(items.subList(0, 100)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.DONE);
        assertThat(items.subList(100, 200)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);
        assertThat(items.subList(200, 250)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.NOT_STARTED);
        assertThat(failure)
                .hasCauseInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("150 of 250")
                .hasMessageContaining("The others were done.")
                .hasMessageContaining("TenantAdmin");
        assertThat(writes()).hasSize(2);
        assertThat(tenant.connections()).hasSize(150);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void itemsAreReadAfterAServerError(int status) {
        List<String> ids = connections(2);
        tenant.stubNext("POST", DELETE, StubResponse.status(status));
        BulkFailureException failure = failedDeletion(ids);
        assertThat(failure.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);
        assertThat(failure).hasCauseInstanceOf(ServerException.class);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void itemsAreReadAfterAnUnreadableResponse() {
        List<String> ids = connections(2);
        tenant.stubNext("POST", DELETE, StubResponse.passThrough().truncated());
        assertThat(qlik.dataConnections().deleteAll(ids).items())
                .extracting(BulkItem::outcome)
                .containsOnly(BulkOutcome.DONE);
        tenant.stubNext("POST", DELETE, StubResponse.html(200));
        assertThat(failedDeletion(connections(1))).hasCauseInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void itemMissingFromTheResponseIsRead() {
        List<String> ids = connections(2);
        tenant.stubNext("POST", DELETE, StubResponse.json(207, "{\"data\":[]}"));
        BulkFailureException failure = failedDeletion(ids);
        assertThat(failure.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.FAILED);
        assertThat(failure).hasNoCause();
    }

    private BulkFailureException failedDeletion(List<String> ids) {
        return catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().deleteAll(ids));
    }

    private List<String> connections(int number) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        tenant.addConnection(S3, "Lake " + i + " of " + number, null, Map.of("bucketName", "acme")))
                .toList();
    }
}
