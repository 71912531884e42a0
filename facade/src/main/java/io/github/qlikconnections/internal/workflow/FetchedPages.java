package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.internal.gateway.Page;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A list whose pages are fetched when they are needed, and not kept. Thread-safe. */
final class FetchedPages<T> implements Paged<T> {

    private final PageFetch<T> fetch;
    private final boolean strict;
    private final Set<ApiError> problems;

    FetchedPages(PageFetch<T> fetch) {
        this(fetch, false, Collections.synchronizedSet(new LinkedHashSet<>()));
    }

    private FetchedPages(PageFetch<T> fetch, boolean strict, Set<ApiError> problems) {
        this.fetch = fetch;
        this.strict = strict;
        this.problems = problems;
    }

    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    @Override
    public Stream<T> stream() {
        return pages().flatMap(List::stream);
    }

    @Override
    public Stream<List<T>> pages() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new PageIterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    @Override
    public List<ApiError> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    @Override
    public Paged<T> strict() {
        return new FetchedPages<>(fetch, true, problems);
    }

    /** Fetches one page. */
    @FunctionalInterface
    interface PageFetch<T> {

        /** The page at the cursor, or the first one without. */
        Page<T> fetch(@Nullable String cursor);
    }

    private final class PageIterator implements Iterator<List<T>> {

        // A tenant that gives the same cursor again would keep us here for ever.
        private final Set<String> seen = new HashSet<>();
        private @Nullable List<T> ready;
        private @Nullable String cursor;
        private boolean begun;

        @Override
        public boolean hasNext() {
            while (ready == null && (!begun || cursor != null)) {
                advance();
            }
            return ready != null;
        }

        @Override
        public List<T> next() {
            if (!hasNext() || ready == null) {
                throw new NoSuchElementException();
            }
            List<T> page = ready;
            ready = null;
            return page;
        }

        private void advance() {
            Page<T> page = fetch.fetch(cursor);
            begun = true;
            problems.addAll(page.problems());
            if (strict && !page.problems().isEmpty()) {
                throw new IncompleteListException(page.problems());
            }
            cursor = page.next() != null && seen.add(page.next()) ? page.next() : null;
            ready = page.items().isEmpty() ? null : page.items();
        }
    }
}
