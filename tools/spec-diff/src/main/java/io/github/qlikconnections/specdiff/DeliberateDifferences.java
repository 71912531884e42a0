package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The deliberate differences from the documents of the vendor and their reasons, read from a reviewed file. */
record DeliberateDifferences(List<Entry> entries) {

    static final String FILE = "deliberate-differences.yaml";

    private static final JsonMapper YAML = new JsonMapper(new YAMLFactory());

    /**
     * A deliberate difference.
     *
     * @param side which document has it: {@code ours}, {@code upstream} or {@code both}
     * @param what a {@link DifferenceKind} as the report writes it
     * @param where the place as in the report; {@code *} matches any string
     */
    record Entry(String side, String what, String where, String reason) {

        boolean covers(Difference difference) {
            return difference.side().word().equals(side)
                    && difference.kind().word().equals(what)
                    && pattern().matcher(difference.where()).matches();
        }

        private Pattern pattern() {
            return Pattern.compile(
                    Stream.of(where.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }

        @Override
        public String toString() {
            return what + " of " + side + ": " + where;
        }
    }

    static DeliberateDifferences of(String service, Path file) throws UnusableDocumentException {
        try {
            Map<String, List<Entry>> all = YAML.readValue(Files.readString(file), new TypeReference<>() {});
            List<Entry> entries = all.getOrDefault(service, List.of());
            for (Entry entry : entries) {
                requireComplete(entry, file);
            }
            return new DeliberateDifferences(entries);
        } catch (JsonProcessingException e) {
            throw new UnusableDocumentException(file + " is not valid YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireComplete(Entry entry, Path file) throws UnusableDocumentException {
        if (Stream.of(entry.side(), entry.what(), entry.where(), entry.reason())
                .anyMatch(text -> text == null || text.isBlank())) {
            throw new UnusableDocumentException(file + " has an entry without side, what, where or reason: " + entry);
        }
    }

    boolean contains(Difference difference) {
        return entries.stream().anyMatch(entry -> entry.covers(difference));
    }

    /** Returns the entries that no longer match a difference. */
    List<Entry> unused(List<Difference> differences) {
        return entries.stream()
                .filter(entry -> differences.stream().noneMatch(entry::covers))
                .toList();
    }
}
