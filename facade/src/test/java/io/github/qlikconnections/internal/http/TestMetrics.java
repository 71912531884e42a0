package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a test has measured into {@code target/measurements}, because a build that passes prints one line only. */
public final class TestMetrics {

    private static final Path FOLDER = Path.of("target", "measurements");

    private TestMetrics() {}

    /** Replaces the measurements of that name. */
    public static void record(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".txt"), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
