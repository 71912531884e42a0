package io.github.qlikconnections.internal.gateway;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of an answer, which may be missing or hold nulls. */
final class Lists {

    private Lists() {}

    static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
