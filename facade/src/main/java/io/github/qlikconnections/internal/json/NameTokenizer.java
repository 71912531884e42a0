package io.github.qlikconnections.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits the name of a member into words: {@code sasURLValue} and {@code sas_url_value} have the same three words. */
public final class NameTokenizer {

    private NameTokenizer() {}

    /**
     * Splits a name at separators, at digits and before capital letters.
     *
     * @param name the name
     * @return the words in lower case, empty if the name has no letter
     */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
            if (!letter || (i > start && beginsWord(name, i))) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = letter ? i : i + 1;
            }
        }
        return words;
    }

    /** Of several capital letters in a row the last one begins a word if a small letter follows, as in {@code AWSKey}. */
    private static boolean beginsWord(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterCapital = Character.isUpperCase(name.charAt(i - 1));
        return !afterCapital || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
    }
}
