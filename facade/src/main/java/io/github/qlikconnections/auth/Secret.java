package io.github.qlikconnections.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A confidential value such as a password, an access key, a token, or the content of a key file.
 *
 * <p>Only {@link #reveal()} returns the value. {@link #toString()} is constant and {@link #hashCode()} is the same for
 * all secrets. The duration of {@link #equals(Object)} does not depend on the position of a difference. The class is
 * not {@link java.io.Serializable}.
 *
 * <p>Limits: The value is on the heap until {@link #clear()}, so a heap dump or a debugger shows it. {@link #reveal()}
 * and the JSON of a request create strings that only the garbage collector can remove. {@link #of(String)} does not
 * clear the string of the caller. A cleared secret cannot be sent.
 *
 * <p>This class is thread-safe.
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
     * Creates a secret from a string.
     *
     * @param value the value, which may be empty
     * @return the secret
     * @throws IllegalArgumentException if the value is null
     */
    public static Secret of(String value) {
        return new Secret(requireArgument(value, "value", "To read an environment variable use Secret.fromEnv(name)")
                .toCharArray());
    }

    /**
     * Creates a secret from a copy of a character array. The caller can overwrite the array afterwards.
     *
     * @param value the value, which may be empty
     * @return the secret
     * @throws IllegalArgumentException if the value is null
     */
    public static Secret of(char[] value) {
        return new Secret(requireArgument(value, "value", "Pass the characters of the secret")
                .clone());
    }

    /**
     * Creates a secret from the value of an environment variable.
     *
     * @param name the name of the variable, for example {@code QLIK_API_KEY}
     * @return the secret
     * @throws IllegalStateException if the variable is not set or contains only whitespace; the message names it
     * @throws IllegalArgumentException if the name is null
     */
    public static Secret fromEnv(String name) {
        return fromEnv(name, System.getenv());
    }

    static Secret fromEnv(String name, Map<String, String> environment) {
        requireArgument(name, "name", "Pass the name of an environment variable such as QLIK_API_KEY");
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The environment variable " + name + " is "
                    + (value == null ? "not set" : "blank") + ". Set it to the secret value.");
        }
        return of(value);
    }

    /**
     * Creates a secret from the content of a UTF-8 text file. A leading byte order mark and one trailing line break are
     * removed, because editors add them.
     *
     * @param file the file
     * @return the secret
     * @throws UncheckedIOException if the file cannot be read or is not UTF-8 text; the message contains only the path
     * @throws IllegalArgumentException if the file is null
     */
    public static Secret fromFile(Path file) {
        requireArgument(file, "file", "Pass the path of a text file that contains the secret");
        byte[] bytes = new byte[0];
        try {
            bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (text.chars().anyMatch(character -> character == 0)) {
                // UTF-16 without a byte order mark.
                throw new CharacterCodingException();
            }
            int length = lengthWithoutLineBreak(text);
            int start = length > 0 && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
            char[] chars = Arrays.copyOfRange(text.array(), text.arrayOffset() + start, text.arrayOffset() + length);
            Arrays.fill(text.array(), '\0');
            return new Secret(chars);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file " + file + " cannot be read as UTF-8 text.", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @SuppressWarnings("NullAway") // callers may be compiled without null checks
    private static <T> T requireArgument(T argument, String name, String advice) {
        if (argument == null) {
            throw new IllegalArgumentException(name + " must not be null. " + advice + ".");
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
     * Returns a copy that is sent as a JSON number or boolean instead of a string. Intended for secret properties that
     * are declared with such a type.
     *
     * @return the copy, which must be cleared separately
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
     * Returns the value. Call this method only to send the value.
     *
     * @return the value
     * @throws IllegalStateException if the secret was cleared
     */
    public synchronized String reveal() {
        if (value == null) {
            throw new IllegalStateException("The secret was cleared and can no longer be used.");
        }
        return new String(value);
    }

    /**
     * Overwrites the value in memory. Later calls of {@link #reveal()} fail. Clearing a cleared secret has no effect.
     */
    public synchronized void clear() {
        if (value != null) {
            Arrays.fill(value, '\0');
            value = null;
        }
    }

    /**
     * Returns whether {@link #clear()} was called.
     *
     * @return true if the secret was cleared
     */
    public synchronized boolean isCleared() {
        return value == null;
    }

    private synchronized byte @Nullable [] bytes() {
        return value == null ? null : new String(value).getBytes(StandardCharsets.UTF_16BE);
    }

    /**
     * Compares the value and the JSON type. The duration does not depend on the position of a difference. A cleared
     * secret equals only itself.
     *
     * @param other the object to compare with
     * @return true if both are secrets with the same value and JSON type
     */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Secret that)) {
            return false;
        }
        byte[] ownBytes = bytes();
        byte[] otherBytes = that.bytes();
        return literal == that.literal
                && ownBytes != null
                && otherBytes != null
                && MessageDigest.isEqual(ownBytes, otherBytes);
    }

    /**
     * Returns the same number for all secrets, so that it does not reveal anything about the value.
     *
     * @return a constant
     */
    @Override
    public int hashCode() {
        return Secret.class.getName().length();
    }

    /**
     * Returns a constant string without the value.
     *
     * @return {@code Secret[hidden]}
     */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
