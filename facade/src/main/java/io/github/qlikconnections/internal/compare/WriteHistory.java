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
 * Remembers which values one client has written that the tenant does not return, or returns in another form, so that they are not
 * written again. It keeps hashes only, with a salt of its own and without the secrets of the draft; the oldest entries make room for
 * new ones. This class is thread-safe.
 */
public final class WriteHistory {

    private static final int CAPACITY = 20_000;
    private static final String SECRET = "secret";

    private final byte[] salt = new byte[32];
    private final Map<String, String> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Creates an empty memory. */
    public WriteHistory() {
        new SecureRandom().nextBytes(salt);
    }

    /** Returns whether this client has written the value, and the tenant has returned for it what it returns now. */
    public boolean knows(String connectionId, WriteRecord value) {
        String hash = hash(value);
        synchronized (remembered) {
            return hash.equals(remembered.get(key(connectionId, value)));
        }
    }

    /** Remembers a value that was written, and what the tenant returned afterwards. */
    public void remember(String connectionId, WriteRecord value) {
        String hash = hash(value);
        synchronized (remembered) {
            remembered.put(key(connectionId, value), hash);
        }
    }

    private static String key(String connectionId, WriteRecord value) {
        return connectionId + ' ' + value.path();
    }

    private String hash(WriteRecord value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(canonical(value.wanted()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(canonical(value.returned()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A text that is the same for the same value, the length of each part before it. */
    private static String canonical(@Nullable Object value) {
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
