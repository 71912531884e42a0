package io.github.qlikconnections.benchmarks;

/**
 * What a comparison, or a figure by itself, is to reach.
 *
 * @param limit the limit; not a number where there is none
 * @param atLeast whether it is a lower limit
 * @param ofDifference whether the difference is compared, not the ratio
 */
record Goal(double limit, boolean atLeast, boolean ofDifference) {

    /** Shown, not judged. */
    static final Goal NONE = new Goal(Double.NaN, false, false);

    static Goal atMost(double limit) {
        return new Goal(limit, false, false);
    }

    static Goal atLeast(double limit) {
        return new Goal(limit, true, false);
    }

    static Goal atMostMore(double limit) {
        return new Goal(limit, false, true);
    }

    String mark(String unit) {
        return ofDifference ? " " + unit + " more" : "×";
    }

    String text(String unit) {
        return Double.isNaN(limit) ? "" : (atLeast ? "at least " : "at most ") + Comparison.number(limit) + mark(unit);
    }

    String verdict(double value) {
        return Double.isNaN(limit) ? "" : (atLeast ? value >= limit : value <= limit) ? "met" : "missed";
    }
}
