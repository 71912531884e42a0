package io.github.qlikconnections.benchmarks;

/**
 * The threshold for a comparison or a single figure.
 *
 * @param limit the limit, NaN for none
 * @param atLeast whether the limit is a lower limit
 * @param ofDifference whether the difference is compared, not the ratio
 */
record Threshold(double limit, boolean atLeast, boolean ofDifference) {

    /** No threshold. */
    static final Threshold NONE = new Threshold(Double.NaN, false, false);

    static Threshold atMost(double limit) {
        return new Threshold(limit, false, false);
    }

    static Threshold atLeast(double limit) {
        return new Threshold(limit, true, false);
    }

    static Threshold atMostMore(double limit) {
        return new Threshold(limit, false, true);
    }

    String mark(String unit) {
        return ofDifference ? " " + unit + " more" : "×";
    }

    String text(String unit) {
        return Double.isNaN(limit)
                ? ""
                : (atLeast ? "at least " : "at most ") + PairedSamples.number(limit) + mark(unit);
    }

    String verdict(double value) {
        return Double.isNaN(limit) ? "" : (atLeast ? value >= limit : value <= limit) ? "met" : "missed";
    }
}
