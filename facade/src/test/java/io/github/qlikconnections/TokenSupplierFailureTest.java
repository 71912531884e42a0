package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.testkit.StubResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A token supplier that throws an exception does not hide what a write before it has done. */
class TokenSupplierFailureTest extends FakeTenantFixture {

    private static final ConnectionDraft LAKE = s3("Lake").build();

    @Test
    void firstRequestFailsWithTheExceptionAsItsCause() {
        try (QlikClient supplied = clientWhoseTokensEndAfter(0)) {
            assertThatThrownBy(() -> supplied.dataConnections().create(LAKE))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the supplier of access tokens threw java.lang.IllegalStateException")
                    .hasMessageNotContaining("marker-of-a-secret")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void createdConnectionThatCannotBeReadBackIsReportedAsCreated() {
        EnsureResult result;
        try (QlikClient supplied = clientWhoseTokensEndAfter(1)) {
            result = supplied.dataConnections().ensure(LAKE);
        }

        assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
        assertThat(result.entries())
                .filteredOn(entry -> entry.path().startsWith("/connectionProperties"))
                .noneMatch(entry -> entry.status() == ComparisonStatus.EQUAL);
        assertThat(result.warnings()).anyMatch(warning -> warning.startsWith("The write succeeded, but "));
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void lostResponseThatCannotBeSettledIsAnUnknownOutcome() {
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());

        TransportException failure;
        try (QlikClient supplied = clientWhoseTokensEndAfter(1)) {
            failure = catchThrowableOfType(
                    TransportException.class, () -> supplied.dataConnections().ensure(LAKE));
        }

        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(failure.getSuppressed()[0]).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(writes()).hasSize(1);
    }

    /** Returns a client that gets no token once the tenant has received this many write requests. */
    private QlikClient clientWhoseTokensEndAfter(int writes) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.tokens(() -> {
                    if (writes().size() >= writes) {
                        throw new IllegalStateException("marker-of-a-secret");
                    }
                    return Secret.of(tenant.apiKey());
                }))
                .backoffBaseDelay(Duration.ofMillis(1)));
    }
}
