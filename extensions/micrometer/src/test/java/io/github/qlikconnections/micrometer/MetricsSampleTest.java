package io.github.qlikconnections.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.invariants.TrackedClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsSampleTest extends ObservedTenantFixture {

    @Test
    void requestsAreTimedWithoutIdsInTags() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        String id = tenant.addConnection("mssql", "Orders", null, Map.of());
        try (QlikClient qlik = TrackedClients.build(client(), builder -> MetricsSample.observed(builder, meters))) {
            qlik.dataConnections().get(id);
        }

        assertThat(meters.get("qlik.client.requests")
                        .tags("operation", "getDataConnection", "outcome", "SUCCESS")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .noneMatch(tag -> tag.getValue().contains(id) || tag.getValue().contains("Orders"));
    }

    @Test
    void conventionRenamesTheObservation() {
        TestObservationRegistry observations = TestObservationRegistry.create();
        try (QlikClient qlik = TrackedClients.build(client().addListener(MetricsSample.renamed(observations)))) {
            qlik.dataSources().list();
        }

        TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasNameEqualTo("acme.qlik.requests");
    }
}
