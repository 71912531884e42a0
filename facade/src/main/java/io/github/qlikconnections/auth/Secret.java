package io.github.qlikconnections.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be seen: a password, an access key, a token, the content of a key file.
 *
 * <p>Nothing but {@link #reveal()} shows the value: {@link #toString()} is constant, {@link #hashCode()} is the same for
 * every secret, {@link #equals(Object)} takes the same time wherever two values differ, and the class is not
 * {@link java.io.Serializable}.
 *
 * <p>What it cannot promise: the value lives in the heap until {@link #clear()}, so a heap dump or a debugger shows it;
 * {@link #reveal()} makes a {@code String} that only the garbage collector can remove, and so does the JSON text of the
 * request that carries it; the string handed to {@link #of(String)} stays with the caller. A secret that was cleared
 * cannot be sent again.
 *
 * <p>Safe for use by several threads.
 */
public final class Secret {

    private static final Pattern JSON_LITERAL =
            Pattern.compile("true|false|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final boolean literal;
    private char @Nullable [] value;

    private Secret(char[] value) {
        this(value, false);
    }

    private Secret(char[] value, boolean literal) {
        this.value = value;
        this.literal = literal;
    }

    /**
     * Wraps a value.
     *
     * @param value the value, which may be empty
     * @return the secret
     * @throws IllegalArgumentException if the value is null
     */
    public static Secret of(String value) {
        return new Secret(given(value, "value", "To read an environment variable use Secret.fromEnv(name)")
                .toCharArray());
    }

    /**
     * Wraps a copy of a value, so that the caller can overwrite the array afterwards.
     *
     * @param value the value, which may be empty
     * @return the secret
     * @throws IllegalArgumentException if the value is null
     */
    public static Secret of(char[] value) {
        return new Secret(
                given(value, "value", "Pass the characters of the secret").clone());
    }

    /**
     * Takes the value of an environment variable.
     *
     * @param name the name of the variable, for example {@code QLIK_API_KEY}
     * @return the secret
     * @throws IllegalStateException if the variable is not set or holds only whitespace; the message names it
     * @throws IllegalArgumentException if the name is null
     */
    public static Secret fromEnv(String name) {
        return fromEnv(name, System.getenv());
    }

    static Secret fromEnv(String name, Map<String, String> environment) {
        given(name, "name", "Pass the name of an environment variable such as QLIK_API_KEY");
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The environment variable " + name + " is "
                    + (value == null ? "not set" : "blank") + "; set it to the secret value");
        }
        return of(value);
    }

    /**
     * Reads a value from a UTF-8 text file. A byte order mark at its beginning and one line break at its end, which editors add, do
     * not belong to the value.
     *
     * @param file the file
     * @return the secret
     * @throws UncheckedIOException if the file cannot be read or is not UTF-8 text; the message names the file only
     * @throws IllegalArgumentException if the file is null
     */
    public static Secret fromFile(Path file) {
        given(file, "file", "Pass the path of a text file that holds the secret");
        byte[] bytes = new byte[0];
        try {
            bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int length = lengthWithoutLineBreak(text);
            int start = length > 0 && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
            char[] chars = Arrays.copyOfRange(text.array(), text.arrayOffset() + start, text.arrayOffset() + length);
            Arrays.fill(text.array(), '\0');
            return new Secret(chars);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file " + file + " cannot be read as UTF-8 text", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @SuppressWarnings("NullAway") // guards callers that are not checked for null
    private static <T> T given(T argument, String name, String instead) {
        if (argument == null) {
            throw new IllegalArgumentException(name + " must not be null. " + instead + ".");
        }
        return argument;
    }

    private static int lengthWithoutLineBreak(CharBuffer text) {
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\n') {
            length--;
            if (length > 0 && text.charAt(length - 1) == '\r') {
                length--;
            }
        }
        return length;
    }

    /**
     * Returns a copy that is sent as a JSON number or boolean instead of a string, for a secret property that is declared as one.
     *
     * @return the copy, which {@link #clear()} of this secret does not clear
     * @throws IllegalArgumentException if the value is neither a JSON number nor {@code true} or {@code false}
     * @throws IllegalStateException if the secret was cleared
     */
    public Secret asJsonLiteral() {
        String text = reveal();
        if (!JSON_LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException("The secret is neither a JSON number nor true or false.");
        }
        return new Secret(text.toCharArray(), true);
    }

    /**
     * Returns whether the value is sent as a JSON number or boolean.
     *
     * @return true for a secret that {@link #asJsonLiteral()} returned
     */
    public boolean isJsonLiteral() {
        return literal;
    }

    /**
     * Shows the value, to be called only where it is put on the wire.
     *
     * @return the value
     * @throws IllegalStateException when the secret was cleared
     */
    public synchronized String reveal() {
        if (value == null) {
            throw new IllegalStateException("This secret was cleared and can no longer be used");
        }
        return new String(value);
    }

    /** Overwrites the value in memory; a later {@link #reveal()} fails. Clearing twice does nothing more. */
    public synchronized void clear() {
        if (value != null) {
            Arrays.fill(value, '\0');
            value = null;
        }
    }

    /**
     * Tells whether {@link #clear()} was called.
     *
     * @return whether the value is gone
     */
    public synchronized boolean isCleared() {
        return value == null;
    }

    private synchronized byte @Nullable [] bytes() {
        return value == null ? null : new String(value).getBytes(StandardCharsets.UTF_16BE);
    }

    /**
     * Compares by value and by how it is sent, in a time that does not depend on where the values differ; a cleared secret equals only itself.
     *
     * @param other what to compare with
     * @return whether both are secrets with the same value
     */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Secret that)) {
            return false;
        }
        byte[] mine = bytes();
        byte[] theirs = that.bytes();
        return literal == that.literal && mine != null && theirs != null && MessageDigest.isEqual(mine, theirs);
    }

    /**
     * The same number for every secret, so that it tells nothing.
     *
     * @return a constant
     */
    @Override
    public int hashCode() {
        return Secret.class.getName().length();
    }

    /**
     * A fixed text without the value.
     *
     * @return {@code Secret[hidden]}
     */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
