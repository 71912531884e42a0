package io.github.qlikconnections.internal.journal;

import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of one run. Without a file, it records nothing. This class is thread-safe.
 *
 * <p>The first line names the run and its items. Each further line has the entries of one write request, {@code intended} before it is sent
 * and {@code outcome} after it. The last line is {@code end} if each item has an outcome.
 */
public final class RunJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

    private static final long VERSION = 1;
    private static final String TYPE = "type";
    private static final String RUN = "run";
    private static final String INTENDED = "intended";
    private static final String OUTCOME = "outcome";
    private static final String END = "end";
    private static final String FIRST_LINE = "{\"" + TYPE + "\":\"" + RUN + "\",";

    private final @Nullable Path path;
    private final @Nullable JournalFile file;
    private final List<Map<?, ?>> recordedLines;
    private final Map<String, JournalEntry> entries = new HashMap<>();
    private List<JournalEntry> items = List.of();
    private @Nullable JournalException failure;

    private RunJournal(@Nullable Path path, @Nullable JournalFile file, List<Map<?, ?>> recordedLines) {
        this.path = path;
        this.file = file;
        this.recordedLines = recordedLines;
    }

    /**
     * Opens and locks the journal of a run.
     *
     * @param path the file, or null for a run without a journal
     * @throws JournalException if the file cannot be read and written, or another run uses it
     */
    public static RunJournal open(@Nullable Path path) {
        if (path == null) {
            return new RunJournal(null, null, List.of());
        }
        JournalFile file = null;
        try {
            file = JournalFile.open(path);
            if (file != null) {
                return new RunJournal(path, file, file.readLines(FIRST_LINE));
            }
        } catch (IOException e) {
            close(file);
            throw createException(
                    path,
                    e.getMessage() + ". Give a new file, or the journal of this run, in a folder that can be written",
                    e);
        }
        throw createException(path, "another run uses it. Wait until that run has ended", null);
    }

    private static JournalException createException(Path path, String reason, @Nullable IOException cause) {
        return new JournalException(
                "The run was not started because of its journal " + path + ": " + reason + ".", cause);
    }

    /** Returns whether the run is recorded. */
    public boolean hasFile() {
        return file != null;
    }

    /** Returns whether the file has the journal of an interrupted run. */
    public boolean isContinued() {
        return !recordedLines.isEmpty();
    }

    /**
     * Starts the run, or continues the interrupted run of the journal.
     *
     * @param outcomes the names of the outcomes that an item can have
     * @param planned finds the items of a new run
     * @return the items of the run; those of the journal if the run is continued
     * @throws JournalException if the journal belongs to another run or to one that has ended, has another outcome, or cannot be written
     */
    public List<JournalEntry> begin(RunIdentity run, Set<String> outcomes, Supplier<List<JournalEntry>> planned) {
        // The items may be requested from the tenant, and no monitor must be held during that time.
        List<JournalEntry> newItems = isContinued() ? List.of() : planned.get();
        synchronized (this) {
            if (path != null && isContinued()) {
                readHeader(path, run, recordedLines.get(0));
                recordedLines.subList(1, recordedLines.size()).forEach(line -> readLine(path, line, outcomes));
            } else {
                items = newItems;
                if (path != null) {
                    append(createHeader(run));
                }
            }
            return items;
        }
    }

    private Map<String, Object> createHeader(RunIdentity run) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(TYPE, RUN);
        header.put("version", VERSION);
        header.put("kind", run.kind());
        header.put("tenant", run.tenant());
        header.put("started", Instant.now().toString());
        header.put("salt", salt);
        header.put("hash", run.hash(salt));
        header.put("items", items.stream().map(JournalEntry::toMap).toList());
        return header;
    }

    private void readHeader(Path journal, RunIdentity run, Map<?, ?> header) {
        String described = header.get("kind") + " on " + header.get("tenant") + ", started " + header.get("started");
        if (!Long.valueOf(VERSION).equals(header.get("version"))) {
            throw createException(
                    journal,
                    "it has version " + header.get("version") + ", and this library reads version " + VERSION
                            + ". Give the run a file of its own",
                    null);
        }
        boolean isSameRun = run.kind().equals(header.get("kind"))
                && run.tenant().equals(header.get("tenant"))
                && run.hash(String.valueOf(header.get("salt"))).equals(header.get("hash"));
        if (!isSameRun) {
            throw createException(
                    journal,
                    "it belongs to another run (" + described
                            + ") or to one with other arguments. Give each run a file of its own",
                    null);
        }
        if (END.equals(recordedLines.get(recordedLines.size() - 1).get(TYPE))) {
            throw createException(
                    journal,
                    "its run (" + described + ") is complete. Its outcomes are in the file. Give a new run a"
                            + " file of its own",
                    null);
        }
        items = readEntries(header);
    }

    private void readLine(Path journal, Map<?, ?> line, Set<String> outcomes) {
        boolean isIntended = INTENDED.equals(line.get(TYPE));
        if (!isIntended && !OUTCOME.equals(line.get(TYPE))) {
            throw createException(
                    journal,
                    "it has a line of the unknown type " + line.get(TYPE) + ". Give the run a file of its own",
                    null);
        }
        for (JournalEntry entry : readEntries(line)) {
            String outcome = entry.outcome();
            if (outcome != null && !outcome.equals(JournalEntry.NOT_STARTED) && !outcomes.contains(outcome)) {
                throw createException(
                        journal, "it has the unknown outcome " + outcome + ". Give the run a file of its own", null);
            }
            apply(entry);
        }
    }

    private static List<JournalEntry> readEntries(Map<?, ?> line) {
        List<JournalEntry> read = new ArrayList<>();
        if (line.get("items") instanceof List<?> values) {
            for (Object value : values) {
                JournalEntry entry = JournalEntry.from(value);
                if (entry != null) {
                    read.add(entry);
                }
            }
        }
        return read;
    }

    private void apply(JournalEntry entry) {
        if (JournalEntry.NOT_STARTED.equals(entry.outcome())) {
            entries.remove(entry.item());
        } else {
            entries.put(entry.item(), entry);
        }
    }

    /** Returns what the journal has recorded of an item: its outcome, or that it was only intended. */
    public synchronized Optional<JournalEntry> find(String item) {
        return Optional.ofNullable(entries.get(item));
    }

    /**
     * Returns whether a continued run repeats an item with this failure and a known outcome: the caller was rejected, or no request could
     * be sent. Its outcome is {@link JournalEntry#NOT_STARTED}.
     */
    public static boolean isRepeatable(Throwable failure) {
        return failure instanceof AuthenticationException || failure instanceof TransportException;
    }

    /** Returns whether an item can be started: it has no outcome, and the journal can be written. */
    public synchronized boolean isToDo(String item) {
        return failure == null && find(item).map(JournalEntry::outcome).isEmpty();
    }

    /** Returns why the journal cannot be written any more. No further item must be started then. */
    public synchronized Optional<JournalException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Records that a write request is about to be sent.
     *
     * @throws JournalException if that cannot be recorded; the request must not be sent
     */
    public synchronized void recordIntended(List<JournalEntry> intended) {
        record(INTENDED, intended);
    }

    /** Records outcomes. If that is not possible, {@link #failure()} has the reason. */
    public synchronized void recordOutcomes(List<JournalEntry> outcomes) {
        try {
            record(OUTCOME, outcomes);
        } catch (JournalException e) {
            // The request was sent. Its items are only intended in the journal and are settled when the run is
            // continued.
        }
    }

    private void record(String type, List<JournalEntry> recorded) {
        recorded.forEach(this::apply);
        if (!recorded.isEmpty()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put(TYPE, type);
            line.put("items", recorded.stream().map(JournalEntry::toMap).toList());
            append(line);
        }
    }

    private void append(Map<String, Object> line) {
        if (file == null) {
            return;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            file.append(line);
        } catch (IOException e) {
            failure = new JournalException(
                    "The journal " + path + " cannot be written: " + e.getMessage()
                            + ". No further request is sent. Run again with this journal when it can be written.",
                    e);
            LOG.warn("{}", failure.getMessage());
            throw failure;
        }
    }

    /** Ends the journal if each item has an outcome, and releases the file. */
    @Override
    public synchronized void close() {
        boolean isComplete = !items.isEmpty() && items.stream().allMatch(this::hasOutcome);
        if (isComplete && failure == null) {
            try {
                append(Map.of(TYPE, END));
            } catch (JournalException e) {
                // Without this line, a continued run finds the outcome of each item and sends nothing.
            }
        }
        close(file);
    }

    private boolean hasOutcome(JournalEntry item) {
        JournalEntry entry = entries.get(item.item());
        return entry != null && entry.outcome() != null;
    }

    private static void close(@Nullable JournalFile file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // Each line was forced to disk when it was appended.
                LOG.debug("A journal could not be closed: {}", e.toString());
            }
        }
    }
}
