package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The workflows that every tenant, fake or live, must support. Creates and deletes only connections whose names contain
 * the id of the run.
 */
abstract class WorkflowContract {

    private static final String S3 = "File_AmazonS3ConnectorV2";

    private final String run = "contract-" + UUID.randomUUID();
    private final List<String> made = new ArrayList<>();
    private QlikClient qlik;

    abstract QlikClient openClient();

    abstract String spaceId();

    @BeforeEach
    void open() {
        qlik = openClient();
    }

    @AfterEach
    void deleteWhatWasMade() {
        try (QlikClient closing = qlik) {
            made.forEach(closing.dataConnections()::delete);
        }
    }

    @Test
    void sourceIsListedAndItsSpecificationNamesItsProperties() {
        assertThat(qlik.dataSources().list()).anyMatch(source -> source.id().equals(S3));
        assertThat(qlik.dataSources().find(S3)).isPresent();
        assertThat(qlik.dataSources().spec(S3).property("bucketName")).isPresent();
        assertThatThrownBy(() -> qlik.dataSources().spec(S3 + "x")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void connectionIsCreatedFoundReadAndDeleted() {
        DataConnection created = create("first");
        assertThat(created.spaceId()).contains(spaceId());
        assertThat(qlik.dataConnections().getWithProperties(created.id()).properties())
                .containsEntry("bucketName", "contract-bucket");
        assertThat(qlik.dataConnections().findByName(created.name(), SpaceRef.ofId(spaceId())))
                .map(DataConnection::id)
                .contains(created.id());
        assertThat(qlik.dataConnections()
                        .list(ConnectionQuery.builder()
                                .in(SpaceRef.ofId(spaceId()))
                                .named(created.name())
                                .build()))
                .extracting(DataConnection::id)
                .containsExactly(created.id());
        assertThatThrownBy(() -> create("first")).isInstanceOf(ConflictException.class);
        assertThat(qlik.dataConnections().delete(created.id())).isTrue();
        assertThat(qlik.dataConnections().delete(created.id())).isFalse();
    }

    @Test
    void repeatedEnsureWritesOnce() {
        EnsureResult first = qlik.dataConnections().ensure(draft("ensured").build());
        made.add(first.connection().id());
        assertThat(first.outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(qlik.dataConnections().ensure(draft("ensured").build()).outcome())
                .isEqualTo(EnsureOutcome.UNCHANGED);
        assertThat(qlik.dataConnections()
                        .ensure(draft("ensured").set("region", "eu-north-1").build())
                        .outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
    }

    @Test
    void connectionIsUpdatedAndItsCredentialsAreRotated() {
        DataConnection created = create("updated");
        qlik.dataConnections()
                .update(
                        created.id(),
                        ConnectionPatch.builder()
                                .rename(run + " renamed")
                                .set("region", "eu-north-1")
                                .build());
        assertThat(qlik.dataConnections().getWithProperties(created.id()))
                .satisfies(changed -> assertThat(changed.name()).isEqualTo(run + " renamed"))
                .satisfies(changed -> assertThat(changed.properties()).containsEntry("region", "eu-north-1"));
        qlik.dataConnections()
                .rotateCredentials(
                        created.id(), Map.of("accessKey", Secret.of("rotated"), "secretKey", Secret.of("rotated")));
    }

    @Test
    void connectionIsDuplicated() {
        DataConnection created = create("original");
        DataConnection copy = qlik.dataConnections()
                .duplicate(
                        created.id(),
                        DuplicateOptions.builder().name(run + " copy").build());
        made.add(copy.id());
        assertThat(copy.name()).isEqualTo(run + " copy");
        assertThat(copy.id()).isNotEqualTo(created.id());
    }

    private DataConnection create(String name) {
        DataConnection created = qlik.dataConnections().create(draft(name).build());
        made.add(created.id());
        return created;
    }

    private ConnectionDraft.Builder draft(String name) {
        return ConnectionDraft.builder(S3, run + " " + name)
                .inSpace(spaceId())
                .set("region", "eu-west-1")
                .set("bucketName", "contract-bucket")
                .secret("accessKey", Secret.of("contract-access"))
                .secret("secretKey", Secret.of("contract-secret"));
    }
}
