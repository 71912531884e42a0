package io.github.qlikconnections.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Verifies that the checks can fail. */
class ClientInvariantsTest {

    private final EventBalance balance = new EventBalance();

    @Test
    void finishedRequestIsBalanced() {
        balance.requestStarted(event(0));
        balance.attemptFinished(ended(1));
        balance.attemptFinished(ended(2));
        balance.requestFinished(ended(2));
        assertThat(balance.problems()).isEmpty();
    }

    @Test
    void unfinishedRequestIsReported() {
        balance.requestStarted(event(0));
        balance.attemptFinished(ended(1));
        assertThat(balance.problems()).hasSize(1);
    }

    @Test
    void attemptThatFinishesNeverOrTwiceIsReported() {
        balance.requestStarted(event(0));
        balance.attemptFinished(ended(2));
        balance.requestFinished(ended(2));
        assertThat(balance.problems()).hasSize(1);

        balance.requestStarted(event(0));
        balance.attemptFinished(ended(1));
        balance.attemptFinished(ended(1));
        balance.requestFinished(ended(1));
        assertThat(balance.problems()).hasSize(2);
    }

    @Test
    void eventWithoutAnOutcomeIsReported() {
        balance.requestStarted(event(0));
        balance.attemptFinished(event(1));
        balance.requestFinished(event(1));
        assertThat(balance.problems()).hasSize(2);
    }

    @Test
    void leasedConnectionIsReported() {
        TrackedClients.track(balance, () -> 2);
        assertThat(TrackedClients.problems()).containsExactly("2 leased connections");
        TrackedClients.clear();
        assertThat(TrackedClients.problems()).isEmpty();
    }

    @Test
    void logEntryAboveWarnOrWithASecretIsReported() {
        LoggerFactory.getLogger("io.github.qlikconnections.requests").debug("Sent {}", "marker-of-a-secret");
        LoggerFactory.getLogger("io.github.qlikconnections.requests").warn("No secret.");
        LoggerFactory.getLogger("another.library").error("No secret either.");
        assertThat(RecordedLogs.drainForbidden()).hasSize(2);
    }

    private static RequestEvent event(int attempt) {
        return event(attempt, null);
    }

    private static RequestEvent ended(int attempt) {
        return event(attempt, RequestOutcome.SUCCESS);
    }

    private static RequestEvent event(int attempt, @Nullable RequestOutcome outcome) {
        return RequestEvent.builder("listSpaces", 1)
                .attempt(attempt)
                .status(200)
                .outcome(outcome)
                .build();
    }
}
