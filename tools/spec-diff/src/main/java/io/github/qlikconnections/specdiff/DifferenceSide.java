package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** The document that contains an element. */
enum DifferenceSide {
    OURS,
    UPSTREAM,
    /** Both documents, with different content. */
    BOTH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the text for reports. */
    String text() {
        return this == BOTH ? "different" : "only " + word();
    }
}
