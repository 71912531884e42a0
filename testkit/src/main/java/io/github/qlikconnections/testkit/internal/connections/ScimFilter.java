package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.Refusal;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter of the list of connections.
 *
 * @param condition whether a connection fits
 * @param names the names that it compares with {@code qName eq}
 */
record ScimFilter(Predicate<Connection> condition, Set<String> names) {

    /**
     * Reads a filter.
     *
     * @throws Refusal 400 when it is not one
     */
    static ScimFilter parse(String filter) {
        return new ScimFilterParser(filter).parse();
    }
}
