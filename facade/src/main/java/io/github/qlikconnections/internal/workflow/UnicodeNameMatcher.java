package io.github.qlikconnections.internal.workflow;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;

/** Finds names that look like a given name but consist of other Unicode characters. */
final class UnicodeNameMatcher {

    private UnicodeNameMatcher() {}

    /** Describes the difference to a name that looks the same. Returns empty if there is no such name. */
    static Optional<String> describeDifference(String given, Collection<String> names) {
        String normalized = toCompatibilityForm(given);
        return names.stream()
                .filter(name -> !name.equals(given) && toCompatibilityForm(name).equals(normalized))
                .findFirst()
                .map(name -> "\"" + name + "\" looks the same but differs in its Unicode form: "
                        + describeDetail(given, name) + ". Names are sent as given, so copy it from the tenant.");
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
        return "the given name has " + describeCodePoint(given, i) + " where that of the tenant has "
                + describeCodePoint(name, i);
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

    /** Returns the NFKC form, which also unifies characters such as no-break spaces and full-width letters. */
    private static String toCompatibilityForm(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }
}
