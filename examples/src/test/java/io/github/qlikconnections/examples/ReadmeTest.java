package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the pages in {@code docs} show only compiled code, and guides stay short. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVADOC_BLOCK = Pattern.compile("<pre>\\{@code\\R(.*?) \\* }</pre>", Pattern.DOTALL);
    private static final Path README = Path.of("..", "README.md");
    private static final Path GUIDES = Path.of("..", "docs", "guides");
    private static final Path SAMPLE =
            Path.of("src", "main", "java", "io", "github", "qlikconnections", "examples", "CreateConnection.java");

    @Test
    void readmeContainsTheCompiledSample() throws IOException {
        String source = Files.readString(SAMPLE);
        String sample = source.substring(source.indexOf("import "));
        assertThat(Files.readString(README))
                .as("the Java block of README.md is a copy of CreateConnection.java without its package line")
                .contains("```java\n" + sample + "```\n");
    }

    @Test
    void everyPageContainsOnlyCompiledCode() throws IOException {
        String sources = Stream.concat(files(Path.of(""), ".java"), files(Path.of("..", "extensions"), "Sample.java"))
                .map(file -> stripped(read(file)))
                .collect(Collectors.joining());
        List<String> blocks = new ArrayList<>();
        for (Path page : pages()) {
            Matcher block = JAVA_BLOCK.matcher(read(page));
            while (block.find()) {
                blocks.add(stripped(block.group(1)));
            }
        }
        assertThat(blocks).isNotEmpty();
        assertThat(sources).contains(blocks);
    }

    @Test
    void overviewOfTheJavadocContainsOnlyCompiledCode() throws IOException {
        String overview = read(Path.of("..", "facade", "src", "main", "java", "module-info.java"));
        Matcher block = JAVADOC_BLOCK.matcher(overview);
        assertThat(block.find()).isTrue();

        assertThat(read(SAMPLE.resolveSibling("EntryPointSamples.java")).lines().map(String::strip))
                .containsSequence(block.group(1)
                        .lines()
                        .map(line -> line.replaceFirst("^ \\* ", ""))
                        .toList());
    }

    @Test
    void everyGuideHasAtMostTwoScreens() throws IOException {
        assertThat(files(GUIDES, ".md"))
                .isNotEmpty()
                .allSatisfy(guide -> assertThat(read(guide).lines()).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void everyGuideIsInTheTableOfTheReadme() throws IOException {
        assertThat(files(GUIDES, ".md"))
                .allSatisfy(guide -> assertThat(read(README)).contains("](docs/guides/" + guide.getFileName() + ") |"));
    }

    @Test
    void readmeContainsTheCurrentVersion() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String revision = pom.substring(pom.indexOf("<revision>") + "<revision>".length(), pom.indexOf("</revision>"));
        assertThat(Files.readString(README))
                .contains("<artifactId>qlik-connections-bom</artifactId>\n      <version>" + revision + "</version>")
                .contains("qlik-connections-bom:" + revision + "\"")
                .contains("State: " + revision + ",");
    }

    private static List<Path> pages() throws IOException {
        return Stream.concat(Stream.of(README), files(Path.of("..", "docs"), ".md"))
                .toList();
    }

    /** Returns the files below a folder, without build output. */
    private static Stream<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(extension))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines without indentation, which differs between a page and a class. */
    private static String stripped(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
    }
}
