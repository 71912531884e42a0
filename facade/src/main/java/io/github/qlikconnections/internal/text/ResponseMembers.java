package io.github.qlikconnections.internal.text;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Members of a response that the library does not model. Strings whose names suggest a secret become secrets. */
public final class ResponseMembers {

    private ResponseMembers() {}

    /** Returns the members as unmodifiable plain values without nulls. */
    public static Map<String, Object> of(Map<String, ?> members) {
        if (Arguments.map(members, "additionalMembers").isEmpty()) {
            return Map.of();
        }
        SecretMarker marker = new SecretMarker(new ArrayList<>());
        Map<String, Object> marked = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            Object plain = marker.mark(name, value);
            if (plain != null) {
                marked.put(name, plain);
            }
        });
        return Collections.unmodifiableMap(marked);
    }
}
