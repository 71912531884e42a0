package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.ScimFilter;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends FakeTenantFixture {

    private static final ConnectionQuery MINE = ConnectionQuery.builder().build();

    @Test
    void pagesAreFetchedLazily() {
        create(250);
        int before = tenant.requests().size();
        Iterator<DataConnection> items = qlik.dataConnections().list(MINE).iterator();
        assertThat(tenant.requests()).hasSize(before);
        items.next();
        assertThat(tenant.requests()).hasSize(before + 1);
        int count = 1;
        while (items.hasNext()) {
            items.next();
            count++;
        }
        assertThat(count).isEqualTo(250);
        assertThat(tenant.requests()).hasSize(before + 3);
    }

    @Test
    void everyIteratorAndStreamStartsAtTheFirstPage() {
        create(3);
        tenant.clearRequests();
        Paged<DataConnection> list = qlik.dataConnections().list(MINE);
        assertThat(list.iterator()).toIterable().hasSize(3);
        assertThat(list.stream().count()).isEqualTo(3);
        assertThat(tenant.requests()).hasSize(2);
        assertThat(list.pages())
                .singleElement()
                .satisfies(page -> assertThat(page).hasSize(3));
        assertThat(list.warnings()).isEmpty();
    }

    @Test
    void nextPageIsRequestedFromTheTenantIfTheLinkNamesAnotherHost() {
        try (FakeTenant alias = FakeTenant.builder()
                        .pageLinkOrigin("https://elsewhere.example")
                        .start();
                QlikClient client = TrackedClients.build(QlikClient.builder()
                        .tenant(alias.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(alias.apiKey()))))) {
            for (int i = 0; i < 101; i++) {
                alias.addConnection(S3, "Lake " + i, null, Map.of());
            }
            assertThat(client.dataConnections().list(MINE).stream().count()).isEqualTo(101);
            assertThat(alias.requests()).hasSize(2);
        }
    }

    @Test
    void queryConditionsAreSent() {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        qlik.dataConnections().create(s3("Alpha").inSpace(space).build());
        qlik.dataConnections().create(mssql("Beta").build());
        assertThat(names(ConnectionQuery.builder().in(SpaceRef.ofName("Lab")))).containsExactly("Alpha");
        assertThat(names(ConnectionQuery.builder().in(SpaceRef.personal()))).containsExactly("Beta");
        assertThat(names(ConnectionQuery.builder().toSource("mssql"))).containsExactly("Beta");
        assertThat(names(ConnectionQuery.builder().named("Alpha"))).containsExactly("Alpha");
        assertThat(names(ConnectionQuery.builder()
                        .where(ScimFilter.startsWith(ScimFilter.Field.NAME, "Al")
                                .or(ScimFilter.contains(ScimFilter.Field.NAME, "et")))
                        .sortedDescendingBy(ConnectionQuery.SortField.NAME)))
                .containsExactly("Beta", "Alpha");
        assertThat(names(ConnectionQuery.builder()
                        .sortedBy(ConnectionQuery.SortField.NAME)
                        .ownedByMe()))
                .containsExactly("Alpha", "Beta");
        assertThat(tenant.requests().get(tenant.requests().size() - 1).query("sort"))
                .contains("+qName");
    }

    @Test
    void unknownSpaceIsReportedWithASuggestion() {
        tenant.addSpace("Laboratory", SpaceType.SHARED);
        ConnectionQuery query =
                ConnectionQuery.builder().in(SpaceRef.ofName("Labratory")).build();
        assertThatThrownBy(() -> qlik.dataConnections().list(query))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("Laboratory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with / slash", "100 %", "a+b", "Ünïcödé 東京", "50%2F50", "q?x=1#y", "a\\b"})
    void connectionIsFoundByName(String name) {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        String id =
                qlik.dataConnections().create(s3(name).inSpace(space).build()).id();
        assertThat(qlik.dataConnections().findByName(name, SpaceRef.ofName("Lab")))
                .map(DataConnection::id)
                .contains(id);
        assertThat(qlik.dataConnections().findByName(name + "x", SpaceRef.ofId(space)))
                .isEmpty();
        assertThat(qlik.dataConnections().findByName(name, SpaceRef.personal())).isEmpty();
    }

    private List<String> names(ConnectionQuery.Builder query) {
        return qlik.dataConnections().list(query.build()).stream()
                .map(DataConnection::name)
                .toList();
    }

    private void create(int number) {
        for (int i = 0; i < number; i++) {
            qlik.dataConnections().create(s3("Lake " + i).build());
        }
    }
}
