package io.github.qlikconnections.internal.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of some known names may have been meant: by edit distance, regardless of letter case and separators.
 *
 * <p>The work is bounded. Only a few candidates per name are compared in full, within a band around the diagonal, and
 * after a number of steps nothing is found any more. Instances are for one thread.
 */
public final class NearestNames {

    /** About a tenth of a second. */
    static final long MAX_STEPS = 25_000_000;

    private static final int LONGEST = 256;
    private static final int MAX_DISTANCE = 8;
    private static final int MAX_COMPARED = 20;
    private static final int LETTERS = 32;

    /** A name that is much farther than the nearest one was not meant. */
    private static final int FARTHER_THAN_BEST = 3;

    /** A known name, without letter case and separators, and how often each letter is in it. */
    private static final class Candidate {

        private final String name;
        private final String plain;
        private final int[] letters = new int[LETTERS];

        Candidate(String name) {
            this.name = name;
            this.plain = withoutSeparators(name);
            for (int i = 0; i < plain.length(); i++) {
                letters[plain.charAt(i) % LETTERS]++;
            }
        }
    }

    /** A known name with its distance from the given one, or at first a lower bound of it. */
    private record Match(Candidate candidate, int distance) {}

    /** The letters and cells that several searches have looked at. Ends all of them after a number of steps. */
    static final class Effort {

        private long steps;

        long steps() {
            return steps;
        }

        boolean isSpent() {
            return steps > MAX_STEPS;
        }
    }

    private final List<Candidate> known = new ArrayList<>();
    private final Effort effort;

    NearestNames(Collection<String> known, Effort effort) {
        this.effort = effort;
        for (String name : known) {
            if (name.length() <= LONGEST && !effort.isSpent()) {
                effort.steps += LETTERS + name.length();
                this.known.add(new Candidate(name));
            }
        }
    }

    /**
     * Returns the known names that are close to a given one.
     *
     * @param given what was written
     * @param known the names that exist
     * @param atMost how many to return
     * @return the closest names, the closest first; empty if none is close
     */
    public static List<String> of(String given, Collection<String> known, int atMost) {
        return new NearestNames(known, new Effort()).of(given, atMost);
    }

    List<String> of(String given, int atMost) {
        if (given.length() > LONGEST) {
            return List.of();
        }
        Candidate wanted = new Candidate(given);
        List<Match> possible = new ArrayList<>();
        List<Match> found = new ArrayList<>();
        for (Candidate candidate : known) {
            if (effort.isSpent()) {
                return List.of();
            }
            effort.steps += LETTERS;
            int bound = lowerBound(wanted, candidate);
            if (bound <= allowed(wanted, candidate)) {
                possible.add(new Match(candidate, bound));
            } else if (isBeginning(wanted.plain, candidate.plain)) {
                found.add(new Match(candidate, LONGEST));
            }
        }
        possible.sort(Comparator.comparingInt(Match::distance));
        for (Match match : possible.subList(0, Math.min(MAX_COMPARED, possible.size()))) {
            Match compared = compare(wanted, match.candidate());
            if (compared != null) {
                found.add(compared);
            }
        }
        found.sort(Comparator.comparingInt(Match::distance));
        int farthest = found.isEmpty() ? 0 : found.get(0).distance() + FARTHER_THAN_BEST;
        return found.stream()
                .filter(match -> match.distance() <= farthest || match.distance() == LONGEST)
                .limit(atMost)
                .map(match -> match.candidate().name)
                .toList();
    }

    /**
     * Asks whether one of the close names was meant.
     *
     * @param given what was written
     * @param atMost how many to name
     * @return the question, the empty string if no name is close
     */
    String question(String given, int atMost) {
        List<String> nearest = of(given, atMost);
        return nearest.isEmpty() ? "" : "Did you mean " + String.join(", or ", nearest) + "?";
    }

    private @Nullable Match compare(Candidate wanted, Candidate candidate) {
        int allowed = allowed(wanted, candidate);
        int distance = distance(wanted.plain, candidate.plain, allowed);
        if (distance <= allowed) {
            return new Match(candidate, distance);
        }
        return isBeginning(wanted.plain, candidate.plain) ? new Match(candidate, LONGEST) : null;
    }

    private static int allowed(Candidate a, Candidate b) {
        int shorter = Math.min(a.plain.length(), b.plain.length());
        return shorter < 3 ? 0 : Math.min(MAX_DISTANCE, Math.max(1, shorter / 3));
    }

    private static boolean isBeginning(String plain, String other) {
        return Math.min(plain.length(), other.length()) >= 4 && (plain.startsWith(other) || other.startsWith(plain));
    }

    /** Each edit changes the number of at most two letters by one. */
    private static int lowerBound(Candidate a, Candidate b) {
        int more = 0;
        int less = 0;
        for (int i = 0; i < LETTERS; i++) {
            int difference = a.letters[i] - b.letters[i];
            more += Math.max(0, difference);
            less += Math.max(0, -difference);
        }
        return Math.max(more, less);
    }

    /** Without case and separators, so that {@code bucket_name} and {@code BucketName} are no distance apart. */
    private static String withoutSeparators(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /**
     * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each. Only cells that
     * a distance within the limit can pass are computed.
     *
     * @return the distance, more than the limit if it is larger than that
     */
    int distance(String a, String b, int limit) {
        int beyond = limit + 1;
        if (Math.abs(a.length() - b.length()) > limit) {
            return beyond;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        Arrays.fill(beforeLast, beyond);
        for (int j = 0; j <= b.length(); j++) {
            last[j] = Math.min(j, beyond);
        }
        for (int i = 1; i <= a.length(); i++) {
            int begin = Math.max(1, i - limit);
            int end = Math.min(b.length(), i + limit);
            // Cells beside the band are looked at from the next rows.
            current[begin - 1] = begin == 1 ? Math.min(i, beyond) : beyond;
            if (end < b.length()) {
                current[end + 1] = beyond;
            }
            for (int j = begin; j <= end; j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int cell = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cell = Math.min(cell, beforeLast[j - 2] + 1);
                }
                current[j] = Math.min(cell, beyond);
                effort.steps++;
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = current;
            current = reused;
        }
        return last[b.length()];
    }
}
