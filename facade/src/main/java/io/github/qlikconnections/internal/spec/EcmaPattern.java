package io.github.qlikconnections.internal.spec;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a schema (ECMA 262), matched by {@link java.util.regex} with a bounded number of steps.
 *
 * <p>A hostile pattern can take exponential time. Every step of the matcher reads a character, so each read is charged to the
 * {@link EvaluationBudget} and the match is aborted if the budget is exceeded. The matcher reads nothing at the end of its input.
 * Therefore the string is followed by a character that matches nothing, and an empty match is translated to a lookahead.
 * Constructs that cannot be bounded in this way (back references, look-behind, Java's own constructs) are rejected.
 */
final class EcmaPattern {

    private final Pattern pattern;

    private EcmaPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression from the schema
     * @return the pattern
     * @throws UnusableSchemaException if it is not a valid expression or cannot be bounded
     */
    static EcmaPattern compile(String expression) throws UnusableSchemaException {
        try {
            return new EcmaPattern(Pattern.compile(new EcmaPatternTranslator(expression).translate()));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new UnusableSchemaException("a regular expression in it is invalid");
        }
    }

    /**
     * Returns whether the pattern matches anywhere in a string.
     *
     * @param text the string
     * @param budget the budget of the match
     * @return whether there is a match
     * @throws BudgetExceededException if the match exceeds the budget
     */
    boolean isFoundIn(String text, EvaluationBudget budget) {
        try {
            return pattern.matcher(new MeteredCharSequence(text, budget)).find();
        } catch (StackOverflowError e) {
            throw new BudgetExceededException("a regular expression in it takes too much memory");
        }
    }

    /** The string with a terminating character. Each read is charged to the budget. */
    private static final class MeteredCharSequence implements CharSequence {

        private final String text;
        private final EvaluationBudget budget;

        MeteredCharSequence(String text, EvaluationBudget budget) {
            this.text = text;
            this.budget = budget;
        }

        @Override
        public int length() {
            return text.length() + 1;
        }

        @Override
        public char charAt(int index) {
            budget.spend(1);
            return index < text.length() ? text.charAt(index) : EcmaPatternTranslator.END;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().subSequence(start, end);
        }

        @Override
        public String toString() {
            return text + EcmaPatternTranslator.END;
        }
    }
}
