package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of an answer, which may be missing or hold nulls. */
final class ResponseLists {

    private ResponseLists() {}

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
    /**
     * The list that an answer must have.
     *
     * @throws UnexpectedResponseException if it has none: that is no empty list
     */
    static <T> List<T> required(@Nullable List<T> list, Call call, String member) {
        if (list == null) {
            throw new UnexpectedResponseException(call.failed("the response has no list \"" + member + "\"."), 200);
        }
        return present(list);
    }

    static <T, R> List<R> each(@Nullable List<T> list, Function<T, R> becomes) {
        return present(list).stream().map(becomes).toList();
    }
}
