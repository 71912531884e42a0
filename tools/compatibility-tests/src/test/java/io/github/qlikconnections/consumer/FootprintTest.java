package io.github.qlikconnections.consumer;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.FakeTenant;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number and size of the jars and the number of classes that the library adds to an application. */
class FootprintTest {

    /** Jars that only the tests of this module need. */
    private static final Pattern FOR_TESTS = Pattern.compile(
            "(qlik-connections-testkit|junit|opentest4j|apiguardian|assertj|byte-buddy|slf4j-nop|surefire).*");

    private static final Pattern LOADED = Pattern.compile(" (\\S+) source: (?:file:|jar:file:)?\\S*?([^/]+\\.jar)");

    private static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !FOR_TESTS.matcher(jar.getFileName().toString()).matches())
                .toList();
    }

    @Test
    void libraryAddsFewAndSmallJars() throws IOException {
        long all = 0;
        long own = 0;
        for (Path jar : jars()) {
            all += Files.size(jar);
            own += jar.getFileName().toString().startsWith("qlik-connections") ? Files.size(jar) : 0;
        }
        record(
                "jars",
                "%d jars that a user adds, %,d KB, our own of them %,d KB"
                        .formatted(jars().size(), all / 1000, own / 1000));
        assertThat(jars()).hasSizeLessThanOrEqualTo(12);
        assertThat(all).isLessThanOrEqualTo(6_200_000);
        assertThat(own).isLessThanOrEqualTo(1_100_000);
    }

    @Test
    void firstCallLoadsFewClasses(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("classes.log");
        Map<String, Integer> byJar = new TreeMap<>();
        StringBuilder ours = new StringBuilder();
        try (FakeTenant tenant = FakeTenant.start()) {
            String id = tenant.addConnection("rest", "Weather", null, Map.of("url", "https://weather.example"));
            String path = Stream.concat(
                            Stream.of(Path.of("target", "test-classes")), Stream.concat(jars().stream(), nop()))
                    .map(Path::toString)
                    .collect(joining(File.pathSeparator));
            assertThat(Jdk.current()
                            .run(
                                    "java",
                                    List.of(
                                            "-Xlog:class+load:file=" + log,
                                            "-cp",
                                            path,
                                            FirstCall.class.getName(),
                                            tenant.url(),
                                            tenant.apiKey(),
                                            id)))
                    .containsExactly("Weather");
        }
        for (String line : Files.readAllLines(log)) {
            Matcher loaded = LOADED.matcher(line);
            if (loaded.find()) {
                byJar.merge(loaded.group(2).replaceFirst("-[0-9].*", ""), 1, Integer::sum);
                if (loaded.group(1).startsWith("io.github.qlikconnections.")) {
                    ours.append(loaded.group(1)).append('\n');
                }
            }
        }
        int all = byJar.values().stream().mapToInt(Integer::intValue).sum();
        record("classes", all + " classes loaded for the first call: " + byJar);
        assertThat(byJar).as("a call without a draft needs no schema engine").doesNotContainKey("json-schema");
        assertThat(ours.toString())
                .as("classes that the first call does not need")
                .doesNotContain(
                        ".internal.token.TokenEndpoint",
                        ".internal.token.ClientAssertionSigner",
                        ".internal.spec.",
                        ".client.spaces.model.");
        assertThat(all).isPositive().isLessThanOrEqualTo(1050);
    }

    private static void record(String name, String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "measurements"));
        Files.writeString(folder.resolve(name + ".txt"), text + "\n");
    }

    private static Stream<Path> nop() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("slf4j-nop"))
                .map(Path::of);
    }
}
