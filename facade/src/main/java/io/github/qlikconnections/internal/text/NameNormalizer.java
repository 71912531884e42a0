package io.github.qlikconnections.internal.text;

import java.util.Locale;

/** Normalizes names for comparisons that ignore letter case and separators. */
public final class NameNormalizer {

    private NameNormalizer() {}

    /**
     * Returns the letters and digits of a name in lower case. For example, {@code bucket_name} and {@code BucketName} have the same result.
     *
     * @param name the name
     * @return the normalized name
     */
    public static String normalize(String name) {
        if (isNormalized(name)) {
            return name;
        }
        StringBuilder normalized = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                normalized.append(c);
            }
        }
        return normalized.toString();
    }

    /** Returns whether a name has only lowercase letters and digits of ASCII, as most short names. */
    private static boolean isNormalized(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
