package io.github.qlikconnections.internal.spec;

import java.util.Locale;
import java.util.Optional;

/** Translates an ECMA 262 regular expression to the syntax of {@link java.util.regex} that {@link EcmaPattern} needs. */
final class EcmaPatternTranslator {

    /** Terminates every string. Not a Unicode character, so no expression matches it. */
    static final char END = '\uFFFF';

    private static final int MAX_LENGTH = 4000;
    private static final int MAX_REPETITIONS = 100_000;
    private static final String ANY_CHARACTER_AHEAD = "(?=(?s:.))";
    private static final String END_AHEAD = "(?=\\uFFFF)";
    private static final String WHITESPACE = "\\s\\x0B\\u00A0\\uFEFF\\p{Zs}\\u2028\\u2029";

    /** Word boundaries: Java 17 counts letters of all scripts as word characters, ECMA 262 only ASCII letters. */
    private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";

    private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

    private final String source;
    private final StringBuilder output = new StringBuilder();
    private int position;

    EcmaPatternTranslator(String source) {
        this.source = source;
    }

    String translate() throws UnusableSchemaException {
        if (source.length() > MAX_LENGTH) {
            throw new UnusableSchemaException(
                    "a regular expression in it is longer than " + MAX_LENGTH + " characters");
        }
        int open = 0;
        appendEmptyAlternative();
        while (position < source.length()) {
            char c = source.charAt(position);
            switch (c) {
                case '\\' -> {
                    position++;
                    output.append(translateEscape(false));
                    translateQuantifier();
                }
                case '[' -> {
                    position++;
                    translateClass();
                    translateQuantifier();
                }
                case '(' -> {
                    open++;
                    translateGroup();
                    appendEmptyAlternative();
                }
                case ')' -> {
                    open--;
                    copyCharacter();
                    translateQuantifier();
                }
                case '|' -> {
                    copyCharacter();
                    appendEmptyAlternative();
                }
                case '.' -> {
                    position++;
                    output.append("[^\\n\\r\\u2028\\u2029\\uFFFF]");
                    translateQuantifier();
                }
                case '^' -> {
                    position++;
                    output.append("(?<![\\s\\S])");
                }
                case '$' -> {
                    position++;
                    output.append(END_AHEAD);
                }
                case '*', '+', '?' -> throw invalidPattern("a quantifier has nothing to repeat");
                case '{', '}' -> {
                    if (findRepetitionEnd() >= 0) {
                        throw invalidPattern("a quantifier has nothing to repeat");
                    }
                    position++;
                    output.append('\\').append(c);
                    translateQuantifier();
                }
                default -> {
                    output.appendCodePoint(nextCodePoint());
                    translateQuantifier();
                }
            }
        }
        if (open != 0) {
            throw invalidPattern("a parenthesis is not closed");
        }
        return output.toString();
    }

    private void copyCharacter() {
        output.append(source.charAt(position++));
    }

    private int nextCodePoint() {
        int codePoint = source.codePointAt(position);
        position += Character.charCount(codePoint);
        return codePoint;
    }

    private static UnusableSchemaException invalidPattern(String why) {
        return new UnusableSchemaException("a regular expression in it is invalid: " + why);
    }

    private static UnusableSchemaException unsupportedPattern(String what) {
        return new UnusableSchemaException("a regular expression in it uses " + what, true);
    }

    /** Appends a lookahead if an alternative is empty. Called at the start of the expression, a group or an alternative. */
    private void appendEmptyAlternative() {
        if (position == source.length() || source.charAt(position) == '|' || source.charAt(position) == ')') {
            output.append(ANY_CHARACTER_AHEAD);
        }
    }

    private void translateGroup() throws UnusableSchemaException {
        for (String opening : new String[] {"(?:", "(?=", "(?!"}) {
            if (source.startsWith(opening, position)) {
                position += opening.length();
                output.append(opening);
                return;
            }
        }
        if (source.startsWith("(?<", position)
                && !source.startsWith("(?<=", position)
                && !source.startsWith("(?<!", position)) {
            int end = source.indexOf('>', position);
            if (end < 0) {
                throw invalidPattern("a group name is not closed");
            }
            position = end + 1;
        } else if (source.startsWith("(?", position)) {
            throw unsupportedPattern(
                    "look-behind, which is not supported here, or a group that ECMA 262 does not define");
        } else {
            position++;
        }
        output.append("(?:");
    }

    private void translateQuantifier() throws UnusableSchemaException {
        if (position >= source.length()) {
            return;
        }
        char c = source.charAt(position);
        if (c == '*' || c == '+' || c == '?') {
            copyCharacter();
        } else if (findRepetitionEnd() >= 0) {
            translateRepetition();
        } else {
            return;
        }
        if (position < source.length() && source.charAt(position) == '?') {
            copyCharacter();
        }
    }

