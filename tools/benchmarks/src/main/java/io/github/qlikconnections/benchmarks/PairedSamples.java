package io.github.qlikconnections.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Samples of one quantity for the library and a baseline, measured alternately. Each round is a pair, and pairs are compared.
 *
 * @param what what is measured
 * @param unit the unit
 * @param ours the values of the library by round
 * @param theirs the values of the baseline in the same rounds
 * @param threshold the threshold
 */
record PairedSamples(String what, String unit, List<Double> ours, List<Double> theirs, Threshold threshold) {

    ResultRow row() {
        List<Double> quotients = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            quotients.add(ours.get(i) / theirs.get(i));
            differences.add(ours.get(i) - theirs.get(i));
        }
        List<Double> compared = threshold.ofDifference() ? differences : quotients;
        double middle = median(compared);
        return new ResultRow(
                what,
                number(median(ours)) + " " + unit,
                number(median(theirs)) + " " + unit,
                number(middle) + threshold.mark(unit),
                number(Collections.min(compared)) + " to " + number(Collections.max(compared)),
                threshold.text(unit),
                threshold.verdict(middle));
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
