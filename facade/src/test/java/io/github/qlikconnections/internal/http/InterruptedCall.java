package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs a call on a separate thread and interrupts it while it waits. Not thread-safe. */
public final class InterruptedCall {

    /** The documented maximum time between an interruption and the end of a call. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(1);

    private final Thread thread;
    private volatile Throwable thrown;
    private volatile boolean interruptFlag;

    private InterruptedCall(Runnable call) {
        thread = new Thread(() -> {
            thrown = catchThrowable(call::run);
            interruptFlag = Thread.currentThread().isInterrupted();
        });
    }

    public static InterruptedCall start(Runnable call) {
        InterruptedCall started = new InterruptedCall(call);
        started.thread.start();
        return started;
    }

    /** Waits for a condition, such as the arrival of a request. */
    public InterruptedCall awaitCondition(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(2)).until(condition);
        return this;
    }

    /** Waits until the thread waits for a time or for another thread. A blocking read of a socket does not count. */
    public InterruptedCall awaitWaiting() {
        return awaitCondition(
                () -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
    }

    /** Interrupts the call and returns its exception. Asserts that it ended in time and kept the interrupt flag. */
    public TransportException interrupt() {
        assertThat(thread.isAlive()).as("the call is still running").isTrue();
        thread.interrupt();
        await().atMost(MAX_DELAY).pollInterval(Duration.ofMillis(2)).until(() -> !thread.isAlive());
        assertThat(interruptFlag).as("the interrupt flag").isTrue();
        assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("thread was interrupted");
        return (TransportException) thrown;
    }

    public boolean isRunning() {
        return thread.isAlive();
    }
}
