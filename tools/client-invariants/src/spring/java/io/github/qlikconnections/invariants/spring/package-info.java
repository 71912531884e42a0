/** Tracks the clients of application contexts, and forwards the entries of Logback. */
@NullMarked
package io.github.qlikconnections.invariants.spring;

import org.jspecify.annotations.NullMarked;
