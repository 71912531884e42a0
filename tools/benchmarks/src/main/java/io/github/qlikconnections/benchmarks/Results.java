package io.github.qlikconnections.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints the tables of a run and writes them as Markdown. */
final class Results {

    private static final String[] HEAD = {"what", "library", "baseline", "compared", "spread", "goal", ""};

    private static final Pattern VERSION =
            Pattern.compile("\\b(httpclient5|jackson-databind|json-schema)-([0-9][^/\\\\]*)\\.jar");

    private final List<String> markdown = new ArrayList<>();

    Results() {
        markdown.add("<!-- Written by the benchmarks; " + LocalDate.now(ZoneOffset.UTC) + ". -->");
        markdown.add("");
        markdown.add("Taken on " + LocalDate.now(ZoneOffset.UTC) + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors" + model() + ", JDK "
                + System.getProperty("java.version") + "; " + versions() + ".");
    }

    /** Prints a table and adds it to the Markdown file. */
    void add(String title, List<ResultRow> rows) {
        List<String[]> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(row.cells()));
        int[] widths = new int[HEAD.length];
        for (String[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        System.out.println();
        System.out.println(title);
        lines.forEach(line -> System.out.println(padded(line, widths, "  ").stripTrailing()));
        System.out.flush();
        markdown.add("");
        markdown.add("### " + title);
        markdown.add("");
        markdown.add("| " + padded(HEAD, widths, " | ") + " |");
        StringBuilder rule = new StringBuilder("|");
        for (int width : widths) {
            rule.append("-".repeat(width + 2)).append('|');
        }
        markdown.add(rule.toString());
        rows.forEach(row -> markdown.add("| " + padded(row.cells(), widths, " | ") + " |"));
        write();
    }

    /** Writes the file. Called after each table, so that an interrupted run leaves its results. */
    private void write() {
        try {
            Path target = Files.createDirectories(Path.of(System.getProperty("benchmarks.target", "target")));
            Files.write(target.resolve("results.md"), markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String padded(String[] cells, int[] widths, String between) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            padded.add(cells[i] + " ".repeat(widths[i] - cells[i].length()));
        }
        return String.join(between, padded);
    }

    /** Returns the versions of the libraries that both sides use, from the names of the jars. */
    private static String versions() {
        return VERSION.matcher(System.getProperty("java.class.path"))
                .results()
                .map(jar -> jar.group(1) + " " + jar.group(2))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 2) + ")")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
