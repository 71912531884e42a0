package io.github.qlikconnections.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.JournalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {

    private static final RunIdentity RUN = new RunIdentity("deleteAll", "https://acme.example", List.of("a", "b"));

    private static final Set<String> OUTCOMES = Set.of("DONE", "FAILED");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("run.jsonl");
    }

    @Test
    void outcomesAndIntentionsOfAnInterruptedRunAreFound() {
        try (RunJournal journal = begin(RUN)) {
            journal.recordIntended(List.of(entry("a", null)));
            journal.recordOutcomes(List.of(entry("a", "DONE")));
            journal.recordIntended(List.of(JournalEntry.of("b", Map.of("updated", "2026-11-28T00:00:00Z"))));
        }

        try (RunJournal journal = begin(RUN)) {
            assertThat(journal.find("a")).contains(entry("a", "DONE"));
            assertThat(journal.find("b").orElseThrow().outcome()).isNull();
            assertThat(journal.find("b").orElseThrow().detail("updated")).contains("2026-11-28T00:00:00Z");
            assertThat(journal.find("c")).isEmpty();
        }
    }

    @Test
    void rejectedItemCountsAsNeverIntended() {
        try (RunJournal journal = begin(RUN)) {
            journal.recordIntended(List.of(entry("a", null)));
            journal.recordOutcomes(List.of(entry("a", JournalEntry.NOT_STARTED)));
        }

        try (RunJournal journal = begin(RUN)) {
            assertThat(journal.find("a")).isEmpty();
        }
    }

    @Test
    void itemsOfTheInterruptedRunAreKept() {
        begin(RUN).close();

        try (RunJournal journal = RunJournal.open(file)) {
            assertThat(journal.begin(RUN, OUTCOMES, () -> List.of(entry("other", null))))
                    .containsExactly(entry("a", null), entry("b", null));
        }
    }

    @Test
    void everyTornLastLineIsCut() throws IOException {
        try (RunJournal journal = begin(RUN)) {
            journal.recordIntended(List.of(entry("ä", null)));
        }
        byte[] whole = Files.readAllBytes(file);
        int header = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        for (int length = header; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (RunJournal journal = begin(RUN)) {
                assertThat(journal.find("ä").isPresent()).isEqualTo(length == whole.length);
                journal.recordOutcomes(List.of(entry("a", "DONE")));
            }
            try (RunJournal journal = begin(RUN)) {
                assertThat(journal.find("a")).contains(entry("a", "DONE"));
            }
        }
    }

    @Test
    void everyTornFirstLineStartsANewRun() throws IOException {
        begin(RUN).close();
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            begin(RUN).close();
            assertThat(Files.readAllLines(file)).hasSize(1);
        }
    }

    @Test
    void unreadableLineInTheMiddleIsRejected() throws IOException {
        begin(RUN).close();
        Files.writeString(file, "{\"type\":\"outc\n{\"type\":\"end\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> begin(RUN))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("its line 2 is not");
    }

    @Test
    void otherFileIsRefusedAndNotChanged() throws IOException {
        for (String content : List.of("notes", "notes\n", "{\"a\":1}\n")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> begin(RUN))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("it is not a journal");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void journalOfAnotherRunIsRejected() {
        begin(RUN).close();

        Stream.of(
                        new RunIdentity("move", RUN.tenant(), RUN.request()),
                        new RunIdentity(RUN.kind(), "https://other.example", RUN.request()),
                        new RunIdentity(RUN.kind(), RUN.tenant(), List.of("a", "c")))
                .forEach(other -> assertThatThrownBy(() -> begin(other))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining(file.toString())
                        .hasMessageContaining("it belongs to another run (deleteAll on https://acme.example, started ")
                        .hasMessageEndingWith("Give each run a file of its own."));
        begin(RUN).close();
    }

    @Test
    void journalOfACompleteRunIsRejected() {
        try (RunJournal journal = begin(RUN)) {
            journal.recordOutcomes(List.of(entry("a", "DONE"), entry("b", "FAILED")));
        }

        assertThatThrownBy(() -> begin(RUN))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is complete");
    }

    @Test
    void journalOfALaterVersionIsRejected() throws IOException {
        begin(RUN).close();
        Files.writeString(file, Files.readString(file).replace("\"version\":1", "\"version\":2"));

        assertThatThrownBy(() -> begin(RUN))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("it has version 2");
    }

    @Test
    void unknownOutcomeIsRejected() throws IOException {
        try (RunJournal journal = begin(RUN)) {
            journal.recordOutcomes(List.of(entry("a", "DONE")));
        }
        Files.writeString(file, Files.readString(file).replace("DONE", "DONATED"));

        assertThatThrownBy(() -> begin(RUN))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("it has the unknown outcome DONATED");
    }

    @Test
    void itemsAreFoundWithoutAMonitor() {
        try (RunJournal journal = RunJournal.open(file)) {
            journal.begin(RUN, OUTCOMES, () -> {
                assertThat(Thread.holdsLock(journal)).isFalse();
                return List.of(entry("a", null));
            });
        }
    }

    @Test
    void itemIsToDoUntilItHasAnOutcome() {
        try (RunJournal journal = begin(RUN)) {
            assertThat(journal.isToDo("a")).isTrue();
            journal.recordIntended(List.of(entry("a", null)));
            assertThat(journal.isToDo("a")).isTrue();
            journal.recordOutcomes(List.of(entry("a", "DONE")));
            assertThat(journal.isToDo("a")).isFalse();
        }
    }

    @Test
    void journalInUseIsRejected() {
        try (RunJournal journal = begin(RUN)) {
            assertThatThrownBy(() -> RunJournal.open(file))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another run uses it");
            journal.recordIntended(List.of(entry("a", null)));
        }
        begin(RUN).close();
    }

    @Test
    void missingFolderIsRejected() {
        Path missing = folder.resolve("missing").resolve("run.jsonl");

        assertThatThrownBy(() -> RunJournal.open(missing))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("The run was not started because of its journal " + missing)
                .hasMessageEndingWith("Give a new file, or the journal of this run, in a folder that can be written.");
    }

    @Test
    void interruptedThreadStillRecords() {
        try (RunJournal journal = begin(RUN)) {
            Thread.currentThread().interrupt();
            journal.recordOutcomes(List.of(entry("a", "DONE")));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(journal.failure()).isEmpty();
        }

        try (RunJournal journal = begin(RUN)) {
            assertThat(journal.find("a")).isPresent();
        }
    }

    @Test
    void equalRunsHaveDifferentHashes() throws IOException {
        begin(RUN).close();
        String first = Files.readString(file);
        Files.delete(file);
        begin(RUN).close();

        assertThat(hash(Files.readString(file))).isNotEqualTo(hash(first)).hasSize(64);
    }

    private static String hash(String journal) {
        return journal.replaceAll("(?s).*\"hash\":\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void nothingIsRecordedWithoutAFile() {
        try (RunJournal journal = RunJournal.open(null)) {
            assertThat(journal.begin(RUN, OUTCOMES, () -> List.of(entry("a", null))))
                    .hasSize(1);
            journal.recordIntended(List.of(entry("a", null)));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private RunJournal begin(RunIdentity run) {
        RunJournal journal = RunJournal.open(file);
        try {
            journal.begin(run, OUTCOMES, () -> List.of(entry("a", null), entry("b", null)));
        } catch (JournalException e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    private static JournalEntry entry(String item, String outcome) {
        return new JournalEntry(item, outcome, Map.of());
    }
}
