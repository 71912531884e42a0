package io.github.qlikconnections.model;

/** How {@code ensure} treats the tags of a connection. The automatic {@code DcaasAPI:} tag is never changed. */
public enum TagPolicy {
    /** Missing tags of the draft are added, and other tags are kept. */
    ADD,
    /** Missing tags of the draft are added, and other tags are removed. */
    EXACT
}
