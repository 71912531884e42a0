package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What belongs to one tool or suite is in the POM of its module, so that the root POM remains readable. */
class RootPomTest {

    private static final String POM = RepositoryFiles.read(Path.of("pom.xml"));

    @Test
    void hasAtMost450Lines() {
        assertThat(POM.lines()).hasSizeLessThanOrEqualTo(450);
    }

    @Test
    void hasAtMostSixProfiles() {
        assertThat(Pattern.compile("<profile>").matcher(POM).results()).hasSizeBetween(1, 6);
    }
}
