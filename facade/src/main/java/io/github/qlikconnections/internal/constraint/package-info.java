/**
 * Constraints that the OpenAPI documents state for requests. Contains what reads the generated tables of constraints, which are pure
 * data, so that the rules for drafts need no gateway.
 */
@NullMarked
package io.github.qlikconnections.internal.constraint;

import org.jspecify.annotations.NullMarked;
