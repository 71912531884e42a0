package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.StubResponse;
import org.junit.jupiter.api.Test;

/** Calls whose response is lost or incomplete. */
class UnknownOutcomeTest extends FakeTenantFixture {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @Test
    void createWithALostResponseIsReportedAndNotRetried() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.dropAfterHandling());
        TransportException lost = catchThrowableOfType(
                TransportException.class,
                () -> qlik.dataConnections().create(s3("Lake").build()));
        assertThat(lost.outcomeUnknown()).isTrue();
        assertThat(tenant.connections()).hasSize(1);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void ensureFindsTheCreatedConnectionAfterALostResponse() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.dropAfterHandling());
        assertThat(qlik.dataConnections().ensure(s3("Lake").build()).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(tenant.connections()).hasSize(1);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void ensureCreatesOnceAfterALostRequest() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.dropBeforeHandling());
        assertThat(qlik.dataConnections().ensure(s3("Lake").build()).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void ensureFindsTheCreatedConnectionAfterAnUnreadableResponse() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.passThrough().truncated());
        assertThat(qlik.dataConnections().ensure(s3("Lake").build()).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void ensureIsRetriedAfterUnusableResponses() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.status(504));
        tenant.stubNext("POST", CONNECTIONS, StubResponse.html(200));
        assertThat(qlik.dataConnections().ensure(s3("Lake").build()).outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(tenant.connections()).hasSize(1);
        assertThat(writes()).hasSize(3);
    }

    @Test
    void ensureFailsAfterAllAttemptsWithUnusableResponses() {
        tenant.stubAll(request -> request.method().equals("POST"), request -> StubResponse.status(504));
        assertThatThrownBy(() -> qlik.dataConnections().ensure(s3("Lake").build()))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        failure -> assertThat(failure.outcomeUnknown()).isTrue());
        assertThat(tenant.connections()).isEmpty();
        assertThat(writes()).hasSize(3);
    }

    @Test
    void retriedDeletionWithALostResponseSucceeds() {
        String id = qlik.dataConnections().create(s3("Lake").build()).id();
        tenant.stubNext("DELETE", CONNECTIONS + "/" + id, StubResponse.dropAfterHandling());
        assertThat(qlik.dataConnections().delete(id)).isTrue();
        assertThat(tenant.connections()).isEmpty();
        assertThat(qlik.dataConnections().delete(id)).isFalse();
    }

    @Test
    void incompleteListIsReported() {
        qlik.dataConnections().create(s3("Lake").build());
        StubResponse incomplete =
                StubResponse.passThrough().withError(500, "DCERROR-0042", "Some are missing", "One service is away.");
        tenant.stubNext("GET", CONNECTIONS, incomplete);
        Paged<DataConnection> list = qlik.dataConnections().list(ConnectionQuery.all());
        assertThat(list).isNotEmpty();
        assertThat(list.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).contains("DCERROR-0042"));

        tenant.stubNext("GET", CONNECTIONS, incomplete);
        assertThatThrownBy(() -> list.failOnIncomplete().iterator().hasNext())
                .isInstanceOf(IncompleteListException.class)
                .hasMessageContaining("One service is away");
        tenant.stubNext("GET", CONNECTIONS, incomplete);
        assertThatThrownBy(() -> qlik.dataConnections().previewDeletion(ConnectionQuery.all()))
                .isInstanceOf(IncompleteListException.class);
    }
}
