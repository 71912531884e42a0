package io.github.qlikconnections.internal.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in words, which is set in parentheses where it could be misread beside others. Instances are immutable and thread-safe.
 *
 * @param text the condition, for example {@code authSchema is "basic" or not given}; empty if there is none
 * @param form the form of the text
 */
public record Condition(String text, Form form) {

    /** The form of a condition. */
    public enum Form {

        /** One statement, also about a list of values. It needs no parentheses. */
        SINGLE(""),

        /** Conditions that all hold. */
        CONJUNCTION(" and "),

        /** Conditions of which at least one holds. */
        DISJUNCTION(" or "),

        /** A sentence about other conditions. It needs parentheses beside any other. */
        SENTENCE("");

        private final String separator;

        Form(String separator) {
            this.separator = separator;
        }
    }

    /** No condition. */
    public static final Condition NONE = of("");

    /** Returns a condition of one statement. */
    public static Condition of(String text) {
        return new Condition(text, Form.SINGLE);
    }

    /** Returns the condition that all conditions hold. */
    public static Condition allOf(List<Condition> conditions) {
        return join(Form.CONJUNCTION, conditions);
    }

    /** Returns whether there is no condition. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Joins conditions to a conjunction or disjunction. */
    static Condition join(Form form, List<Condition> conditions) {
        List<Condition> parts =
                conditions.stream().filter(part -> !part.isEmpty()).toList();
        if (parts.size() < 2) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        String text = parts.stream()
                .map(part -> part.form == Form.SINGLE || part.form == form ? part.text : "(" + part.text + ")")
                .collect(Collectors.joining(form.separator));
        return new Condition(text, form);
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text;
    }
}
