package io.github.qlikconnections.client;

import com.fasterxml.jackson.annotation.JsonIgnoreType;

/** A part of an answer that nobody reads: Jackson skips it. {@code pom.xml} says which schemas stand for one. */
@JsonIgnoreType
public final class Unread {}
