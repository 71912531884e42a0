package io.github.qlikconnections.internal.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which names a schema takes beside those that it lists. */
public final class PropertyNameMatcher {

    private final List<EcmaPattern> patterns = new ArrayList<>();
    private boolean open;

    private PropertyNameMatcher() {}

    /**
     * Reads them.
     *
     * @param schema a prepared schema
     * @return the names
     */
    public static PropertyNameMatcher of(Map<?, ?> schema) {
        PropertyNameMatcher names = new PropertyNameMatcher();
        for (Map<?, ?> part : ApplicableSubschemas.of(schema, schema)) {
            names.add(part);
        }
        return names;
    }

    private void add(Map<?, ?> schema) {
        Object additional = schema.get("additionalProperties");
        open |= Boolean.TRUE.equals(additional) || additional instanceof Map;
        if (schema.get("patternProperties") instanceof Map<?, ?> byPattern) {
            for (Object expression : byPattern.keySet()) {
                try {
                    patterns.add(EcmaPattern.compile(String.valueOf(expression)));
                } catch (UnusableSchemaException e) {
                    throw new IllegalStateException("a prepared schema has compiled all its patterns", e);
                }
            }
        }
    }

    /**
     * Returns whether a name may match a pattern.
     *
     * @param pattern the pattern
     * @param name the name
     * @return whether it may; a pattern that cannot be evaluated may match every name
     */
    public static boolean mayMatch(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).isFoundIn(name, new EvaluationBudget());
        } catch (UnusableSchemaException | BudgetExceededException e) {
            return true;
        }
    }

    /**
     * Tells whether a name fits one of the patterns.
     *
     * @param name the name
     * @return whether it does; a pattern that takes too long fits
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
     * Tells whether the schema takes any other name.
     *
     * @return whether it says so
     */
    public boolean isOpen() {
        return open;
    }
}
