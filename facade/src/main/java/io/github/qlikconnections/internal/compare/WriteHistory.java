package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records the values that one client wrote and that the tenant omits or returns in another form. This prevents repeated writes.
 *
 * <p>Only salted hashes are stored, and secrets are not part of them. The least recently used entries are removed first. This class is
 * thread-safe.
 */
public final class WriteHistory {

    private static final int CAPACITY = 20_000;
    private static final String SECRET = "secret";

    private final byte[] salt = new byte[32];
    private final Map<String, String> hashes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Creates an empty history. */
    public WriteHistory() {
        new SecureRandom().nextBytes(salt);
    }

    /** Returns whether this client wrote the value and the tenant then returned the same as now. */
    public boolean isRecorded(String connectionId, WriteRecord record) {
        String hash = hash(record);
        synchronized (hashes) {
            return hash.equals(hashes.get(key(connectionId, record)));
        }
    }

    /** Records a value that was written, and the value that the tenant returned afterwards. */
    public void record(String connectionId, WriteRecord record) {
        String hash = hash(record);
        synchronized (hashes) {
            hashes.put(key(connectionId, record), hash);
        }
    }

    private static String key(String connectionId, WriteRecord record) {
        return connectionId + ' ' + record.path();
    }

    private String hash(WriteRecord record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(toCanonicalText(record.value()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(toCanonicalText(record.returned()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the same string for equal values. Each part follows its length, so different values have different strings. */
    private static String toCanonicalText(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            members.forEach((name, member) -> sorted.put(String.valueOf(name), member));
            text.append('{').append(sorted.size());
            sorted.forEach((name, member) -> {
                append(name, text);
                append(member, text);
            });
        } else if (value instanceof List<?> items) {
            text.append('[').append(items.size());
            items.forEach(item -> append(item, text));
        } else {
            String scalar = value instanceof Secret ? SECRET : String.valueOf(value);
            String type = value == null ? "" : value.getClass().getSimpleName();
            text.append(type).append(scalar.length()).append(':').append(scalar);
        }
    }
}
