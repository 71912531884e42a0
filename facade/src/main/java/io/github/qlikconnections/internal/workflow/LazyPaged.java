package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.gateway.Page;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that fetches its pages on demand, or with a prefetcher one page ahead, and does not store them. This class is
 * thread-safe.
 */
final class LazyPaged<T> implements Paged<T> {

    /** Limit after which a list with empty pages counts as incomplete. */
    private static final int MAX_EMPTY_PAGES = 10;

    /** Consumers that read only the first page cause no further request. */
    private static final int FIRST_PAGE_WITH_PREFETCH = 2;

    private final Object description;
    private final PageFetcher<T> pageFetcher;
    private final @Nullable PagePrefetcher prefetcher;
    private final boolean failOnIncomplete;
    private final Set<ApiError> warnings;

    /**
     * Creates a list.
     *
     * @param description the content of the list, whose text is used in {@link #toString()} and messages
     * @param pageFetcher fetches the page at a cursor, or the first page
     * @param prefetcher runs the fetcher one page ahead, or null if each page is fetched on demand
     */
    LazyPaged(Object description, PageFetcher<T> pageFetcher, @Nullable PagePrefetcher prefetcher) {
        this(description, pageFetcher, prefetcher, false, Collections.synchronizedSet(new LinkedHashSet<>()));
    }

    private LazyPaged(
            Object description,
            PageFetcher<T> pageFetcher,
            @Nullable PagePrefetcher prefetcher,
            boolean failOnIncomplete,
            Set<ApiError> warnings) {
        this.description = description;
        this.pageFetcher = pageFetcher;
        this.prefetcher = prefetcher;
        this.failOnIncomplete = failOnIncomplete;
        this.warnings = warnings;
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
        return StreamSupport.stream(new PageSpliterator(), false);
    }

    @Override
    public List<ApiError> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    @Override
    public Paged<T> failOnIncomplete() {
        return new LazyPaged<>(description, pageFetcher, prefetcher, true, warnings);
    }

    /** Returns the description and the warnings so far. Fetches no page. */
    @Override
    public String toString() {
        return "Paged[" + description + (failOnIncomplete ? ", failOnIncomplete" : "") + ", warnings " + warnings()
                + "]";
    }

    /** Fetches the page at a cursor, or the first page if the cursor is null. */
    @FunctionalInterface
    interface PageFetcher<T> {

        Page<T> fetch(@Nullable String cursor);
    }

    private final class PageSpliterator extends Spliterators.AbstractSpliterator<List<T>> {

        // Without this check, a tenant that repeats a cursor would cause an endless loop.
        private final Set<String> seenCursors = new HashSet<>();
        private @Nullable String cursor;
        private @Nullable Future<Page<T>> prefetched;
        private boolean isEnded;
        private int pages;
        private int emptyPages;

        PageSpliterator() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        }

        @Override
        public boolean tryAdvance(Consumer<? super List<T>> action) {
            while (!isEnded) {
                Page<T> page = nextPage();
                pages++;
                report(page.warnings());
                cursor = page.nextCursor();
                isEnded = cursor == null || !isNew(cursor);
                emptyPages = page.receivedCount() == 0 ? emptyPages + 1 : 0;
                if (!isEnded && emptyPages == MAX_EMPTY_PAGES) {
                    isEnded = true;
                    report(createWarning("The tenant returned " + MAX_EMPTY_PAGES + " empty pages in a row"));
                }
                if (!isEnded && pages >= FIRST_PAGE_WITH_PREFETCH) {
                    prefetch(cursor);
                }
                if (!page.items().isEmpty()) {
                    action.accept(page.items());
                    return true;
                }
            }
            return false;
        }

        private Page<T> nextPage() {
            Future<Page<T>> started = prefetched;
            prefetched = null;
            if (started == null || prefetcher == null) {
                return pageFetcher.fetch(cursor);
            }
            try {
                return prefetcher.await(started);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransportException(
                        "Could not fetch the next page of " + description + ": the thread was interrupted.",
                        false,
                        null);
            }
        }

        private void prefetch(@Nullable String next) {
            prefetched = prefetcher == null ? null : prefetcher.start(() -> pageFetcher.fetch(next));
        }

        private boolean isNew(String next) {
            if (seenCursors.add(next)) {
                return true;
            }
            report(createWarning("The tenant returned a link to a page that was already fetched"));
            return false;
        }

        private List<ApiError> createWarning(String detail) {
            return List.of(
                    ApiError.builder().title("Incomplete list").detail(detail).build());
        }

        private void report(List<ApiError> newWarnings) {
            warnings.addAll(newWarnings);
            if (failOnIncomplete && !newWarnings.isEmpty()) {
                throw new IncompleteListException(newWarnings);
            }
        }
    }
}
