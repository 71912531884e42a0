package io.github.qlikconnections.testkit;

import java.util.Locale;

/** The types of spaces. A personal space is not one of them, because it has no id. */
public enum SpaceType {
    /** A space for collaboration in a team. */
    SHARED,
    /** A space for published content. */
    MANAGED,
    /** A space for data integration projects. */
    DATA;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
