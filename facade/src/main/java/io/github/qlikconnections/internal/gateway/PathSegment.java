package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.wire.ControlCharacters;

/** Validates ids and names before they become a path segment. The generated client percent-encodes the valid ones. */
public final class PathSegment {

    private PathSegment() {}

    /**
     * Returns an id of a response, for use in the next request.
     *
     * @throws UnexpectedResponseException if it is not valid
     */
    public static String requireValidInResponse(String id, String type) {
        if (!isValid(id)) {
            throw new UnexpectedResponseException(
                    "The tenant returned a " + type + " without a usable id. Nothing was changed.", 200);
        }
        return id;
    }

    /**
     * Returns an id or name of a caller.
     *
     * @throws IllegalArgumentException if it is blank, contains control characters, or is a dot segment, which a server would
     *     resolve
     */
    static String requireValid(String id, String parameter) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + parameter + " is empty. Take it from a list or from a created object.");
        }
        if (!isValid(id)) {
            throw new IllegalArgumentException("The " + parameter
                    + " is a dot segment or contains control characters, which is not allowed in an id or name.");
        }
        return id;
    }

    private static boolean isValid(String id) {
        return !id.isBlank() && !id.equals(".") && !id.equals("..") && !ControlCharacters.hasAny(id);
    }
}
