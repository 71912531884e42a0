package io.github.qlikconnections;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A complete list with one page, for stubs. Instances are immutable and thread-safe. */
final class InMemoryPaged<T> implements Paged<T> {

    private final List<T> items;

    InMemoryPaged(List<T> items) {
        this.items = Arguments.list(items, "items");
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    @Override
    public Stream<T> stream() {
        return items.stream();
    }

    @Override
    public Stream<List<T>> pages() {
        return Stream.of(items).filter(page -> !page.isEmpty());
    }

    @Override
    public List<ApiError> warnings() {
        return List.of();
    }

    @Override
    public Paged<T> failOnIncomplete() {
        return this;
    }

    /** Returns the number of items. */
    @Override
    public String toString() {
        return "Paged[" + items.size() + " items]";
    }
}
