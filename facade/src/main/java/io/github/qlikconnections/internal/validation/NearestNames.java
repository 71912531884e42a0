package io.github.qlikconnections.internal.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
        record Candidate(String name, int distance) {}
        String plain = plain(given);
        List<Candidate> candidates = new ArrayList<>();
        for (String name : known) {
            String other = plain(name);
            if (name.length() <= LONGEST) {
                int distance = closeness(plain, other);
                if (distance >= 0) {
                    candidates.add(new Candidate(name, distance));
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(atMost)
                .map(Candidate::name)
                .toList();
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
