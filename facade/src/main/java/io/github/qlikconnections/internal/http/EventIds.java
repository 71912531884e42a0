package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.event.RunContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Creates ids of requests and bulk runs for events. An id is unique across processes. This class is thread-safe. */
public final class EventIds {

    private static final String PROCESS = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private static final AtomicLong LAST = new AtomicLong();

    private EventIds() {}

    /** Returns the context of a new bulk run of this kind. */
    public static RunContext startRun(String kind) {
        return RunContext.of(kind, next());
    }

    /** Returns a new id of letters, digits and a hyphen. */
    static String next() {
        return PROCESS + "-" + LAST.incrementAndGet();
    }
}
