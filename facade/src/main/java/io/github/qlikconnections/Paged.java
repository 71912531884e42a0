package io.github.qlikconnections;

import io.github.qlikconnections.error.ApiError;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list that the API returns in pages. Each iterator and each stream starts at the first page and fetches the next
 * page when it is needed.
 *
 * <p>From the second page on, the next page is fetched while the consumer works on the current one, so a consumer that
 * stops early causes at most one request more. Daemon threads of the client fetch these pages. Their names start with
 * {@code qlik-connections-prefetch-}, and listeners are called on them. They end when they are idle or the client is
 * closed. There are at most half as many as connections in the pool. If all are busy, the thread of the consumer fetches
 * the page. A consumer may be a virtual thread, because it waits without a monitor.
 *
 * <p>Each page has its own deadline. A failed fetch is reported to the consumer when it needs the page. An interruption
 * of the consumer also ends the fetch.
 *
 * <p>The tenant may return an incomplete page with a success status. {@link #warnings()} contains the reported errors.
 * The list of {@link #failOnIncomplete()} throws an exception instead.
 *
 * <p>This class is thread-safe. Its iterators and streams are not.
 *
 * @param <T> the type of the items
 */
public interface Paged<T> extends Iterable<T> {

    /**
     * Creates a complete list with one page, for stubs. It sends no request.
     *
     * @param items the items
     * @return the list
     * @param <T> the type of the items
     */
    static <T> Paged<T> of(List<T> items) {
        return new InMemoryPaged<>(items);
    }

    /**
     * Returns an iterator over the items. Its methods can throw the exceptions of
     * {@link io.github.qlikconnections.error}.
     *
     * @return a new iterator at the first item
     */
    @Override
    Iterator<T> iterator();

    /**
     * Returns the items as a sequential stream. Pages are fetched while the stream is consumed.
     *
     * @return a new stream
     */
    Stream<T> stream();

    /**
     * Fetches all pages and returns their items.
     *
     * @return an unmodifiable list
     */
    default List<T> toList() {
        return stream().toList();
    }

    /**
     * Returns the items page by page, for batch processing.
     *
     * @return a new stream of unmodifiable, non-empty lists
     */
    Stream<List<T>> pages();

    /**
     * Returns the errors that the tenant reported for incomplete pages. Covers all pages that any iterator has fetched
     * so far.
     *
     * @return an unmodifiable list without duplicates; empty if all fetched pages were complete
     */
    List<ApiError> warnings();

    /**
     * Returns a copy that fails on incomplete pages.
     *
     * @return a list whose iterators throw {@link io.github.qlikconnections.error.IncompleteListException} at an
     *     incomplete page
     */
    Paged<T> failOnIncomplete();
}
