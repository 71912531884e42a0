package io.github.qlikconnections.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suggests known names that are similar to a given one by edit distance, ignoring letter case and separators.
 *
 * <p>The work is bounded: only a few candidates per name are compared in full, and a search with an exhausted budget returns no
 * names. Not thread-safe.
 */
public final class NameSuggester {

    private static final int MAX_LENGTH = 256;
    private static final int MAX_DISTANCE = 8;
    private static final int MAX_COMPARED = 20;
    private static final int LETTER_CLASSES = 32;

    /** A name whose distance exceeds that of the best match by more than this is not suggested. */
    private static final int MAX_DISTANCE_FROM_BEST = 3;

    /** A known name in normalized form, with the number of occurrences of each letter class. */
    private static final class Candidate {

        private final String name;
        private final String normalized;
        private final int[] letters = new int[LETTER_CLASSES];

        Candidate(String name) {
            this.name = name;
            this.normalized = NameNormalizer.normalize(name);
            for (int i = 0; i < normalized.length(); i++) {
                letters[normalized.charAt(i) % LETTER_CLASSES]++;
            }
        }
    }

    /** A known name with its distance from the given one, or a lower bound of the distance. */
    private record Match(Candidate candidate, int distance) {}

    private final List<Candidate> known = new ArrayList<>();
    private final SearchBudget budget;

    public NameSuggester(Collection<String> known, SearchBudget budget) {
        this.budget = budget;
        for (String name : known) {
            if (name.length() <= MAX_LENGTH && !budget.isExhausted()) {
                budget.spend(LETTER_CLASSES + name.length());
                this.known.add(new Candidate(name));
            }
        }
    }

    /**
     * Returns the known names that are similar to a given one.
     *
     * @param given the given name
     * @param known the known names
     * @param atMost the maximum number of results
     * @return the most similar names, best match first; empty if none is similar
     */
    public static List<String> suggest(String given, Collection<String> known, int atMost) {
        return new NameSuggester(known, new SearchBudget()).suggest(given, atMost);
    }

    public List<String> suggest(String given, int atMost) {
        if (given.length() > MAX_LENGTH) {
            return List.of();
        }
        Candidate target = new Candidate(given);
        List<Match> possible = new ArrayList<>();
        List<Match> found = new ArrayList<>();
        for (Candidate candidate : known) {
            if (budget.isExhausted()) {
                return List.of();
            }
            budget.spend(LETTER_CLASSES);
            int bound = lowerBound(target, candidate);
            if (bound <= maxDistance(target, candidate)) {
                possible.add(new Match(candidate, bound));
            } else if (hasCommonPrefix(target.normalized, candidate.normalized)) {
                found.add(new Match(candidate, MAX_LENGTH));
            }
        }
        possible.sort(Comparator.comparingInt(Match::distance));
        for (Match match : possible.subList(0, Math.min(MAX_COMPARED, possible.size()))) {
            Match compared = compare(target, match.candidate());
            if (compared != null) {
                found.add(compared);
            }
        }
        found.sort(Comparator.comparingInt(Match::distance));
        int farthest = found.isEmpty() ? 0 : found.get(0).distance() + MAX_DISTANCE_FROM_BEST;
        return found.stream()
                .filter(match -> match.distance() <= farthest || match.distance() == MAX_LENGTH)
                .limit(atMost)
                .map(match -> match.candidate().name)
                .toList();
    }

    /**
     * Formats a question that suggests names. All suggestions of the library use it.
     *
     * @param names the suggested names as they are shown
     * @return the question, empty if there are no names
     */
    public static String toQuestion(List<String> names) {
        return names.isEmpty() ? "" : "Did you mean " + String.join(" or ", names) + "?";
    }

    private @Nullable Match compare(Candidate target, Candidate candidate) {
        int allowed = maxDistance(target, candidate);
        int distance = EditDistance.within(target.normalized, candidate.normalized, allowed, budget);
        if (distance <= allowed) {
            return new Match(candidate, distance);
        }
        return hasCommonPrefix(target.normalized, candidate.normalized) ? new Match(candidate, MAX_LENGTH) : null;
    }

    private static int maxDistance(Candidate a, Candidate b) {
        int shorter = Math.min(a.normalized.length(), b.normalized.length());
        return shorter < 3 ? 0 : Math.min(MAX_DISTANCE, Math.max(1, shorter / 3));
    }

    private static boolean hasCommonPrefix(String normalized, String other) {
        return Math.min(normalized.length(), other.length()) >= 4
                && (normalized.startsWith(other) || other.startsWith(normalized));
    }

    /** Returns a lower bound of the distance: each edit changes the counts of at most two letter classes by one. */
    private static int lowerBound(Candidate a, Candidate b) {
        int more = 0;
        int less = 0;
        for (int i = 0; i < LETTER_CLASSES; i++) {
            int difference = a.letters[i] - b.letters[i];
            more += Math.max(0, difference);
            less += Math.max(0, -difference);
        }
        return Math.max(more, less);
    }
}
