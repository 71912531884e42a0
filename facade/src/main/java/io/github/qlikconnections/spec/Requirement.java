package io.github.qlikconnections.spec;

import java.util.Locale;

/** Indicates whether a connection property must be given. */
public enum Requirement {
    /** The specification always requires the property. */
    REQUIRED,
    /** The specification requires the property under a condition. See {@link PropertySpec#requiredWhen()}. */
    CONDITIONAL,
    /** The specification requires other properties, but not this one. */
    OPTIONAL,
    /** The specification does not state for any property whether it is required. */
    NOT_STATED;

    /** Returns the requirement as tables and messages show it. */
    String displayName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
