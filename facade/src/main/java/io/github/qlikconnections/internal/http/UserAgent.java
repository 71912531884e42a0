package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The {@code User-Agent} header field of the library (RFC 9110, section 10.1.5). */
public final class UserAgent {

    private static final String PRODUCT = "[\\w!#$%&'*+.^`|~-]+(?:/[\\w!#$%&'*+.^`|~-]+)?";

    private UserAgent() {}

    /** Returns the product of the library, for example {@code qlik-connections-java/1.0.0}. */
    public static String value() {
        return "qlik-connections-java/" + version();
    }

    /**
     * Returns the product of the library followed by that of the application, such as {@code qlik-connections-java/1.0.0 nightly-sync/2.1}.
     *
     * @throws IllegalArgumentException if it is not a product of RFC 9110: a token, perhaps a slash and another token
     */
    public static String with(String application) {
        if (!application.matches(PRODUCT)) {
            throw new IllegalArgumentException(
                    "The application name must be a product such as nightly-sync or nightly-sync/2.1: letters, digits and"
                            + " !#$%&'*+-.^_`|~ only.");
        }
        return value() + " " + application;
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
