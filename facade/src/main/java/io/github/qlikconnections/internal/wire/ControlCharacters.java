package io.github.qlikconnections.internal.wire;

/** Control characters, which the API accepts neither in names nor in ids. */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** Returns whether a string contains a control character. */
    public static boolean hasAny(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
