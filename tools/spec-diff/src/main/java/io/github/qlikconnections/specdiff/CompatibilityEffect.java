package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** The effect on existing code if the service behaves as the upstream document describes. In the order of reports. */
enum CompatibilityEffect {
    /** The vendor announces that something ends, becomes unstable or has a replacement. */
    ANNOUNCES_AN_END("Inform users"),
    /** Code that reads responses may receive unexpected content or miss expected content. */
    BREAKS_READERS("Change the library"),
    /** A request that was valid may now be rejected. */
    BREAKS_WRITERS("Change the library"),
    /** The same request may have another result, for example because of another default or rate limit. */
    CHANGES_BEHAVIOR("Change the library"),
    /** Existing code continues to work. */
    ADDITIVE("Extend the document");

    private final String task;

    CompatibilityEffect(String task) {
        this.task = task;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns what a person has to do, as the heading of a report. */
    String task() {
        return task;
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

    /** An added media type of a request is optional. An added or removed one of a response changes what is read. */
    static CompatibilityEffect ofMediaType(DifferenceSide side, boolean request) {
        return request && side == DifferenceSide.UPSTREAM ? ADDITIVE : ofBody(request);
    }

    static CompatibilityEffect ofField(DifferenceSide side, boolean request, boolean required) {
        if (request) {
            return side == DifferenceSide.OURS || required ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == DifferenceSide.OURS ? BREAKS_READERS : ADDITIVE;
    }

    /** A newly required member breaks writers, and a member that is no longer required breaks readers. */
    static CompatibilityEffect ofRequired(DifferenceSide side, boolean request) {
        return ofConstraint(side, request);
    }

    /** A new constraint breaks writers, and a dropped one breaks readers. A changed one may do either. */
    static CompatibilityEffect ofConstraint(DifferenceSide side, boolean request) {
        if (request) {
            return side == DifferenceSide.OURS ? ADDITIVE : BREAKS_WRITERS;
        }
        return side == DifferenceSide.UPSTREAM ? ADDITIVE : BREAKS_READERS;
    }

    /** A null that is no longer accepted breaks writers. A null that was not sent breaks readers. */
    static CompatibilityEffect ofNullable(DifferenceSide side, boolean request) {
        return ofEnumValue(side, request);
    }

    /** A removed value must not be sent. An added value may be read. */
    static CompatibilityEffect ofEnumValue(DifferenceSide side, boolean request) {
        if (request) {
            return side == DifferenceSide.OURS ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == DifferenceSide.UPSTREAM ? BREAKS_READERS : ADDITIVE;
    }

    /** Only the vendor announces an end. A mark that the vendor does not have is a mistake in our document. */
    static CompatibilityEffect ofAnnouncement(DifferenceSide side) {
        return side == DifferenceSide.OURS ? ADDITIVE : ANNOUNCES_AN_END;
    }
}
