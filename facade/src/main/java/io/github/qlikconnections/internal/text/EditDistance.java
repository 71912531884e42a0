package io.github.qlikconnections.internal.text;

import java.util.Arrays;

/** Computes edit distances. Insertions, deletions, replacements and swaps of adjacent characters cost one each. */
final class EditDistance {

    private EditDistance() {}

    /**
     * Returns the optimal string alignment distance of two strings. Only the cells within the limit are computed.
     *
     * @return the distance, or {@code limit + 1} if it exceeds the limit
     */
    static int within(String a, String b, int limit, SearchBudget budget) {
        int exceeded = limit + 1;
        if (Math.abs(a.length() - b.length()) > limit) {
            return exceeded;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        Arrays.fill(beforePrevious, exceeded);
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = Math.min(j, exceeded);
        }
        for (int i = 1; i <= a.length(); i++) {
            int begin = Math.max(1, i - limit);
            int end = Math.min(b.length(), i + limit);
            // The next rows read the cells beside the band.
            current[begin - 1] = begin == 1 ? Math.min(i, exceeded) : exceeded;
            if (end < b.length()) {
                current[end + 1] = exceeded;
            }
            for (int j = begin; j <= end; j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int cell = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cell = Math.min(cell, beforePrevious[j - 2] + 1);
                }
                current[j] = Math.min(cell, exceeded);
                budget.spend(1);
            }
            int[] reused = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = reused;
        }
        return previous[b.length()];
    }
}
