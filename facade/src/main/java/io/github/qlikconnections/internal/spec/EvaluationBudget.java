package io.github.qlikconnections.internal.spec;

/** What one evaluation of a schema may cost, so that a hostile schema ends soon; for one thread. */
final class EvaluationBudget {

    /** A look at a character or a node is one step; so many of them take a fraction of a second. */
    private static final long STEPS = 4_000_000;

    /** Following a reference or trying a branch costs the engine as much as looking at so many characters. */
    private static final int STEPS_PER_SCHEMA = 20;

    /** References within references; recursive schemas need about two for each level of a value. */
    private static final int DEPTH = 256;

    private long left = STEPS;
    private int depth;

    /**
     * Pays for some steps.
     *
     * @param steps how many
     * @throws BudgetExceededException when nothing is left
     */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new BudgetExceededException("checking against it takes too long");
        }
    }

    /**
     * Goes into schemas, which is paid for by their number.
     *
     * @param schemas how many
     * @param references how many references lead there
     * @throws BudgetExceededException when nothing is left, or too many references are open
     */
    void enter(int schemas, int references) {
        spend((long) schemas * STEPS_PER_SCHEMA);
        depth += references;
        if (depth > DEPTH) {
            throw new BudgetExceededException("its references lead in circles");
        }
    }

    /**
     * Comes back from schemas.
     *
     * @param references how many references led there
     */
    void leave(int references) {
        depth -= references;
    }
}
