package io.github.qlikconnections.specdiff;

import java.util.Comparator;

/**
 * One thing that the two documents do not say alike.
 *
 * @param operation method and path, such as {@code GET /api/v1/spaces}
 * @param place where in the operation: {@code query limit}, {@code request tags[]}, {@code 200 data[].qID}; empty for the whole
 *     operation; an enum value stands behind it, {@code 200 data[].type = shared}
 */
record Difference(Kind kind, Side side, Effect effect, String operation, String place)
        implements Comparable<Difference> {

    /** The address that the list of deliberate differences uses. */
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
