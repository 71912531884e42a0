package io.github.qlikconnections.internal.spec;

/** What one evaluation of a schema may cost, so that a hostile schema ends soon; for one thread. */
final class Budget {

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
     * Pays for trying some schemas.
     *
     * @param schemas how many
     * @throws BudgetExceededException when nothing is left
     */
    void spendOnSchemas(int schemas) {
        spend((long) schemas * STEPS_PER_SCHEMA);
    }

    /**
     * Goes into a reference.
     *
     * @throws BudgetExceededException when too many are open
     */
    void enter() {
        spendOnSchemas(1);
        if (++depth > DEPTH) {
            throw new BudgetExceededException("its references lead in circles");
        }
    }

    /** Comes back from a reference. */
    void leave() {
        depth--;
    }
}
