package io.github.qlikconnections.internal.gateway;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of an answer, which may be missing or hold nulls. */
final class Lists {

    private Lists() {}

    /** As a rule the list itself; whoever keeps it copies it. */
    static <T> List<T> present(@Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        for (T item : list) {
            if (item == null) {
                return list.stream().filter(Objects::nonNull).toList();
            }
        }
        return list;
    }

    /** What each item that is present becomes. */
    static <T, R> List<R> each(@Nullable List<T> list, Function<T, R> becomes) {
        return present(list).stream().map(becomes).toList();
    }
}
