package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** The effect on existing code if the service behaves as the upstream document describes. */
enum CompatibilityEffect {
    /** Code that reads responses may receive unexpected content or miss expected content. */
    BREAKS_READERS,
    /** A request that was valid may now be rejected. */
    BREAKS_WRITERS,
    /** Existing code continues to work. */
    ADDITIVE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static CompatibilityEffect ofOperation(DifferenceSide side) {
        return side == DifferenceSide.OURS ? BREAKS_WRITERS : ADDITIVE;
    }

    static CompatibilityEffect ofParameter(DifferenceSide side, boolean required) {
        return side == DifferenceSide.OURS || required ? BREAKS_WRITERS : ADDITIVE;
    }

    /** An added or removed success status changes what is read. An added error status is still an error. */
    static CompatibilityEffect ofStatus(String status) {
        return status.startsWith("2") ? BREAKS_READERS : ADDITIVE;
    }

    static CompatibilityEffect ofBody(boolean request) {
        return request ? BREAKS_WRITERS : BREAKS_READERS;
    }

    static CompatibilityEffect ofField(DifferenceSide side, boolean request, boolean required) {
        if (request) {
            return side == DifferenceSide.OURS || required ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == DifferenceSide.OURS ? BREAKS_READERS : ADDITIVE;
    }

    /** A newly required member breaks writers, and a member that is no longer required breaks readers. */
    static CompatibilityEffect ofRequired(DifferenceSide side, boolean request) {
        if (request) {
            return side == DifferenceSide.UPSTREAM ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == DifferenceSide.OURS ? BREAKS_READERS : ADDITIVE;
    }

    /** A removed value must not be sent. An added value may be read. */
    static CompatibilityEffect ofEnumValue(DifferenceSide side, boolean request) {
        if (request) {
            return side == DifferenceSide.OURS ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == DifferenceSide.UPSTREAM ? BREAKS_READERS : ADDITIVE;
    }
}
