package io.github.qlikconnections.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits names of members into words. {@code sasURLValue} and {@code sas_url_value} have the same three words. */
public final class NameTokenizer {

    private NameTokenizer() {}

    /**
     * Splits a name at separators, at digits and before uppercase letters.
     *
     * @param name the name
     * @return the words in lower case, empty if the name has no letter
     */
    public static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
            if (!letter || (i > start && isStartOfWord(name, i))) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = letter ? i : i + 1;
            }
        }
        return words;
    }

    /** The last of several consecutive uppercase letters begins a word if a lowercase letter follows, as in {@code AWSKey}. */
    private static boolean isStartOfWord(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterUppercase = Character.isUpperCase(name.charAt(i - 1));
        return !afterUppercase || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
    }
}
