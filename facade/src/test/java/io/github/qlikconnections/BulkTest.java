package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkTest extends FakeTenantFixture {

    @Test
    void connectionsAreMovedToASpaceAndBack() {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        List<String> ids = create(3);
        qlik.dataConnections().move(ids, SpaceRef.ofName("Lab"));
        assertThat(tenant.connections())
                .allSatisfy(connection -> assertThat(connection.space()).contains(space));
        qlik.dataConnections().move(ids, SpaceRef.personal());
        assertThat(tenant.connections())
                .allSatisfy(connection -> assertThat(connection.space()).isEmpty());
    }

    @Test
    void ownerIsChanged() {
        List<String> ids = create(2);
        qlik.dataConnections().changeOwner(ids, "another-user");
        assertThat(tenant.connections()).extracting(StoredConnection::owner).containsOnly("another-user");
    }

    @Test
    void requestsContainAtMostOneHundredItems() {
        List<String> ids = IntStream.range(0, 250)
                .mapToObj(i -> tenant.addConnection(S3, "Lake " + i, null, Map.of()))
                .toList();
        int before = writes().size();
        assertThat(qlik.dataConnections().deleteAll(ids).items()).hasSize(250);
        assertThat(writes().subList(before, writes().size()))
                .extracting(write -> write.body().split("\"id\"", -1).length - 1)
                .containsExactly(100, 100, 50);
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void failedItemIsReportedAsAFailure() {
        List<String> ids = new ArrayList<>(create(2));
        String unknown = UUID.randomUUID().toString();
        ids.add(1, unknown);
        BulkFailureException failure = catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().deleteAll(ids));
        assertThat(failure.result().items()).extracting(BulkItem::connectionId).containsExactlyElementsOf(ids);
        assertThat(failure.result().failed()).singleElement().satisfies(item -> {
            assertThat(item.connectionId()).isEqualTo(unknown);
            assertThat(item.error()).isPresent();
        });
        assertThat(failure).hasMessageContaining("1 of 3").hasMessageContaining(unknown);
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void requiredRoleIsNamed() {
        try (FakeTenant plain = FakeTenant.builder().admin(false).start();
                QlikClient user = TrackedClients.build(QlikClient.builder()
                        .tenant(plain.url())
                        .credentials(
                                io.github.qlikconnections.auth.QlikCredentials.apiKey(Secret.of(plain.apiKey()))))) {
            String id = user.dataConnections().create(s3("Lake").build()).id();
            assertThatThrownBy(() -> user.dataConnections().deleteAll(List.of(id)))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("TenantAdmin");
            assertThat(plain.connections()).hasSize(1);
        }
    }

    @Test
    void queryIsDeletedOnlyThroughAPreview() {
        create(3);
        qlik.dataConnections().create(mssql("Db").build());
        DeletionPreview preview = qlik.dataConnections()
                .previewDeletion(ConnectionQuery.builder().toSource(S3).build());
        assertThat(preview.connections()).hasSize(3);
        assertThat(tenant.connections()).hasSize(4);
        qlik.dataConnections().deleteAll(preview);
        assertThat(tenant.connections()).extracting(StoredConnection::name).containsExactly("Db");
    }

    @Test
    void connectionIsDuplicated() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        DataConnection copy = qlik.dataConnections().duplicate(id, DuplicateOptions.defaults());
        assertThat(copy.id()).isNotEqualTo(id);
        assertThat(copy.name()).isNotEqualTo("Lake");
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        DataConnection inOtherSpace = qlik.dataConnections()
                .duplicate(
                        id,
                        DuplicateOptions.builder()
                                .name("Lake")
                                .space(SpaceRef.ofName("Lab"))
                                .build());
        assertThat(inOtherSpace.spaceId()).contains(space);
        assertThatThrownBy(() -> qlik.dataConnections()
                        .duplicate(id, DuplicateOptions.builder().name("Lake").build()))
                .isInstanceOf(ConflictException.class);
    }

    private List<String> create(int number) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        qlik.dataConnections().create(s3("Lake " + i).build()).id())
                .toList();
    }
}
