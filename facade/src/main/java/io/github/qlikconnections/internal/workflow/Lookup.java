package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.http.Deadline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the tenant what is behind a name. Thread-safe.
 *
 * @param <T> what is behind it
 */
@FunctionalInterface
interface Lookup<T> {

    /** What is behind the name. */
    T find(Deadline deadline, String name);

    /** The same, asking once for each name: for a run whose drafts have names in common. */
    default Lookup<T> once() {
        Map<String, T> found = new ConcurrentHashMap<>();
        return (deadline, name) -> found.computeIfAbsent(name, unknown -> find(deadline, unknown));
    }
}
