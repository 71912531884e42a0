package io.github.qlikconnections.internal.spec;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a schema (ECMA 262, as JSON Schema has it), matched by {@link java.util.regex} within a bound.
 *
 * <p>A pattern can be made so that matching takes ages. Every step that the matcher takes looks at a character, so the
 * characters are counted, and the match is given up when the {@link EvaluationBudget} is spent. For this to hold at the end of the
 * text too, where the matcher would stop looking, the text is followed by a character that matches nothing, and what
 * matches the empty string is written as a look at the next character. What cannot be bounded in this way (back
 * references, look-behind, Java's own constructs) is refused.
 */
final class EcmaPattern {

    private final Pattern pattern;

    private EcmaPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression as it stands in the schema
     * @return the pattern
     * @throws UnusableSchemaException when it is no expression, or one that cannot be bounded
     */
    static EcmaPattern compile(String expression) throws UnusableSchemaException {
        try {
            return new EcmaPattern(Pattern.compile(new EcmaPatternTranslator(expression).java()));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new UnusableSchemaException("a regular expression in it is broken");
        }
    }

    /**
     * Looks for the pattern anywhere in a text.
     *
     * @param text the text
     * @param budget what the match may cost
     * @return whether it was found
     * @throws BudgetExceededException when it takes too long
     */
    boolean isFoundIn(String text, EvaluationBudget budget) {
        try {
            return pattern.matcher(new MeteredCharSequence(text, budget)).find();
        } catch (StackOverflowError e) {
            throw new BudgetExceededException("a regular expression in it takes too much memory");
        }
    }

    /** The text with one more character, each look at which is paid for. */
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
