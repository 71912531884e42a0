package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes measurements of tests to {@code target/measurements}, because a successful build prints only one line. */
public final class TestMetrics {

    private static final Path FOLDER = Path.of("target", "measurements");

    private TestMetrics() {}

    /** Replaces the measurements with this name. */
    public static void record(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".txt"), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
