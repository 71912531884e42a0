package io.github.qlikconnections.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An installed JDK. Its tools run in separate processes. */
record Jdk(int feature, Path home) {

    private static final int OTHER = 25;

    static Jdk current() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** Returns the current JDK, and a JDK 25 from {@code JAVA_25_HOME} or installed beside it. */
    static List<Jdk> all() {
        Jdk current = current();
        List<Jdk> all = new ArrayList<>(List.of(current));
        if (current.feature() != OTHER) {
            other(current)
                    .ifPresentOrElse(
                            all::add,
                            () -> System.out.println(
                                    "No JDK 25 here: set JAVA_25_HOME to try the consumer with it too."));
        }
        return all;
    }

    private static Optional<Jdk> other(Jdk current) {
        String named = System.getenv("JAVA_25_HOME");
        try (Stream<Path> beside = Files.list(current.home().toRealPath().getParent())) {
            return Stream.concat(Stream.ofNullable(named).map(Path::of), beside)
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("javac")))
                    .filter(home -> release(home).contains("JAVA_VERSION=\"" + OTHER))
                    .map(home -> new Jdk(OTHER, home))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String release(Path home) {
        try {
            return Files.readString(home.resolve("release"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Runs a tool of the JDK with empty standard input, requires exit status 0, and returns the printed lines. */
    List<String> run(String tool, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve(tool).toString()));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("%s of %s:%n%s", tool, home, output)
                    .isZero();
            return output.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
