package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.http.Deadline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks up a name on the tenant.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
interface NameLookup<T> {

    /** Looks up a name before the deadline. */
    T find(Deadline deadline, String name);

    /** Returns a lookup that sends one request per name. */
    default NameLookup<T> cached() {
        Map<String, T> results = new ConcurrentHashMap<>();
        return (deadline, name) -> {
            // computeIfAbsent would hold a lock during the request.
            T result = results.get(name);
            if (result == null) {
                result = find(deadline, name);
                results.put(name, result);
            }
            return result;
        };
    }
}
