package io.github.qlikconnections.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test that leaves a leased connection, an open event, a thread of the library, a log entry above WARN, or a
 * secret in the log. Registered for every test of the modules that depend on this one.
 *
 * <p>Connections and events are those of the clients that {@link TrackedClients} has seen; they are checked before a client is closed
 * as well, since a closed pool has nothing leased.
 */
public final class ClientInvariants
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private static final String THREADS = "qlik-connections-";
    private static final String RATE_LIMITER_THREADS = THREADS + "rate-";

    private Set<Thread> before = Set.of();

    @Override
    public void beforeEach(ExtensionContext context) {
        before = threads();
    }

    /** Before {@code @AfterEach} methods end what the test has left open. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            assertNoRequestIsOpen();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean isShared = TrackedClients.areShared(context.getRequiredTestClass());
        try {
            if (context.getExecutionException().isEmpty()) {
                assertNothingIsForbidden();
                assertNoRequestIsOpen();
                if (!isShared) {
                    TrackedClients.SOON.untilAsserted(() -> assertThat(threads())
                            .as("threads that are still running")
                            .isSubsetOf(before));
                }
            }
        } finally {
            RecordedLogs.drainForbidden();
            if (!isShared) {
                TrackedClients.clear();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TrackedClients.clear();
        assertNothingIsForbidden();
    }

    private static void assertNoRequestIsOpen() {
        TrackedClients.SOON.untilAsserted(
                () -> assertThat(TrackedClients.problems()).as("left behind").isEmpty());
    }

    private static void assertNothingIsForbidden() {
        assertThat(RecordedLogs.drainForbidden())
                .as("log entries above WARN or with a secret")
                .isEmpty();
    }

    /** Most tests leave no thread, so stack traces of all threads would take most of the time of this check. */
    private static Set<Thread> threads() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[all.activeCount() + 100];
        int number = all.enumerate(threads);
        return Stream.of(threads)
                .limit(number)
                .filter(thread -> thread.getName().startsWith(THREADS) && !isIdle(thread))
                .collect(Collectors.toSet());
    }

    /** A shared rate limiter is not closed. Its threads end a few seconds after their last call. */
    private static boolean isIdle(Thread thread) {
        return thread.getName().startsWith(RATE_LIMITER_THREADS)
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ThreadPoolExecutor.class.getName())
                                && frame.getMethodName().equals("getTask"));
    }
}
