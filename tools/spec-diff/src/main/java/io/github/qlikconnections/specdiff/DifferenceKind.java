package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** The kinds of differences. */
enum DifferenceKind {
    OPERATION,
    PARAMETER,
    STATUS,
    BODY,
    FIELD,
    FORM,
    REQUIRED,
    ENUM_VALUE,
    TYPE;

    /** Returns the name in reports and in the list of deliberate differences. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
