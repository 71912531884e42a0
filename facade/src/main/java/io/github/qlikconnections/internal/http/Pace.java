package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a long run of requests within the rates that the tenant allows, so that none is refused with 429: requests of a tier
 * are let go at even intervals, slightly longer than the limit asks for. Even, because the documentation does not say how the
 * tenant counts within its window: no burst is no risk. One for all threads of a client; thread-safe.
 */
public final class Pace {

    /** How much later than another a request may arrive that was sent in its turn, without a window of a minute overflowing. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Timing timing;
    private final Map<RateTier, Line> lines = new EnumMap<>(RateTier.class);

    Pace(TransportSettings settings, Timing timing) {
        this.timing = timing;
        for (RateTier tier : RateTier.values()) {
            Duration apart = WINDOW.plus(LATE).dividedBy(settings.perMinute(tier));
            lines.put(tier, new Line(new Slots(timing, apart)));
        }
    }

    /**
     * Waits until one more request of this tier may be sent; callers go in the order in which they came. The first of them
     * waits for the moment, the others for the first: so nobody oversleeps a moment that another could have had.
     *
     * @throws TransportException if its turn would come after the deadline, or the thread is interrupted, which keeps its flag
     */
    @SuppressWarnings("NullAway") // every tier was put in by the constructor
    public void acquire(RateTier tier, Deadline deadline) {
        Line line = lines.get(tier);
        try {
            if (!timing.acquire(line.order, deadline.remaining())) {
                throw late(tier, null);
            }
            try {
                Duration longest = deadline.remaining();
                Duration wait = line.slots.take(longest);
                if (wait.compareTo(longest) > 0) {
                    throw late(tier, wait);
                }
                if (!wait.isZero()) {
                    timing.sleep(wait);
                }
            } finally {
                line.order.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "The thread was interrupted while it waited for its turn to send a request.", false, null);
        }
    }

    private static TransportException late(RateTier tier, @Nullable Duration wait) {
        return new TransportException(
                "The next request of tier " + tier.number() + " may only be sent "
                        + (wait == null ? "later" : "in " + DurationText.of(wait))
                        + ", which is after the deadline. Give the operation more time on the builder.",
                false,
                null);
    }

    /** Those who wait for their turn in one tier. */
    private static final class Line {

        private final ReentrantLock order = new ReentrantLock(true);
        private final Slots slots;

        private Line(Slots slots) {
            this.slots = slots;
        }
    }
}
