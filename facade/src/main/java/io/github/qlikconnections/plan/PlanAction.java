package io.github.qlikconnections.plan;

/** What a {@link ConnectionPlan} does when it is applied. */
public enum PlanAction {
    /** No connection has the name in the space: it is created. */
    CREATE,
    /** The connection differs from the draft: the differences are written. */
    UPDATE,
    /** The connection matches the draft in all that can be compared: nothing is written. */
    UNCHANGED,
    /** Nothing is known to differ, but the tenant returned too little to compare with: nothing is written. */
    UNVERIFIED,
    /** The name belongs to a connection of another data source, or to several connections: nothing is written. */
    CONFLICT,
    /** The draft is invalid, a change cannot be expressed, or the caller lacks a privilege: nothing is written. */
    BLOCKED
}
