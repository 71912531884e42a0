package io.github.qlikconnections.internal.wire;

/** Control characters, which the API accepts neither in names nor in ids. */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** Returns whether a string contains a control character. */
    public static boolean hasAny(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
