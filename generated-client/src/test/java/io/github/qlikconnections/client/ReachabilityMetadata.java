package io.github.qlikconnections.client;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Creates the metadata of GraalVM Native Image for compiled classes: all types that Jackson reads or writes by reflection. */
final class ReachabilityMetadata {

    private static final int INDENT = 4;

    private static final String ENTRY = """
            {
              "type": "%s",
              "allDeclaredConstructors": true,
              "allDeclaredMethods": true,
              "allDeclaredFields": true
            }""";

    private ReachabilityMetadata() {}

    static String of(Path classes, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> load(file, loader))
                    .filter(ReachabilityMetadata::isBound)
                    .map(Class::getName)
                    .sorted()
                    .map(type -> ENTRY.formatted(type).indent(INDENT).stripTrailing())
                    .collect(joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
        }
    }

    private static boolean isBound(Class<?> type) {
        return type.isAnnotationPresent(JsonModel.class)
                || type.isAnnotationPresent(JsonIgnoreType.class)
                || type.isEnum();
    }

    private static Class<?> load(String file, ClassLoader loader) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
