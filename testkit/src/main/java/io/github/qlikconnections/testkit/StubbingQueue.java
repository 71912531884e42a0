package io.github.qlikconnections.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The stubs of a tenant in the order in which they were added. This class is thread-safe. */
final class StubbingQueue {

    private record Stubbing(
            Predicate<ReceivedRequest> matcher, Function<ReceivedRequest, StubResponse> response, boolean once) {}

    private final List<Stubbing> stubbings = new ArrayList<>();

    synchronized void once(Predicate<ReceivedRequest> matcher, StubResponse response) {
        stubbings.add(new Stubbing(matcher, request -> response, true));
    }

    synchronized void every(Predicate<ReceivedRequest> matcher, Function<ReceivedRequest, StubResponse> response) {
        stubbings.add(new Stubbing(matcher, response, false));
    }

    /** Returns the response of the first stub that matches, and removes the stub if it is for one request only. */
    synchronized Optional<StubResponse> take(ReceivedRequest request) {
        for (Iterator<Stubbing> rest = stubbings.iterator(); rest.hasNext(); ) {
            Stubbing stubbing = rest.next();
            if (stubbing.matcher().test(request)) {
                if (stubbing.once()) {
                    rest.remove();
                }
                return Optional.of(stubbing.response().apply(request));
            }
        }
        return Optional.empty();
    }

    synchronized int waiting() {
        return (int) stubbings.stream().filter(Stubbing::once).count();
    }

    synchronized void clear() {
        stubbings.clear();
    }
}
