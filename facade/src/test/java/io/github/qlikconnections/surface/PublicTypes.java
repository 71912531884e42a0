package io.github.qlikconnections.surface;

import io.github.qlikconnections.QlikClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The public types and their methods. */
final class PublicTypes {

    private static final String ROOT = "io.github.qlikconnections";
    private static final List<Class<?>> ALL = find();

    private PublicTypes() {}

    static List<Class<?>> all() {
        return ALL;
    }

    private static List<Class<?>> find() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> name.startsWith(ROOT) && !name.startsWith(ROOT + ".internal."))
                    .<Class<?>>map(PublicTypes::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass())
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the public methods that a type declares, without those of Object. */
    static List<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> isPublic(method) && !method.getName().equals("equals"))
                .filter(method -> !type.isEnum() || !method.getName().equals("valueOf"))
                .toList();
    }

    private static boolean isPublic(Executable member) {
        return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the folder of the compiled library. */
    static Path classes() {
        try {
            return Path.of(QlikClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
