package io.github.qlikconnections.internal.gateway;

/** Refuses what cannot be an id before it becomes part of a path. Everything else is percent-encoded by the generated client. */
final class PathId {

    private PathId() {}

    /**
     * The id itself.
     *
     * @throws IllegalArgumentException if it is blank, has control characters, or is a dot segment that a server would resolve
     */
    static String of(String id, String what) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " is empty. Take it from a list or from a created object.");
        }
        if (id.equals(".") || id.equals("..") || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The " + what + " is a dot segment or holds control characters; no id looks like that.");
        }
        return id;
    }
}
