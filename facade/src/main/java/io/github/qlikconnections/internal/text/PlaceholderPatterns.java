package io.github.qlikconnections.internal.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects placeholders of documentation, templates and masked output. All patterns take linear time.
 *
 * <p>The table of forms is in {@code docs/reference/validation-rules.md}.
 */
public final class PlaceholderPatterns {

    private static final List<String> SCHEMES = List.of("bearer", "basic", "token", "apikey", "digest", "negotiate");

    /** The words that begin a suspected placeholder, each with the pattern of what follows it. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("change", "[-_ ]?(?:me|it)!?"),
            Map.entry("your", "[-_].{1,80}"),
            Map.entry("todo", ""),
            Map.entry("tbd", ""),
            Map.entry("fixme", ""),
            Map.entry("placeholder", ""));

    /** The beginnings of all placeholders without a mark. */
    private static final List<String> BEGINNINGS =
            Stream.concat(SCHEMES.stream(), WORDS.keySet().stream()).toList();

    /** A placeholder may follow the name of an authentication scheme. */
    private static final String SCHEME = "(?:(?i:" + String.join("|", SCHEMES) + ")\\s{1,4})?";

    /** Placeholders that cannot be real values. */
    private static final Pattern CERTAIN = Pattern.compile(
            SCHEME
                    + "(?:<[A-Z][A-Z0-9_ -]{1,80}>|<[A-Z][A-Z0-9_]{3,80}|<[A-Za-z]\\w{0,40}(?:[ _-]\\w{1,40}){1,8}>"
                    + "|\\$\\{[^{}]{1,80}\\}|\\$?\\{\\{[^{}]{1,80}\\}\\}|%[A-Z][A-Z0-9_]{0,80}%"
                    + "|[*\u2022\u25cf]{3,}|Secret\\[hidden\\]|(?i:<(?:redacted|hidden|masked)>|\\[(?:redacted|hidden|masked)\\]))");

    /** Placeholders that may be real values. */
    private static final Pattern SUSPECTED = Pattern.compile(
            SCHEME
                    + WORDS.entrySet().stream()
                            .map(word -> word.getKey() + word.getValue())
                            .collect(Collectors.joining("|", "(?:(?i:", ")|YOUR .{1,80}"))
                    + "|\\[[A-Z][A-Z0-9_ -]{1,80}\\]|\\$[A-Z_][A-Z0-9_]{1,80}|\\$\\([A-Z_][A-Z0-9_]{1,80}\\)|<[A-Za-z]\\w{2,40}>)");

    /** A placeholder in capitals between other parts of an address; not a type such as {@code Map<KEY>}, not quoted. */
    private static final Pattern EMBEDDED = Pattern.compile(
            "(?<![\\w'\"`<])<[A-Z0-9_]{0,40}[A-Z][A-Z0-9_]{0,40}>|://(?:\\$\\{\\w{1,80}\\}|\\{\\{[^{}]{1,80}\\}\\})");

    private static final int SHORTEST_EMBEDDED = 4;

    private PlaceholderPatterns() {}

    /** Returns whether a string may be or contain a placeholder. Excludes most strings without a regular expression. */
    public static boolean isSuspect(String text) {
        return hasMark(text) || hasBeginning(text);
    }

    /** Returns whether the whole string is a placeholder. */
    public static boolean isPlaceholder(String text) {
        return CERTAIN.matcher(text).matches();
    }

    /** Returns whether the whole string may be a placeholder or a real value. */
    public static boolean mayBePlaceholder(String text) {
        return SUSPECTED.matcher(text).matches();
    }

    /** Returns whether a placeholder stands between other parts of the string. */
    public static boolean containsPlaceholder(String text) {
        return EMBEDDED.matcher(text).results().anyMatch(match -> match.end() - match.start() >= SHORTEST_EMBEDDED);
    }

    private static boolean hasBeginning(String text) {
        char first = text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(0));
        for (String beginning : BEGINNINGS) {
            if (beginning.charAt(0) == first && text.regionMatches(true, 0, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a string has a character that each placeholder except a word has, and hardly any other value. */
    private static boolean hasMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<', '{', '%', '[', '$', '*', '\u2022', '\u25cf' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
