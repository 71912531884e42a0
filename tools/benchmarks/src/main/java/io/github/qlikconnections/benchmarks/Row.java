package io.github.qlikconnections.benchmarks;

/**
 * A line of the results.
 *
 * @param what what was measured
 * @param ours the library
 * @param theirs what it is compared with
 * @param compared their ratio or difference
 * @param spread the least and the greatest of the rounds
 * @param goal what is to be reached
 * @param verdict whether it is
 */
record Row(String what, String ours, String theirs, String compared, String spread, String goal, String verdict) {

    /** A figure that is compared with nothing but its goal. */
    static Row figure(String what, String value, String goal, String verdict) {
        return new Row(what, value, "", "", "", goal, verdict);
    }

    String[] cells() {
        return new String[] {what, ours, theirs, compared, spread, goal, verdict};
    }
}
