package io.github.qlikconnections.plan;

/** The effect of applying a {@link ConnectionPlan}. */
public enum PlanAction {
    /** The space has no connection of the name. It is created. */
    CREATE,
    /** The connection differs from the draft. The differences are written. */
    UPDATE,
    /** The connection matches the draft in all comparable values. Nothing is written. */
    UNCHANGED,
    /**
     * The connection has no known difference, but the tenant returned too few values to compare. Nothing is written.
     */
    UNVERIFIED,
    /** The name belongs to a connection of another data source, or to several connections. Nothing is written. */
    CONFLICT,
    /**
     * The plan cannot be applied: the draft is invalid, a change cannot be expressed, credentials are missing, the
     * caller lacks a privilege, the tenant could not be read, or the run was stopped. Nothing is written.
     */
    BLOCKED
}
