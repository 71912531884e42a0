package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Path README = Path.of("..", "README.md");
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
    void everyGuideContainsOnlyCompiledCode() throws IOException {
        String sources = "";
        try (Stream<Path> files = Files.list(SAMPLE.getParent())) {
            for (Path file : files.toList()) {
                sources += stripped(Files.readString(file));
            }
        }
        List<String> blocks = new ArrayList<>();
        try (Stream<Path> guides = Files.walk(Path.of("..", "docs"))) {
            for (Path guide : guides.filter(Files::isRegularFile).toList()) {
                Matcher block = JAVA_BLOCK.matcher(Files.readString(guide));
                while (block.find()) {
                    blocks.add(stripped(block.group(1)));
                }
            }
        }
        assertThat(blocks).isNotEmpty();
        assertThat(sources).contains(blocks);
    }

    /** Returns the lines without indentation, which differs between a page and a class. */
    private static String stripped(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void readmeContainsTheCurrentVersion() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String revision = pom.substring(pom.indexOf("<revision>") + "<revision>".length(), pom.indexOf("</revision>"));
        String version = "<version>" + revision + "</version>";
        assertThat(Files.readString(README))
                .contains("<artifactId>qlik-connections</artifactId>\n  " + version)
                .contains("<artifactId>qlik-connections-testkit</artifactId>\n  " + version);
    }
}
