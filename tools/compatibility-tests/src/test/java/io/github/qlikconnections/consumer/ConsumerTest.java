package io.github.qlikconnections.consumer;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.FakeTenantMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and runs the consumer with each installed JDK, with and without modules. */
class ConsumerTest {

    private static final Path SOURCES = Path.of(System.getProperty("consumer.sources"));

    private static final List<String> EXPECTED = List.of(
            "created Sales lake",
            "ensured UNCHANGED",
            "read Sales lake",
            "listed 1",
            "read concurrently 100",
            "sources some",
            "rejected before it was sent");

    /** A JVM option. The processes end before the optimizing compiler pays off. */
    private static final String WITHOUT_OPTIMIZING_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Jars that neither the library nor the testkit depends on. */
    private static final Pattern TEST_LIBRARIES =
            Pattern.compile("(junit|opentest4j|apiguardian|assertj|byte-buddy|surefire).*");

    @TempDir
    private Path classes;

    static List<Jdk> jdks() {
        return Boolean.getBoolean("consumer.everyJdk") ? Jdk.all() : List.of(Jdk.current());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void consumerCompilesAndRunsOnTheClassPath(Jdk jdk) {
        compile(jdk, "--class-path", source -> !source.endsWith("module-info.java"));
        assertThat(run(jdk, "--class-path", classes + File.pathSeparator + jars(), Consumer.class.getName()))
                .isEqualTo(EXPECTED);
        report(jdk, "class path");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void consumerCompilesAndRunsOnTheModulePath(Jdk jdk) {
        compile(jdk, "--module-path", source -> true);
        assertThat(run(
                        jdk,
                        "--module-path",
                        classes + File.pathSeparator + jars(),
                        "--module",
                        "io.github.qlikconnections.consumer/" + Consumer.class.getName()))
                .isEqualTo(EXPECTED);
        report(jdk, "module path");
    }

    private void compile(Jdk jdk, String path, Predicate<Path> included) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> sources = files.filter(Files::isRegularFile)
                    .filter(included)
                    .map(Path::toString)
                    .toList();
            List<String> options = List.of(
                    "-J" + WITHOUT_OPTIMIZING_COMPILER,
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-d",
                    classes.toString(),
                    path,
                    jars());
            jdk.run("javac", Stream.concat(options.stream(), sources.stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> run(Jdk jdk, String... arguments) {
        return jdk.run(
                "java",
                Stream.concat(Stream.of(WITHOUT_OPTIMIZING_COMPILER), Stream.of(arguments))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void fakeTenantMainRunsWithoutJUnit(Jdk jdk) {
        String testkit = Stream.of(jars().split(File.pathSeparator))
                .filter(jar -> jar.contains("qlik-connections-testkit") || jar.contains("jackson-"))
                .collect(joining(File.pathSeparator));

        assertThat(run(jdk, "--class-path", testkit, FakeTenantMain.class.getName(), "--api-key=k"))
                .singleElement()
                .asString()
                .startsWith("FakeTenant ready: http://127.0.0.1:")
                .endsWith("api key: k");
    }

    /**
     * Returns the jars of a user's project: library, testkit and their dependencies, without the test dependencies of
     * this module.
     */
    private static String jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !TEST_LIBRARIES
                        .matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .collect(joining(File.pathSeparator));
    }

    /** Prints a line for each combination if the whole matrix runs. */
    private static void report(Jdk jdk, String path) {
        if (Boolean.getBoolean("consumer.everyJdk")) {
            System.out.printf(
                    "%-16s  JDK %-2d  %-11s  compiles and runs%n",
                    System.getProperty("consumer.versions"), jdk.feature(), path);
        }
    }
}
