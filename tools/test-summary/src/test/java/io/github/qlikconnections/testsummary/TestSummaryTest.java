package io.github.qlikconnections.testsummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path root;

    private Path report(String path, String counts) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<?xml version=\"1.0\"?>\n<testsuite name=\"x\" " + counts + "><testcase name=\"a\"/></testsuite>");
        return Files.setLastModifiedTime(file, FileTime.from(START));
    }

    private String line() throws IOException {
        return TestCounts.of(TestReports.since(root, START)).toString();
    }

    @Test
    void reportsOfNestedModulesAreCounted() throws IOException {
        report("facade/target/surefire-reports/TEST-a.xml", "tests=\"900\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        report(
                "tools/compatibility-tests/own-versions/target/surefire-reports/TEST-a.xml",
                "tests=\"150\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        report("a/b/c/target/surefire-reports/TEST-b.xml", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");

        assertThat(line()).isEqualTo("1,051 tests ran, all passed");
    }

    @Test
    void failuresErrorsAndSkippedTestsAreNamed() throws IOException {
        report("a/target/surefire-reports/TEST-a.xml", "tests=\"10\" errors=\"1\" skipped=\"2\" failures=\"3\"");
        report("b/target/surefire-reports/TEST-b.xml", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");

        assertThat(line()).isEqualTo("13 tests ran, 4 failed, 2 skipped");
    }

    @Test
    void reportsOfEarlierBuildsAndOtherFilesAreNotCounted() throws IOException {
        String ten = "tests=\"10\" errors=\"0\" skipped=\"0\" failures=\"0\"";
        Path old = report("a/target/surefire-reports/TEST-old.xml", ten);
        Files.setLastModifiedTime(old, FileTime.from(START.minusMillis(1)));
        report("a/target/surefire-reports/other.xml", ten);
        report("a/target/TEST-a.xml", ten);
        report("a/target/copy/b/target/surefire-reports/TEST-b.xml", ten);

        assertThat(line()).isEqualTo("No tests ran");
    }

    @Test
    void reportThatCannotBeReadIsNamed() throws IOException {
        Path broken = report("a/target/surefire-reports/TEST-a.xml", "tests=\"many\"");

        assertThatIOException().isThrownBy(this::line).withMessageContaining(broken.toString());
    }
}
