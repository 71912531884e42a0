package io.github.qlikconnections.internal.constraint;

/**
 * A constraint that a value does not satisfy.
 *
 * @param constraint the kind of the constraint
 * @param limit the limit, the pattern, or the allowed values separated by commas
 * @param size the number of characters, bytes or items of the value; 0 for a pattern and for allowed values
 */
public record ConstraintFailure(Constraint constraint, String limit, int size) {}
