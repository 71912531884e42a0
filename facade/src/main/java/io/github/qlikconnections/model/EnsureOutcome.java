package io.github.qlikconnections.model;

/** What {@code ensure} did. */
public enum EnsureOutcome {
    /** There was no connection of the name in the space; now there is. */
    CREATED,
    /** There was one that differed; the differences were written in one request. */
    UPDATED,
    /** There was one that holds what the draft names; nothing was written. */
    UNCHANGED
}
