package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The deliberate differences from the documents of the vendor and their reasons, read from a reviewed file. */
record DeliberateDifferences(List<DeliberateDifference> entries) {

    static final String FILE = "deliberate-differences.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    /** Differences of one side and one kind, as in the file. A member that the file does not have is empty. */
    private record Group(String side, String what, List<String> where, String reason) {

        @JsonCreator
        Group(
                @JsonProperty("side") @Nullable String side,
                @JsonProperty("what") @Nullable String what,
                @JsonProperty("where") @Nullable List<String> where,
                @JsonProperty("reason") @Nullable String reason) {
            this.side = Objects.requireNonNullElse(side, "");
            this.what = Objects.requireNonNullElse(what, "");
            this.where = Objects.requireNonNullElse(where, List.of());
            this.reason = Objects.requireNonNullElse(reason, "");
        }

        boolean isComplete() {
            return !side.isBlank() && !what.isBlank() && !where.isEmpty() && !where.contains("") && !reason.isBlank();
        }
    }

    /**
     * A deliberate difference.
     *
     * @param side which document has it: {@code ours}, {@code upstream} or {@code both}
     * @param what a {@link DifferenceKind} as the report writes it
     * @param where the place as in the report; {@code *} matches any string
     */
    record DeliberateDifference(String side, String what, String where, String reason, Pattern pattern) {

        static DeliberateDifference of(Group group, String where) {
            String expression =
                    Stream.of(where.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return new DeliberateDifference(
                    group.side(), group.what(), where, group.reason(), Pattern.compile(expression));
        }

        boolean covers(Difference difference) {
            return difference.side().word().equals(side)
                    && difference.kind().word().equals(what)
                    && (difference.where().equals(where)
                            || pattern.matcher(difference.where()).matches());
        }

        @Override
        public String toString() {
            return what + " of " + side + ": " + where;
        }
    }

    static DeliberateDifferences of(String service, Path file) throws UnusableDocumentException {
        try {
            Map<String, List<Group>> all = YAML.readValue(Files.readString(file), new TypeReference<>() {});
            List<DeliberateDifference> entries = new ArrayList<>();
            for (Group group : all.getOrDefault(service, List.of())) {
                if (!group.isComplete()) {
                    throw new UnusableDocumentException(
                            file + " has an entry without side, what, where or reason: " + group);
                }
                group.where().forEach(where -> entries.add(DeliberateDifference.of(group, where)));
            }
            return new DeliberateDifferences(List.copyOf(entries));
        } catch (JsonProcessingException e) {
            throw new UnusableDocumentException(file + " is not valid YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(Difference difference) {
        return entries.stream().anyMatch(entry -> entry.covers(difference));
    }

    /** Returns the entries that no longer match a difference. */
    List<DeliberateDifference> unused(List<Difference> differences) {
        return entries.stream()
                .filter(entry -> differences.stream().noneMatch(entry::covers))
                .toList();
    }
}
