package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table that a test generates from the code and that a page of {@code docs/reference} contains between two comments.
 *
 * <p>Tests with {@code -Dreference.write=true} write the table into the page.
 */
final class GeneratedTable {

    private static final String BEGIN = "<!-- generated -->\n";
    private static final String END = "<!-- end -->\n";

    private GeneratedTable() {}

    static void assertCurrent(String page, String table) {
        Path file = Path.of(page);
        String text = RepositoryFiles.read(file).replace("\r\n", "\n");
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("reference.write")) {
            write(file, text.substring(0, begin) + table + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end))
                .as("table of %s; write it with -Dreference.write=true", page)
                .isEqualTo(table);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(RepositoryFiles.absolute(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
