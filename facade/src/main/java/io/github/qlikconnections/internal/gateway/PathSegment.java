package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.wire.ControlCharacters;

/** Refuses what cannot be an id before it becomes part of a path. Everything else is percent-encoded by the generated client. */
public final class PathSegment {

    private PathSegment() {}

    /**
     * The id itself, which an answer gave and the next request needs.
     *
     * @throws UnexpectedResponseException if it cannot be one
     */
    public static String answered(String id, String what) {
        if (!possible(id)) {
            throw new UnexpectedResponseException(
                    "The tenant answered with a " + what + " that has no usable id. Nothing was changed.", 200);
        }
        return id;
    }

    /**
     * The id itself, as a caller gave it.
     *
     * @throws IllegalArgumentException if it is blank, has control characters, or is a dot segment that a server would resolve
     */
    static String of(String id, String what) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " is empty. Take it from a list or from a created object.");
        }
        if (!possible(id)) {
            throw new IllegalArgumentException(
                    "The " + what + " is a dot segment or holds control characters; no id looks like that.");
        }
        return id;
    }

    private static boolean possible(String id) {
        return !id.isBlank() && !id.equals(".") && !id.equals("..") && !ControlCharacters.areIn(id);
    }
}
