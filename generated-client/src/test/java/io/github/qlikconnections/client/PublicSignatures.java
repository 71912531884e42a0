package io.github.qlikconnections.client;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the accessible signatures of compiled classes: a line for each type and an indented line for each of its members. Names of
 * packages of the client and of the two common packages of the JDK are shortened.
 */
final class PublicSignatures {

    private static final String INDENT = "    ";

    private static final Pattern SHORTENED =
            Pattern.compile("\\b(java\\.(lang|util)\\.(?=[A-Z])|io\\.github\\.qlikconnections\\.client\\.)");

    private final ClassLoader loader;

    private PublicSignatures(ClassLoader loader) {
        this.loader = loader;
    }

    static List<String> of(Path classes, ClassLoader loader) throws IOException {
        PublicSignatures signatures = new PublicSignatures(loader);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.equals("module-info.class"))
                    .map(signatures::load)
                    .filter(PublicSignatures::isVisible)
                    .sorted(Comparator.comparing(Class::getName))
                    .flatMap(signatures::linesOf)
                    .toList();
        }
    }

    private Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return isVisible(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isVisible(outer));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private Stream<String> linesOf(Class<?> type) {
        List<String> members = new ArrayList<>();
        addVisible(members, type.getDeclaredFields(), PublicSignatures::describe);
        addVisible(members, type.getDeclaredConstructors(), of -> describe(of, type.getSimpleName()));
        addVisible(members, type.getDeclaredMethods(), PublicSignatures::describe);
        return Stream.concat(Stream.of(describe(type)), members.stream().map(INDENT::concat));
    }

    private static <M extends Member> void addVisible(List<String> lines, M[] members, Function<M, String> describe) {
        Arrays.stream(members)
                .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
                .sorted(Comparator.<M, String>comparing(Member::getName).thenComparing(describe))
                .map(describe)
                .forEach(lines::add);
    }

    private static String describe(Class<?> type) {
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(supertype -> supertype != Object.class)
                .map(PublicSignatures::name)
                .collect(joining(", "));
        int modifiers = type.getModifiers() & ~(type.isInterface() ? Modifier.ABSTRACT | Modifier.INTERFACE : 0);
        return modifiers(modifiers)
                + (type.isInterface() ? "interface " : type.isEnum() ? "enum " : "class ")
                + name(type)
                + (supertypes.isEmpty() ? "" : " : " + supertypes);
    }

    private static String describe(Field field) {
        return modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName() + member(field);
    }

    /** Returns the name of the JSON member if it differs from that of the field. */
    private static String member(Field field) {
        JsonProperty member = field.getAnnotation(JsonProperty.class);
        return member == null || member.value().equals(field.getName()) ? "" : " = \"" + member.value() + "\"";
    }

    private static String describe(Method method) {
        return describe(method, name(method.getGenericReturnType()) + " " + method.getName());
    }

    private static String describe(Executable executable, String resultAndName) {
        String typeParameters = Arrays.stream(executable.getTypeParameters())
                .map(TypeVariable::getName)
                .collect(joining(", "));
        String parameters = Arrays.stream(executable.getParameters())
                .map(PublicSignatures::describe)
                .collect(joining(", "));
        String exceptions = Arrays.stream(executable.getGenericExceptionTypes())
                .map(PublicSignatures::name)
                .collect(joining(", "));
        return modifiers(executable.getModifiers() & Modifier.methodModifiers() & ~Modifier.SYNCHRONIZED)
                + (typeParameters.isEmpty() ? "" : "<" + typeParameters + "> ")
                + resultAndName
                + "(" + parameters + ")"
                + (exceptions.isEmpty() ? "" : " throws " + exceptions);
    }

    private static String describe(Parameter parameter) {
        return name(parameter.getParameterizedType()) + " " + parameter.getName();
    }

    /** Returns the access modifier if it is not public. All other listed members are protected. */
    private static String modifiers(int modifiers) {
        String words = Modifier.toString(modifiers & ~Modifier.PUBLIC);
        return words.isEmpty() ? "" : words + " ";
    }

    private static String name(Type type) {
        return SHORTENED.matcher(type.getTypeName()).replaceAll("");
    }
}
