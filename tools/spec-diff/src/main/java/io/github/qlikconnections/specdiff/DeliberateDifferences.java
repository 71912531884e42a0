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

/** Where we know better than the vendor's document, and why; read from a file that is reviewed like the documents. */
record DeliberateDifferences(List<Entry> entries) {

    static final String FILE = "deliberate-differences.yaml";

    private static final JsonMapper YAML = new JsonMapper(new YAMLFactory());

    /**
     * One of them.
     *
     * @param side which document has it: {@code ours}, {@code upstream} or {@code both}
     * @param what a {@link Kind}, in the word of the report
     * @param where the address of the report; {@code *} stands for any text
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

    static DeliberateDifferences of(String service, Path file) throws Unusable {
        try {
            Map<String, List<Entry>> all = YAML.readValue(Files.readString(file), new TypeReference<>() {});
            List<Entry> entries = all.getOrDefault(service, List.of());
            for (Entry entry : entries) {
                requireComplete(entry, file);
            }
            return new DeliberateDifferences(entries);
        } catch (JsonProcessingException e) {
            throw new Unusable(file + " cannot be understood: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireComplete(Entry entry, Path file) throws Unusable {
        if (Stream.of(entry.side(), entry.what(), entry.where(), entry.reason())
                .anyMatch(text -> text == null || text.isBlank())) {
            throw new Unusable(file + " has an entry without side, what, where or reason: " + entry);
        }
    }

    boolean cover(Difference difference) {
        return entries.stream().anyMatch(entry -> entry.covers(difference));
    }

    /** Those that no difference needs any longer. */
    List<Entry> unused(List<Difference> differences) {
        return entries.stream()
                .filter(entry -> differences.stream().noneMatch(entry::covers))
                .toList();
    }
}
