package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists of responses, which may be missing or contain nulls. */
final class ResponseLists {

    private ResponseLists() {}

    /** Returns the elements that are not null. The result is usually the list itself, so a caller that keeps it copies it. */
    static <T> List<T> nonNull(@Nullable List<T> list) {
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

    /**
     * Returns a list that the API documents as required.
     *
     * @throws UnexpectedResponseException if the list is missing, which differs from an empty list
     */
    static <T> List<T> required(@Nullable List<T> list, Call call, String member) {
        if (list == null) {
            throw new UnexpectedResponseException(
                    call.failureMessage("the response has no list \"" + member + "\"."), 200);
        }
        return nonNull(list);
    }

    /** Maps the elements that are not null. */
    static <T, R> List<R> map(@Nullable List<T> list, Function<T, R> mapper) {
        return nonNull(list).stream().map(mapper).toList();
    }
}
