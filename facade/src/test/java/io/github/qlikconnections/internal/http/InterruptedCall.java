package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A call on a thread of its own that is interrupted while it waits. For one test thread. */
public final class InterruptedCall {

    /** What the library promises. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Thread thread;
    private volatile Throwable thrown;
    private volatile boolean flag;

    private InterruptedCall(Runnable call) {
        thread = new Thread(() -> {
            thrown = catchThrowable(call::run);
            flag = Thread.currentThread().isInterrupted();
        });
    }

    public static InterruptedCall begin(Runnable call) {
        InterruptedCall begun = new InterruptedCall(call);
        begun.thread.start();
        return begun;
    }

    /** Returns once something has happened, such as the arrival of a request. */
    public InterruptedCall once(Callable<Boolean> happened) {
        await().pollInterval(Duration.ofMillis(2)).until(happened);
        return this;
    }

    /** Returns once the thread waits, be it for a time or for another thread; a read of a socket does not count. */
    public InterruptedCall onceItWaits() {
        return once(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
    }

    /** Interrupts the call and gives what it threw, after it ended in time and left the flag set. */
    public TransportException interrupt() {
        assertThat(thread.isAlive()).as("it is not over yet").isTrue();
        thread.interrupt();
        await().atMost(SOON).pollInterval(Duration.ofMillis(2)).until(() -> !thread.isAlive());
        assertThat(flag).as("the interrupt flag").isTrue();
        assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("thread was interrupted");
        return (TransportException) thrown;
    }

    public boolean goesOn() {
        return thread.isAlive();
    }
}
