package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.http.Deadline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks up what the tenant has under a name.
 *
 * @param <T> what is found
 */
@FunctionalInterface
interface NameLookup<T> {

    /** Looks up a name before the deadline. */
    T find(Deadline deadline, String name);

    /** Returns a lookup that asks the tenant once for each name. */
    default NameLookup<T> cached() {
        Map<String, T> results = new ConcurrentHashMap<>();
        return (deadline, name) -> results.computeIfAbsent(name, missingName -> find(deadline, missingName));
    }
}
