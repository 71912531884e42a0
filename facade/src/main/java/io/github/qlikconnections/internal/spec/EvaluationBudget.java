package io.github.qlikconnections.internal.spec;

/** Limits the cost of one schema evaluation, so that a hostile schema cannot block a thread. Not thread-safe. */
final class EvaluationBudget {

    /** One step reads one character or node. This many steps take a fraction of a second. */
    private static final long MAX_STEPS = 4_000_000;

    /** The cost of following a reference or evaluating a branch, in steps. */
    private static final int STEPS_PER_SCHEMA = 20;

    /** Maximum depth of nested references. A recursive schema needs about two for each level of a value. */
    private static final int MAX_REFERENCE_DEPTH = 256;

    private long remainingSteps = MAX_STEPS;
    private int referenceDepth;

    /**
     * Consumes steps.
     *
     * @param steps the number of steps
     * @throws BudgetExceededException if no steps remain
     */
    void spend(long steps) {
        remainingSteps -= steps;
        if (remainingSteps < 0) {
            throw new BudgetExceededException("its evaluation takes too long");
        }
    }

    /**
     * Enters subschemas.
     *
     * @param schemas the number of subschemas
     * @param references the number of references that lead to them
     * @throws BudgetExceededException if no steps remain or too many references are nested
     */
    void enter(int schemas, int references) {
        spend((long) schemas * STEPS_PER_SCHEMA);
        referenceDepth += references;
        if (referenceDepth > MAX_REFERENCE_DEPTH) {
            throw new BudgetExceededException("it contains a reference cycle");
        }
    }

    /**
     * Leaves subschemas.
     *
     * @param references the number of references that led to them
     */
    void leave(int references) {
        referenceDepth -= references;
    }
}
