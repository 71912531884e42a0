package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter of the list of connections.
 *
 * @param condition returns whether a connection matches
 * @param names the names in comparisons with {@code qName eq}
 */
record ConnectionFilter(Predicate<ConnectionEntity> condition, Set<String> names) {

    /**
     * Parses a filter.
     *
     * @throws ApiErrorException 400 if the filter is invalid
     */
    static ConnectionFilter parse(String filter) {
        return new ConnectionFilterParser(filter).parse();
    }
}
