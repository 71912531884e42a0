package io.github.qlikconnections.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The source files of the repository, without build output. */
public final class RepositoryFiles {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String DOCUMENTS =
            "([^/]*|docs/.*|examples/.*)\\.md|\\.github/.*|openapi/.*\\.yaml|generated-client/templates/.*";

    private RepositoryFiles() {}

    /** Returns the files of the main source sets of all modules, relative to the root. */
    static List<Path> mainFiles() {
        return all().stream()
                .filter(file -> path(file).contains("/src/main/"))
                .sorted()
                .toList();
    }

    /** Returns the documents for users and contributors, OpenAPI documents and templates included, relative to the root. */
    static List<Path> documents() {
        return all().stream()
                .filter(file -> path(file).matches(DOCUMENTS))
                .sorted()
                .toList();
    }

    /** Returns the absolute path of a file that is relative to the root. */
    static Path absolute(Path file) {
        return ROOT.resolve(file);
    }

    /** Returns the content of a file that is relative to the root. */
    public static String read(Path file) {
        try {
            return Files.readString(absolute(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the path with slashes on every platform. */
    static String path(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static List<Path> all() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !name.equals(".github");
                    boolean skipped = !folder.equals(ROOT) && (hidden || name.equals("target"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
