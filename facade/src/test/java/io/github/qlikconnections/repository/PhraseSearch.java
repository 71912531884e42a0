package io.github.qlikconnections.repository;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds discouraged phrases in a text: whole words, in any letter case, also across a line break in a comment. */
final class PhraseSearch {

    /** A phrase that was found. */
    record Hit(int line, String phrase, String replacement) {

        @Override
        public String toString() {
            return line + ": \"" + phrase + "\", write " + replacement;
        }
    }

    private static final String GAP = "(?:\\h+|\\h*\\R\\h*(?:\\*|//|>|#)?\\h*)";

    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final Pattern pattern;

    /**
     * Creates a search.
     *
     * @param phrases lines of the form {@code phrase = replacement}; blank lines and lines that begin with # are ignored
     */
    PhraseSearch(List<String> phrases) {
        for (String line : phrases) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                replacements.put(parts[0].strip(), parts[1].strip());
            }
        }
        String alternatives = replacements.keySet().stream()
                // The longest phrase first: an alternative that matches ends the search at its place.
                .sorted((a, b) -> b.length() - a.length())
                .map(phrase ->
                        List.of(phrase.split(" ")).stream().map(Pattern::quote).collect(Collectors.joining(GAP)))
                .collect(Collectors.joining("|"));
        this.pattern = Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** Returns the hits in a text. Rows of a rename table, which contain an arrow, are exempt. */
    List<Hit> in(String text) {
        String searched = text.lines().map(line -> isRename(line) ? "" : line).collect(Collectors.joining("\n"));
        List<Hit> hits = new ArrayList<>();
        Matcher matcher = pattern.matcher(searched);
        while (matcher.find()) {
            String phrase = matcher.group().replaceAll(GAP, " ").toLowerCase(Locale.ROOT);
            int line = (int) searched.substring(0, matcher.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            hits.add(new Hit(line, phrase, replacements.getOrDefault(phrase, "")));
        }
        return hits;
    }

    private static boolean isRename(String line) {
        String row = line.strip();
        return (row.startsWith("|") || row.startsWith("-")) && row.contains("\u2192");
    }
}
