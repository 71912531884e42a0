package io.github.qlikconnections.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The scripted answers that still wait for their requests; safe for use by any number of threads. */
final class StubbingQueue {

    private record Stubbing(
            Predicate<ReceivedRequest> wanted, Function<ReceivedRequest, StubResponse> response, boolean once) {}

    private final List<Stubbing> lines = new ArrayList<>();

    synchronized void once(Predicate<ReceivedRequest> wanted, StubResponse response) {
        lines.add(new Stubbing(wanted, request -> response, true));
    }

    synchronized void every(Predicate<ReceivedRequest> wanted, Function<ReceivedRequest, StubResponse> response) {
        lines.add(new Stubbing(wanted, response, false));
    }

    /** The first answer that fits; one that is meant once is given once. */
    synchronized Optional<StubResponse> take(ReceivedRequest request) {
        for (Iterator<Stubbing> rest = lines.iterator(); rest.hasNext(); ) {
            Stubbing line = rest.next();
            if (line.wanted().test(request)) {
                if (line.once()) {
                    rest.remove();
                }
                return Optional.of(line.response().apply(request));
            }
        }
        return Optional.empty();
    }

    synchronized int waiting() {
        return (int) lines.stream().filter(Stubbing::once).count();
    }

    synchronized void clear() {
        lines.clear();
    }
}
