package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter of the list of connections.
 *
 * @param condition whether a connection fits
 * @param names the names that it compares with {@code qName eq}
 */
record ConnectionFilter(Predicate<ConnectionEntity> condition, Set<String> names) {

    /**
     * Reads a filter.
     *
     * @throws ApiErrorException 400 when it is not one
     */
    static ConnectionFilter parse(String filter) {
        return new ConnectionFilterParser(filter).parse();
    }
}
