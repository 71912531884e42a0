package io.github.qlikconnections;

import io.github.qlikconnections.error.ApiError;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The items of a list that the API hands out in pages. Thread-safe; each iterator and each stream begins at the first page and
 * fetches the next one only when it is needed.
 *
 * <p>A page can arrive although the tenant could not gather all of it. That is never silent: {@link #warnings()} holds what was
 * reported so far, and {@link #failOnIncomplete()} throws instead.
 *
 * @param <T> the kind of item
 */
public interface Paged<T> extends Iterable<T> {

    /**
     * Goes through the items, page by page. Its methods can throw the types of {@link io.github.qlikconnections.error}.
     *
     * @return an iterator with a state of its own; not thread-safe
     */
    @Override
    Iterator<T> iterator();

    /**
     * The items as a sequential stream, fetched as it is consumed.
     *
     * @return a stream with a state of its own
     */
    Stream<T> stream();

    /**
     * The items page by page, for those who act on many at once.
     *
     * @return a stream of unmodifiable lists, none of them empty
     */
    Stream<List<T>> pages();

    /**
     * What the tenant reported as missing from the pages that were fetched so far, by any iterator.
     *
     * @return an unmodifiable list without repetitions; empty when all was complete
     */
    List<ApiError> warnings();

    /**
     * The same list, but incomplete pages end it with an exception.
     *
     * @return a list whose iterators throw {@link io.github.qlikconnections.error.IncompleteListException}
     */
    Paged<T> failOnIncomplete();
}
