package io.github.qlikconnections.internal.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Matches property names that a schema allows without listing them. */
public final class PropertyNameMatcher {

    private final List<EcmaPattern> patterns = new ArrayList<>();
    private boolean otherNamesAllowed;

    private PropertyNameMatcher() {}

    /**
     * Creates a matcher.
     *
     * @param schema a prepared schema
     * @return the matcher
     */
    public static PropertyNameMatcher from(Map<?, ?> schema) {
        PropertyNameMatcher names = new PropertyNameMatcher();
        for (Map<?, ?> part : ApplicableSubschemas.findAll(schema, schema)) {
            names.add(part);
        }
        return names;
    }

    private void add(Map<?, ?> schema) {
        Object additional = schema.get("additionalProperties");
        otherNamesAllowed |= Boolean.TRUE.equals(additional) || additional instanceof Map;
        if (schema.get("patternProperties") instanceof Map<?, ?> byPattern) {
            for (Object expression : byPattern.keySet()) {
                try {
                    patterns.add(EcmaPattern.compile(String.valueOf(expression)));
                } catch (UnusableSchemaException e) {
                    throw new IllegalStateException("A pattern of a prepared schema does not compile", e);
                }
            }
        }
    }

    /**
     * Returns whether a name may match a pattern.
     *
     * @param pattern the pattern
     * @param name the name
     * @return whether the name may match; always true for a pattern that cannot be evaluated
     */
    public static boolean canMatch(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).isFoundIn(name, new EvaluationBudget());
        } catch (UnusableSchemaException | BudgetExceededException e) {
            return true;
        }
    }

    /**
     * Returns whether a name matches one of the patterns.
     *
     * @param name the name
     * @return whether the name matches; true if the evaluation exceeds its budget
     */
    public boolean matchesPattern(String name) {
        for (EcmaPattern pattern : patterns) {
            try {
                if (pattern.isFoundIn(name, new EvaluationBudget())) {
                    return true;
                }
            } catch (BudgetExceededException e) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether the schema explicitly allows additional properties.
     *
     * @return whether additional properties are allowed
     */
    public boolean allowsOtherNames() {
        return otherNamesAllowed;
    }
}
