package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** The kinds of differences. */
enum DifferenceKind {
    /** {@code deprecated} or {@code x-qlik-deprecated}. */
    DEPRECATION,
    /** {@code x-qlik-replaces}: an operation replaces another one. */
    REPLACEMENT,
    /** {@code x-qlik-stability}. */
    STABILITY,
    OPERATION,
    PARAMETER,
    /** The style in which a parameter is written. */
    STYLE,
    STATUS,
    /** A header field of a response. */
    HEADER,
    /** A body of a media type. */
    BODY,
    FIELD,
    /** One of the alternatives of {@code oneOf} or {@code anyOf}. */
    FORM,
    REQUIRED,
    ENUM_VALUE,
    TYPE,
    NULLABLE,
    DEFAULT,
    /** A limit or any other keyword that restricts a value. */
    CONSTRAINT,
    RATE_TIER,
    /** Any other {@code x-qlik-} extension. */
    EXTENSION;

    /** Returns the name in reports and in the list of deliberate differences. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
