package io.github.qlikconnections.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One measured quantity of two sides, taken in alternation: each round gives a pair, the ratio of the pairs counts.
 *
 * @param what what is measured
 * @param unit its unit
 * @param ours what the library took, round by round
 * @param theirs what the baseline took in the same rounds
 * @param goal what is to be reached
 */
record Comparison(String what, String unit, List<Double> ours, List<Double> theirs, Goal goal) {

    Row row() {
        List<Double> quotients = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            quotients.add(ours.get(i) / theirs.get(i));
            differences.add(ours.get(i) - theirs.get(i));
        }
        List<Double> compared = goal.ofDifference() ? differences : quotients;
        double middle = median(compared);
        return new Row(
                what,
                number(median(ours)) + " " + unit,
                number(median(theirs)) + " " + unit,
                number(middle) + goal.mark(unit),
                number(Collections.min(compared)) + " to " + number(Collections.max(compared)),
                goal.text(unit),
                goal.verdict(middle));
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
