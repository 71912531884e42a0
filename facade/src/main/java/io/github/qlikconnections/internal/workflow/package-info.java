/**
 * Implements the operations of the public interfaces as sequences of gateway calls.
 *
 * <p>The order of requests, the resolution of names and the handling of unknown outcomes belong here. HTTP, generated types and the rules
 * for comparing values do not.
 */
@NullMarked
package io.github.qlikconnections.internal.workflow;

import org.jspecify.annotations.NullMarked;
