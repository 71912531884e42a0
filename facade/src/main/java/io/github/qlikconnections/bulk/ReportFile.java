package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.json.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads and writes files with the items of a report. */
final class ReportFile {

    private static final long VERSION = 1;
    private static final String CONTENT = "report";
    private static final String TYPE = "type";
    private static final String VERSION_MEMBER = "version";
    private static final String ITEMS = "items";

    private ReportFile() {}

    /**
     * Writes the items of a report.
     *
     * @param type the simple name of the report's class
     */
    static void write(Path file, Class<?> type, List<Map<String, Object>> items) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(TYPE, type.getSimpleName());
        content.put(VERSION_MEMBER, VERSION);
        content.put(ITEMS, items);
        JsonFile.write(file, CONTENT, content);
    }

    /**
     * Reads the items of a report.
     *
     * @throws IllegalArgumentException if the file has no report of this type, or an item cannot be read
     */
    static <T> List<T> read(Path file, Class<?> type, Function<ReportMembers, T> item) {
        if (!(JsonFile.read(file, CONTENT) instanceof Map<?, ?> content)
                || !type.getSimpleName().equals(content.get(TYPE))
                || !(content.get(ITEMS) instanceof List<?> items)) {
            throw new IllegalArgumentException("The file " + file + " has no " + type.getSimpleName()
                    + ". Use a file that its method save(..) has written.");
        }
        if (!Long.valueOf(VERSION).equals(content.get(VERSION_MEMBER))) {
            throw new IllegalArgumentException("The report in the file " + file + " has version "
                    + content.get(VERSION_MEMBER) + ", and this library reads version " + VERSION + ".");
        }
        List<T> read = new ArrayList<>();
        for (Object value : items) {
            try {
                read.add(item.apply(ReportMembers.of(value)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Item " + (read.size() + 1) + " of the report in the file " + file + " cannot be read: "
                                + e.getMessage(),
                        e);
            }
        }
        return read;
    }
}
