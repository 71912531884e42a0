package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of {@code docs}, or a table between two comments of a page, that a test generates.
 *
 * <p>Tests with {@code -Dreference.write=true} write it, and so do those with {@code -Dapi.refresh=true}, which follow a changed
 * OpenAPI document.
 */
public final class GeneratedFile {

    private static final String BEGIN = "<!-- generated -->\n";
    private static final String END = "<!-- end -->\n";

    private GeneratedFile() {}

    /** Compares the first table of a page. */
    static void assertTableIsCurrent(String page, String table) {
        assertTableIsCurrent(page, "", table);
    }

    /** Compares the first table of a page that follows a heading. */
    public static void assertTableIsCurrent(String page, String heading, String table) {
        String text = RepositoryFiles.read(Path.of(page)).replace("\r\n", "\n");
        int begin = text.indexOf(BEGIN, text.indexOf(heading)) + BEGIN.length();
        assertCurrent(page, text.substring(0, begin) + table + text.substring(text.indexOf(END, begin)));
    }

    /** Compares a whole file. */
    static void assertCurrent(String name, String content) {
        Path file = Path.of(name);
        if (Boolean.getBoolean("reference.write") || Boolean.getBoolean("api.refresh")) {
            write(file, content);
        }
        assertThat(RepositoryFiles.read(file).replace("\r\n", "\n"))
                .as("%s; write it with -Dreference.write=true", name)
                .isEqualTo(content);
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(RepositoryFiles.absolute(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
