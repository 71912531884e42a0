package io.github.qlikconnections.specdiff;

import java.util.Comparator;

/**
 * A difference between the two documents.
 *
 * @param operation method and path, such as {@code GET /api/v1/spaces}
 * @param place where in the operation: {@code query limit}, {@code request tags[]}, {@code 200 data[].qID}; empty for the whole
 *     operation; an enum value follows it, {@code 200 data[].type = shared}
 */
record Difference(DifferenceKind kind, DifferenceSide side, CompatibilityEffect effect, String operation, String place)
        implements Comparable<Difference> {

    /** Returns the place as the list of deliberate differences writes it. */
    String where() {
        return place.isEmpty() ? operation : operation + " " + place;
    }

    @Override
    public int compareTo(Difference other) {
        return Comparator.comparing(Difference::effect)
                .thenComparing(Difference::operation)
                .thenComparing(Difference::place)
                .thenComparing(Difference::kind)
                .thenComparing(Difference::side)
                .compare(this, other);
    }
}
