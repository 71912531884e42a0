package io.github.qlikconnections.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The scripted answers that still wait for their requests; safe for use by any number of threads. */
final class Script {

    private record Line(
            Predicate<ReceivedRequest> wanted, Function<ReceivedRequest, ScriptedAnswer> answer, boolean once) {}

    private final List<Line> lines = new ArrayList<>();

    synchronized void once(Predicate<ReceivedRequest> wanted, ScriptedAnswer answer) {
        lines.add(new Line(wanted, request -> answer, true));
    }

    synchronized void every(Predicate<ReceivedRequest> wanted, Function<ReceivedRequest, ScriptedAnswer> answer) {
        lines.add(new Line(wanted, answer, false));
    }

    /** The first answer that fits; one that is meant once is given once. */
    synchronized Optional<ScriptedAnswer> take(ReceivedRequest request) {
        for (Iterator<Line> rest = lines.iterator(); rest.hasNext(); ) {
            Line line = rest.next();
            if (line.wanted().test(request)) {
                if (line.once()) {
                    rest.remove();
                }
                return Optional.of(line.answer().apply(request));
            }
        }
        return Optional.empty();
    }

    synchronized int waiting() {
        return (int) lines.stream().filter(Line::once).count();
    }

    synchronized void clear() {
        lines.clear();
    }
}
