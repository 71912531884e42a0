package io.github.qlikconnections.benchmarks;

/**
 * A row of the results.
 *
 * @param what what was measured
 * @param ours the value of the library
 * @param theirs the value of the baseline
 * @param compared the ratio or difference
 * @param spread the minimum and maximum of the rounds
 * @param threshold the threshold
 * @param verdict whether the threshold is met
 */
record ResultRow(
        String what, String ours, String theirs, String compared, String spread, String threshold, String verdict) {

    /** Returns a row for a single figure without a baseline. */
    static ResultRow figure(String what, String value, String threshold, String verdict) {
        return new ResultRow(what, value, "", "", "", threshold, verdict);
    }

    String[] cells() {
        return new String[] {what, ours, theirs, compared, spread, threshold, verdict};
    }
}
