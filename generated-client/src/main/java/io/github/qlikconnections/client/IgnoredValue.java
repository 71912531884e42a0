package io.github.qlikconnections.client;

import com.fasterxml.jackson.annotation.JsonIgnoreType;

/** A part of a response that the library does not read. Jackson skips it. {@code pom.xml} maps schemas to this type. */
@JsonIgnoreType
public final class IgnoredValue {}
