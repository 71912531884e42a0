package io.github.qlikconnections.internal.spec;

import java.util.Locale;
import java.util.Optional;

/** Writes an ECMA 262 expression the way {@link java.util.regex} and {@link EcmaPattern} need it. */
final class EcmaPatternTranslator {

    /** Follows every text; no Unicode character, so no expression asks for it. */
    static final char END = '\uFFFF';

    private static final int MAX_LENGTH = 4000;
    private static final int MAX_REPETITIONS = 100_000;
    private static final String NEXT = "(?=[\\s\\S])";
    private static final String AT_END = "(?=\\uFFFF)";
    private static final String SPACES = "\\s\\x0B\\u00A0\\uFEFF\\p{Zs}\\u2028\\u2029";

    /** For Java 17 letters of all scripts make words, for ECMA 262 only those of ASCII. */
    private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";

    private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int at;

    EcmaPatternTranslator(String source) {
        this.source = source;
    }

    String java() throws UnusableSchemaException {
        if (source.length() > MAX_LENGTH) {
            throw new UnusableSchemaException(
                    "a regular expression in it is longer than " + MAX_LENGTH + " characters");
        }
        int open = 0;
        emptyAlternative();
        while (at < source.length()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> {
                    at++;
                    java.append(escape(false));
                    quantifier();
                }
                case '[' -> {
                    at++;
                    characterClass();
                    quantifier();
                }
                case '(' -> {
                    open++;
                    group();
                    emptyAlternative();
                }
                case ')' -> {
                    open--;
                    copy();
                    quantifier();
                }
                case '|' -> {
                    copy();
                    emptyAlternative();
                }
                case '.' -> {
                    at++;
                    java.append("[^\\n\\r\\u2028\\u2029\\uFFFF]");
                    quantifier();
                }
                case '^' -> {
                    at++;
                    java.append("(?<![\\s\\S])");
                }
                case '$' -> {
                    at++;
                    java.append(AT_END);
                }
                case '*', '+', '?' -> throw broken("a repetition repeats nothing");
                case '{', '}' -> {
                    if (repetitionEnd() >= 0) {
                        throw broken("a repetition repeats nothing");
                    }
                    at++;
                    java.append('\\').append(c);
                    quantifier();
                }
                default -> {
                    java.appendCodePoint(codePoint());
                    quantifier();
                }
            }
        }
        if (open != 0) {
            throw broken("a bracket is not closed");
        }
        return java.toString();
    }

    private void copy() {
        java.append(source.charAt(at++));
    }

    private int codePoint() {
        int codePoint = source.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private static UnusableSchemaException broken(String why) {
        return new UnusableSchemaException("a regular expression in it is broken: " + why);
    }

    private static UnusableSchemaException unsupported(String what) {
        return new UnusableSchemaException("a regular expression in it uses " + what, true);
    }

    /** At the start of the expression, of a group or of an alternative. */
    private void emptyAlternative() {
        if (at == source.length() || source.charAt(at) == '|' || source.charAt(at) == ')') {
            java.append(NEXT);
        }
    }

    private void group() throws UnusableSchemaException {
        for (String opening : new String[] {"(?:", "(?=", "(?!"}) {
            if (source.startsWith(opening, at)) {
                at += opening.length();
                java.append(opening);
                return;
            }
        }
        if (source.startsWith("(?<", at) && !source.startsWith("(?<=", at) && !source.startsWith("(?<!", at)) {
            int end = source.indexOf('>', at);
            if (end < 0) {
                throw broken("a group name is not closed");
            }
            at = end + 1;
        } else if (source.startsWith("(?", at)) {
            throw unsupported("look-behind, which is not supported here, or a group that ECMA 262 does not know");
        } else {
            at++;
        }
        java.append("(?:");
    }

    private void quantifier() throws UnusableSchemaException {
        if (at >= source.length()) {
            return;
        }
        char c = source.charAt(at);
        if (c == '*' || c == '+' || c == '?') {
            copy();
        } else if (repetitionEnd() >= 0) {
            repetition();
        } else {
            return;
        }
        if (at < source.length() && source.charAt(at) == '?') {
            copy();
        }
    }

    /** Where {@code {n}}, {@code {n,}} or {@code {n,m}} ends; a brace that is none of these stands for itself. */
    private int repetitionEnd() {
        int end = at < source.length() && source.charAt(at) == '{' ? source.indexOf('}', at) : -1;
        return end >= 0 && source.substring(at + 1, end).matches("\\d+(,\\d*)?") ? end : -1;
    }

    private void repetition() throws UnusableSchemaException {
        int end = repetitionEnd();
        String inside = source.substring(at + 1, end);
        for (String number : inside.split(",", -1)) {
            if (number.length() > 6 || (!number.isEmpty() && Integer.parseInt(number) > MAX_REPETITIONS)) {
                throw unsupported("more than " + MAX_REPETITIONS + " repetitions");
            }
        }
        java.append('{').append(inside).append('}');
        at = end + 1;
    }

    private void characterClass() throws UnusableSchemaException {
        boolean negated = at < source.length() && source.charAt(at) == '^';
        at += negated ? 1 : 0;
        if (at < source.length() && source.charAt(at) == ']') {
            at++;
            java.append(negated ? "[^\\uFFFF]" : "[^\\s\\S]");
            return;
        }
        java.append(negated ? "[^\\uFFFF" : "[[");
        while (at < source.length() && source.charAt(at) != ']') {
            char c = source.charAt(at);
            if (c == '\\') {
                at++;
                java.append(escape(true));
            } else if (c == '[' || c == '&' || c == '^') {
                at++;
                java.append('\\').append(c);
            } else {
                java.appendCodePoint(codePoint());
            }
        }
        if (at == source.length()) {
            throw broken("a character class is not closed");
        }
        at++;
        java.append(negated ? "]" : "]&&[^\\uFFFF]]");
    }

    /** What follows a backslash. */
    private String escape(boolean inClass) throws UnusableSchemaException {
        if (at == source.length()) {
            throw broken("it ends with a backslash");
        }
        char c = source.charAt(at++);
        return switch (c) {
            case 'd', 'w', 't', 'n', 'r', 'f' -> "\\" + c;
            case 'D', 'W' -> inClass ? "\\" + c : "[\\" + c + "&&[^\\uFFFF]]";
            case 's' -> inClass ? SPACES : "[" + SPACES + "]";
            case 'S' -> "[^" + SPACES + "\\uFFFF]";
            case 'v' -> "\\x0B";
            case '0' -> "\\x00";
            case 'b' -> inClass ? "\\x08" : BOUNDARY;
            case 'B' -> {
                if (inClass) {
                    throw broken("\\B stands in a character class");
                }
                yield NO_BOUNDARY;
            }
            case 'p', 'P' -> property(c);
            case 'x' -> "\\x" + hex(2);
            case 'u' -> unicode();
            case 'c' ->
                "\\c" + (at < source.length() ? Character.toString(Character.toUpperCase(source.charAt(at++))) : "");
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw unsupported("a back reference or an escape that is not supported here");
                }
                yield "\\" + c;
            }
        };
    }

    private String property(char c) throws UnusableSchemaException {
        int end = source.indexOf('}', at);
        if (at >= source.length() || source.charAt(at) != '{' || end < 0) {
            throw broken("\\" + c + " names no property");
        }
        String name = source.substring(at + 1, end);
        at = end + 1;
        if (name.equals("Any")) {
            return c == 'p' ? "[[\\s\\S]&&[^\\uFFFF]]" : "[^\\s\\S]";
        }
        Optional<String> known = UnicodeProperties.java(name);
        if (known.isEmpty()) {
            throw unsupported("\\" + c + "{" + shortened(name) + "}, which is not supported here");
        }
        return "[\\" + c + "{" + known.get() + "}&&[^\\uFFFF]]";
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private String unicode() throws UnusableSchemaException {
        if (at < source.length() && source.charAt(at) == '{') {
            int end = source.indexOf('}', at);
            if (end < 0) {
                throw broken("\\u{ is not closed");
            }
            String digits = source.substring(at + 1, end);
            at = end + 1;
            return "\\x{" + digits + "}";
        }
        return "\\u" + hex(4);
    }

    private String hex(int digits) throws UnusableSchemaException {
        String text = source.substring(at, Math.min(source.length(), at + digits));
        if (!text.toLowerCase(Locale.ROOT).matches("[0-9a-f]{" + digits + "}")) {
            throw broken("a character code is too short");
        }
        at += digits;
        return text;
    }
}
