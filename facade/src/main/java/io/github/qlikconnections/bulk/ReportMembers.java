package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of one item in a saved report.
 *
 * @param members plain values by name
 */
record ReportMembers(Map<String, Object> members) {

    private static final String STATUS = "status";

    ReportMembers() {
        this(new LinkedHashMap<>());
    }

    /**
     * Reads members.
     *
     * @throws IllegalArgumentException if the value is not a JSON object
     */
    static ReportMembers of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("it is not a JSON object.");
        }
        ReportMembers members = new ReportMembers();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    /** Adds a member, unless the value is null. */
    ReportMembers put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    @Nullable ApiError error() {
        return members.get("error") instanceof Map<?, ?> error ? toError(of(error)) : null;
    }

    private static ApiError toError(ReportMembers error) {
        return ApiError.builder()
                .code(error.text("code"))
                .title(error.text("title"))
                .detail(error.text("detail"))
                .status(error.members.get(STATUS) instanceof Number status ? status.intValue() : null)
                .additionalMembers(error.others("code", "title", "detail", STATUS))
                .build();
    }

    /** Returns the members with other names. */
    Map<String, Object> others(String... known) {
        Map<String, Object> others = new LinkedHashMap<>(members);
        others.keySet().removeAll(Set.of(known));
        return others;
    }

    /** Returns a string, or null if there is none. */
    @Nullable String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /**
     * Returns a string.
     *
     * @throws IllegalArgumentException if there is none
     */
    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalArgumentException("it has no string \"" + name + "\".");
        }
        return text;
    }

    /** Returns the HTTP status, or 0 if there is none. */
    int status() {
        return members.get(STATUS) instanceof Number status ? status.intValue() : 0;
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    List<ReportMembers> objects(String name) {
        return list(name).stream().map(ReportMembers::of).toList();
    }

    private List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : new ArrayList<>();
    }
}
