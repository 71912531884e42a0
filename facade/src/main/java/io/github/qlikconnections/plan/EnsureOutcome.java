package io.github.qlikconnections.plan;

/** What {@code ensure} did. */
public enum EnsureOutcome {
    /** There was no connection of the name in the space; now there is. */
    CREATED,
    /** There was one that differed; the differences were written in one request. */
    UPDATED,
    /** There was one that matches the draft in all that can be compared; nothing was written. */
    UNCHANGED,
    /**
     * There was one, and nothing is known to differ, but the tenant returned too little to compare with; nothing was written.
     * {@link EnsureResult#notCompared()} has the reasons.
     */
    UNVERIFIED
}
