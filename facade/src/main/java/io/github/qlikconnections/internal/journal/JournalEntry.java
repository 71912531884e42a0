package io.github.qlikconnections.internal.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one item in a journal. Immutable and thread-safe.
 *
 * @param item the key of the item in its run, such as a connection id
 * @param outcome the outcome, or null if the write was only intended
 * @param details further members by name, without secrets and property values
 */
public record JournalEntry(String item, @Nullable String outcome, Map<String, Object> details) {

    private static final String ITEM = "item";
    private static final String OUTCOME = "outcome";

    /** The outcome of an item whose request was rejected as a whole or not sent. The item counts as if it was never intended. */
    public static final String NOT_STARTED = "NOT_STARTED";

    /** Copies the details. */
    public JournalEntry {
        details = Map.copyOf(details);
    }

    /** Creates an entry without an outcome. */
    public static JournalEntry of(String item, Map<String, Object> details) {
        return new JournalEntry(item, null, details);
    }

    /** Returns a detail that is a string. */
    public Optional<String> detail(String name) {
        return details.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(ITEM, item);
        if (outcome != null) {
            members.put(OUTCOME, outcome);
        }
        members.putAll(details);
        return members;
    }

    /** Reads an entry, or returns null if the value is none. */
    static @Nullable JournalEntry from(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members) || !(members.get(ITEM) instanceof String item)) {
            return null;
        }
        Map<String, Object> details = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (member != null && !name.equals(ITEM) && !name.equals(OUTCOME)) {
                details.put(String.valueOf(name), member);
            }
        });
        return new JournalEntry(item, members.get(OUTCOME) instanceof String outcome ? outcome : null, details);
    }
}
