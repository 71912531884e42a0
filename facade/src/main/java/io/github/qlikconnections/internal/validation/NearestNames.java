package io.github.qlikconnections.internal.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds which of the known names someone may have meant: by edit distance, letter case and separators. */
public final class NearestNames {

    private static final int LONGEST = 256;

    private NearestNames() {}

    /**
     * The known names that are close to a given one.
     *
     * @param given what was written
     * @param known the names that exist
     * @param atMost how many to return
     * @return the closest names, the closest first; empty when none is close
     */
    public static List<String> of(String given, Collection<String> known, int atMost) {
        if (given.length() > LONGEST) {
            return List.of();
        }
        String plain = plain(given);
        Map<Integer, List<String>> byDistance = new TreeMap<>();
        for (String name : known) {
            int distance = name.length() <= LONGEST ? closeness(plain, plain(name)) : -1;
            if (distance >= 0) {
                byDistance.computeIfAbsent(distance, any -> new ArrayList<>()).add(name);
            }
        }
        return byDistance.values().stream().flatMap(List::stream).limit(atMost).toList();
    }

    /**
     * Asks whether one of the close names was meant.
     *
     * @param given what was written
     * @param known the names that exist
     * @param atMost how many to name
     * @return the question, the empty string when none is close
     */
    static String question(String given, Collection<String> known, int atMost) {
        List<String> nearest = of(given, known, atMost);
        return nearest.isEmpty() ? "" : "Did you mean " + String.join(", or ", nearest) + "?";
    }

    /** How far two plain names are from each other, negative when too far to have been meant. */
    private static int closeness(String plain, String other) {
        int shorter = Math.min(plain.length(), other.length());
        int allowed = shorter < 3 ? 0 : Math.max(1, shorter / 3);
        if (Math.abs(plain.length() - other.length()) <= allowed) {
            int distance = distance(plain, other);
            if (distance <= allowed) {
                return distance;
            }
        }
        boolean begins = shorter >= 4 && (plain.startsWith(other) || other.startsWith(plain));
        return begins ? LONGEST : -1;
    }

    /** Without case and separators, so that {@code bucket_name} and {@code BucketName} are no distance apart. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = current;
            current = reused;
        }
        return last[b.length()];
    }
}
