package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The product name and version that the library sends, as {@code User-Agent} of RFC 9110. */
public final class UserAgent {

    private UserAgent() {}

    /** For example {@code qlik-connections-java/1.0.0}. */
    public static String value() {
        return "qlik-connections-java/" + version();
    }

    private static String version() {
        try (InputStream version = UserAgent.class.getResourceAsStream("version.txt")) {
            if (version == null) {
                throw new IllegalStateException("version.txt is missing from the jar");
            }
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
