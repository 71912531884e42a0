package io.github.qlikconnections.model;

/** How {@code ensure} treats the tags of a connection. The automatic {@code DcaasAPI:} tag is never touched. */
public enum TagPolicy {
    /** The tags of the draft must be present, and others stay. */
    ADD,
    /** The draft owns the list: other tags are removed. */
    EXACT
}
