package io.github.qlikconnections.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts JVMs with the class path of this one. */
final class Jvm {

    private Jvm() {}

    /** Returns the home of this JDK. */
    static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Returns a JDK 25: {@code JAVA_25_HOME}, or one in the parent folder of this JDK. */
    static Optional<Path> home25() {
        String configured = System.getenv("JAVA_25_HOME");
        if (configured != null) {
            return Optional.of(Path.of(configured));
        }
        if (Runtime.version().feature() == 25) {
            return Optional.of(home());
        }
        try (Stream<Path> siblings = Files.list(home().getParent())) {
            return siblings.filter(path -> path.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(path -> Files.isExecutable(path.resolve("bin/java")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static List<String> command(List<String> arguments) {
        return command(home(), arguments);
    }

    static List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-cp", classPath()));
        command.addAll(arguments);
        return command;
    }

    /** Replaces class folders by the jar, because a class data archive does not support folders. */
    private static String classPath() {
        String jar = System.getProperty("benchmarks.jar", "");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> !jar.isEmpty() && Files.isDirectory(Path.of(entry)) ? jar : entry)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs a program and returns its first line and the milliseconds until that line. */
    static Printed run(Path home, List<String> arguments) {
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command(home, arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String first;
            double millis;
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                first = output.readLine();
                millis = (System.nanoTime() - start) / 1e6;
                while (output.readLine() != null) {
                    // Ignore the output at the end of a training run.
                }
            }
            if (process.waitFor() != 0 || first == null) {
                throw new IllegalStateException(String.join(" ", arguments) + " exited with " + process.exitValue());
            }
            return new Printed(first, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    record Printed(String line, double millis) {}
}
