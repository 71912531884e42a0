package io.github.qlikconnections.validation;

/** How much a violation weighs. */
public enum Severity {
    /** The connection must not be created like this. */
    ERROR,
    /** It may be created, but someone should look. */
    WARNING,
    /** Something that was put right or is worth knowing. */
    NOTE
}
