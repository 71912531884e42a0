package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path SAMPLE =
            Path.of("src", "main", "java", "io", "github", "qlikconnections", "examples", "CreateConnection.java");

    @Test
    void showsTheSampleThatIsCompiled() throws IOException {
        String source = Files.readString(SAMPLE);
        String sample = source.substring(source.indexOf("import "));
        assertThat(Files.readString(README))
                .as("the Java block of README.md is a copy of CreateConnection.java without its package line")
                .contains("```java\n" + sample + "```\n");
    }

    @Test
    void showsTheVersionThatIsBuilt() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>") + "</version>".length());
        assertThat(Files.readString(README))
                .contains("<artifactId>qlik-connections</artifactId>\n  " + version)
                .contains("<artifactId>qlik-connections-testkit</artifactId>\n  " + version);
    }
}