    /** Returns the end of {@code {n}}, {@code {n,}} or {@code {n,m}}, or -1 if the brace is a literal. */
    private int findRepetitionEnd() {
        int end = position < source.length() && source.charAt(position) == '{' ? source.indexOf('}', position) : -1;
        return end >= 0 && source.substring(position + 1, end).matches("\\d+(,\\d*)?") ? end : -1;
    }

    private void translateRepetition() throws UnusableSchemaException {
        int end = findRepetitionEnd();
        String inside = source.substring(position + 1, end);
        for (String number : inside.split(",", -1)) {
            if (number.length() > 6 || (!number.isEmpty() && Integer.parseInt(number) > MAX_REPETITIONS)) {
                throw unsupportedPattern("more than " + MAX_REPETITIONS + " repetitions");
            }
        }
        output.append('{').append(inside).append('}');
        position = end + 1;
    }

    private void translateClass() throws UnusableSchemaException {
        boolean negated = position < source.length() && source.charAt(position) == '^';
        position += negated ? 1 : 0;
        if (position < source.length() && source.charAt(position) == ']') {
            position++;
            output.append(negated ? "[^\\uFFFF]" : "[^\\s\\S]");
            return;
        }
        output.append(negated ? "[^\\uFFFF" : "[[");
        while (position < source.length() && source.charAt(position) != ']') {
            char c = source.charAt(position);
            if (c == '\\') {
                position++;
                output.append(translateEscape(true));
            } else if (c == '[' || c == '&' || c == '^') {
                position++;
                output.append('\\').append(c);
            } else {
                output.appendCodePoint(nextCodePoint());
            }
        }
        if (position == source.length()) {
            throw invalidPattern("a character class is not closed");
        }
        position++;
        output.append(negated ? "]" : "]&&[^\\uFFFF]]");
    }

    /** Translates the escape sequence after a backslash. */
    private String translateEscape(boolean inClass) throws UnusableSchemaException {
        if (position == source.length()) {
            throw invalidPattern("it ends with a backslash");
        }
        char c = source.charAt(position++);
        return switch (c) {
            case 'd', 'w', 't', 'n', 'r', 'f' -> "\\" + c;
            case 'D', 'W' -> inClass ? "\\" + c : "[\\" + c + "&&[^\\uFFFF]]";
            case 's' -> inClass ? WHITESPACE : "[" + WHITESPACE + "]";
            case 'S' -> "[^" + WHITESPACE + "\\uFFFF]";
            case 'v' -> "\\x0B";
            case '0' -> "\\x00";
            case 'b' -> inClass ? "\\x08" : BOUNDARY;
            case 'B' -> {
                if (inClass) {
                    throw invalidPattern("\\B is used in a character class");
                }
                yield NO_BOUNDARY;
            }
            case 'p', 'P' -> translateProperty(c);
            case 'x' -> "\\x" + readHexDigits(2);
            case 'u' -> translateUnicodeEscape();
            case 'c' ->
                "\\c"
                        + (position < source.length()
                                ? Character.toString(Character.toUpperCase(source.charAt(position++)))
                                : "");
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw unsupportedPattern("a back reference or an escape that is not supported here");
                }
                yield "\\" + c;
            }
        };
    }

    private String translateProperty(char c) throws UnusableSchemaException {
        int end = source.indexOf('}', position);
        if (position >= source.length() || source.charAt(position) != '{' || end < 0) {
            throw invalidPattern("\\" + c + " names no Unicode property");
        }
        String name = source.substring(position + 1, end);
        position = end + 1;
        if (name.equals("Any")) {
            return c == 'p' ? "[[\\s\\S]&&[^\\uFFFF]]" : "[^\\s\\S]";
        }
        Optional<String> known = UnicodeProperties.javaName(name);
        if (known.isEmpty()) {
            throw unsupportedPattern("\\" + c + "{" + shorten(name) + "}, which is not supported here");
        }
        return "[\\" + c + "{" + known.get() + "}&&[^\\uFFFF]]";
    }

    private static String shorten(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private String translateUnicodeEscape() throws UnusableSchemaException {
        if (position < source.length() && source.charAt(position) == '{') {
            int end = source.indexOf('}', position);
            if (end < 0) {
                throw invalidPattern("\\u{ is not closed");
            }
            String digits = source.substring(position + 1, end);
            position = end + 1;
            return "\\x{" + digits + "}";
        }
        return "\\u" + readHexDigits(4);
    }

    private String readHexDigits(int digits) throws UnusableSchemaException {
        String text = source.substring(position, Math.min(source.length(), position + digits));
        if (!text.toLowerCase(Locale.ROOT).matches("[0-9a-f]{" + digits + "}")) {
            throw invalidPattern("a character code is too short");
        }
        position += digits;
        return text;
    }
}
