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
    private static final Pattern JAVADOC_BLOCK =
            Pattern.compile("<pre>\\{@code\\R(.*?)(?: \\* )?}</pre>", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\S+);$");
    private static final List<Path> OVERVIEWS = List.of(
            Path.of("..", "facade", "src", "main", "java", "module-info.java"),
            Path.of("..", "tools", "javadoc-site", "overview.html"));
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
    void everyPageContainsOnlyCompiledCode() {
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
    void overviewsOfTheJavadocContainOnlyCompiledCode() {
        List<String> sample = read(SAMPLE.resolveSibling("EntryPointSamples.java"))
                .lines()
                .map(String::strip)
                .toList();

        assertThat(OVERVIEWS).allSatisfy(overview -> {
            Matcher block = JAVADOC_BLOCK.matcher(read(overview));
            assertThat(block.find()).isTrue();
            assertThat(sample)
                    .containsSequence(block.group(1)
                            .lines()
                            .map(line -> line.replaceFirst("^ \\* ", ""))
                            .toList());
        });
    }

    @Test
    void overviewOfTheJavadocSiteLinksEveryPublicPackage() {
        String overview = read(OVERVIEWS.get(1));

        assertThat(Stream.of("facade", "testkit", "extensions")
                        .flatMap(module -> files(Path.of("..", module), "package-info.java"))
                        .map(ReadmeTest::read)
                        .map(PACKAGE::matcher)
                        .filter(Matcher::find)
                        .map(declaration -> declaration.group(1))
                        .filter(name -> !name.contains(".internal")))
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(overview).contains("{@link " + name + "}"));
    }

    @Test
    void everyGuideHasAtMostTwoScreens() {
        assertThat(files(GUIDES, ".md"))
                .isNotEmpty()
                .allSatisfy(guide -> assertThat(read(guide).lines()).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void everyGuideIsInTheTableOfTheReadme() {
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

    private static List<Path> pages() {
        return Stream.concat(Stream.of(README), files(Path.of("..", "docs"), ".md"))
                .toList();
    }

    /** Returns the files below a folder, without build output. */
    private static Stream<Path> files(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(extension))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
