package io.github.qlikconnections.internal.workflow;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;

/** Finds names that look the same as a given one and are not equal to it, since their characters are encoded differently. */
final class UnicodeNameMatcher {

    private UnicodeNameMatcher() {}

    /** Describes how a name differs from the one that looks the same, or empty if there is none. */
    static Optional<String> difference(String given, Collection<String> names) {
        String plain = plain(given);
        return names.stream()
                .filter(name -> !name.equals(given) && plain(name).equals(plain))
                .findFirst()
                .map(name -> "\"" + name + "\" looks the same and differs in its Unicode form: " + detail(given, name)
                        + ". Names are sent as given, so copy it from the tenant.");
    }

    private static String detail(String given, String name) {
        String formOfGiven = form(given);
        String formOfName = form(name);
        if (!formOfGiven.equals(formOfName)) {
            return "the given name is " + formOfGiven + ", that of the tenant is " + formOfName;
        }
        int i = 0;
        while (i < Math.min(given.length(), name.length()) && given.charAt(i) == name.charAt(i)) {
            i++;
        }
        return "the given name has " + codePoint(given, i) + " where that of the tenant has " + codePoint(name, i);
    }

    private static String form(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return "composed (NFC)";
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFD) ? "decomposed (NFD)" : "neither NFC nor NFD";
    }

    private static String codePoint(String text, int index) {
        return index < text.length() ? String.format("U+%04X", text.codePointAt(index)) : "its end";
    }

    /** Compatibility forms look the same too, such as a space without a break or a letter of full width. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }
}
