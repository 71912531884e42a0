package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A call whose client is closed between two of its requests reports what it has written. */
class ClosedDuringCallTest extends FakeTenantFixture {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @Test
    void createdConnectionIsReportedAsCreated() {
        EnsureResult result = clientThatClosesAfter("POST")
                .dataConnections()
                .ensure(s3("Lake").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(result.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("The write succeeded, but ")
                        .endsWith("this client is closed."));
    }

    @Test
    void updatedConnectionIsReportedAsUpdated() {
        qlik.dataConnections().create(s3("Lake").build());

        EnsureResult result = clientThatClosesAfter("PATCH")
                .dataConnections()
                .ensure(s3("Lake").set("bucketName", "other").build());

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.UPDATED);
        assertThat(result.warnings())
                .anySatisfy(warning -> assertThat(warning).startsWith("The write succeeded, but "));
    }

    @Test
    void lostResponseIsAnUnknownOutcomeAndIsNotReadAgain() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.dropAfterHandling());

        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> clientThatClosesAfter("POST")
                        .dataConnections()
                        .ensure(s3("Lake").build()));

        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(read -> assertThat(read).hasMessageEndingWith("this client is closed."));
    }

    @Test
    void errorResponseIsNotHiddenByTheSearchForItsCause() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.status(400));

        assertThatThrownBy(() -> clientThatClosesAfter("POST")
                        .dataConnections()
                        .create(s3("Lake").build()))
                .isInstanceOfSatisfying(
                        QlikApiException.class,
                        response -> assertThat(response.status()).isEqualTo(400));
    }

    @Test
    void conflictIsNotHiddenByTheSearchForTheConnection() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.status(409));

        assertThatThrownBy(() -> clientThatClosesAfter("POST")
                        .dataConnections()
                        .ensure(s3("Lake").build()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void copyIsReportedAsCreated() {
        DataConnection original =
                qlik.dataConnections().create(mssql("Sales").secretsVersion("1").build());

        assertThatThrownBy(() -> clientThatClosesAfter("POST")
                        .dataConnections()
                        .duplicate(
                                original.id(),
                                DuplicateOptions.builder()
                                        .name("Copy")
                                        .credentials("reader", Secret.of("PW-2"))
                                        .build()))
                .isInstanceOf(QlikException.class)
                .hasMessageContaining(" was created, but ");
    }

    /** Returns a client that is closed when its first request with this method has ended. */
    private QlikClient clientThatClosesAfter(String method) {
        AtomicReference<QlikClient> client = new AtomicReference<>();
        client.set(TrackedClients.build(builder(tenant.apiKey()).addListener(new RequestListener() {
            @Override
            public void requestFinished(RequestEvent event) {
                if (event.method().equals(method)) {
                    client.get().close();
                }
            }
        })));
        return client.get();
    }
}
