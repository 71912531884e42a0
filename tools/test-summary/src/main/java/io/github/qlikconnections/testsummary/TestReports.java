package io.github.qlikconnections.testsummary;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the XML reports of all modules, however deep they are nested. */
final class TestReports {

    private static final String FOLDER = "surefire-reports";
    private static final Pattern NAME = Pattern.compile("TEST-.*\\.xml");

    private TestReports() {}

    /** Returns the reports that were written at or after an instant, so that reports of renamed tests are not counted. */
    static List<Path> since(Path root, Instant start) throws IOException {
        List<Path> reports = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // Other files in a target folder do not belong to a module. They can be copies of the repository.
                return isIn("target", folder) && !folder.endsWith(FOLDER)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isIn(FOLDER, file)
                        && NAME.matcher(file.getFileName().toString()).matches()
                        && !attributes.lastModifiedTime().toInstant().isBefore(start)) {
                    reports.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return reports;
    }

    private static boolean isIn(String folder, Path path) {
        Path parent = path.getParent();
        return parent != null && parent.endsWith(folder);
    }
}
