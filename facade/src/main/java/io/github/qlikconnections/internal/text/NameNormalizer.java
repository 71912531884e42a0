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
        StringBuilder normalized = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                normalized.append(c);
            }
        }
        return normalized.toString();
    }
}
