package io.github.qlikconnections.internal.workflow;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;

/** Finds names that look the same as a given one and are not equal to it, since their characters are encoded differently. */
final class UnicodeNameMatcher {

    private UnicodeNameMatcher() {}

    /** Describes how a name differs from the one that looks the same, or empty if there is none. */
    static Optional<String> describeDifference(String given, Collection<String> names) {
        String normalized = toCompatibilityForm(given);
        return names.stream()
                .filter(name -> !name.equals(given) && toCompatibilityForm(name).equals(normalized))
                .findFirst()
                .map(name -> "\"" + name + "\" looks the same and differs in its Unicode form: " + describeDetail(given, name)
                        + ". Names are sent as given, so copy it from the tenant.");
    }

    private static String describeDetail(String given, String name) {
        String formOfGiven = describeForm(given);
        String formOfName = describeForm(name);
        if (!formOfGiven.equals(formOfName)) {
            return "the given name is " + formOfGiven + ", that of the tenant is " + formOfName;
        }
        int i = 0;
        while (i < Math.min(given.length(), name.length()) && given.charAt(i) == name.charAt(i)) {
            i++;
        }
        return "the given name has " + describeCodePoint(given, i) + " where that of the tenant has " + describeCodePoint(name, i);
    }

    private static String describeForm(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return "composed (NFC)";
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFD) ? "decomposed (NFD)" : "neither NFC nor NFD";
    }

    private static String describeCodePoint(String text, int index) {
        return index < text.length() ? String.format("U+%04X", text.codePointAt(index)) : "its end";
    }

    /** Compatibility forms look the same too, such as a space without a break or a letter of full width. */
    private static String toCompatibilityForm(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }
}
