package io.github.qlikconnections.testsummary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Prints the last line of a build: the number of tests and whether all passed. */
public final class TestSummary {

    private TestSummary() {}

    /**
     * Prints one line.
     *
     * @param args the root of the repository, and the start of the build in the format of Maven
     * @throws IOException if a report cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.out.println(TestCounts.of(TestReports.since(Path.of(args[0]), Instant.parse(args[1]))));
    }
}
