package io.github.qlikconnections.plan;

/** The outcome of {@code ensure}. */
public enum EnsureOutcome {
    /** The space had no connection of the name. It was created. */
    CREATED,
    /** The connection differed from the draft. The differences were written in one request. */
    UPDATED,
    /** The connection matches the draft in all comparable values. Nothing was written. */
    UNCHANGED,
    /**
     * The connection has no known difference, but the tenant returned too few values to compare. Nothing was written.
     * {@link EnsureResult#notCompared()} contains the reasons.
     */
    UNVERIFIED
}
