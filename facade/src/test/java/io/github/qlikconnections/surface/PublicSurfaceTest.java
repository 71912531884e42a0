package io.github.qlikconnections.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API contains no type of the generated client, Jackson or HttpClient, so that these can change. */
class PublicSurfaceTest {

    private static final String ROOT = "io.github.qlikconnections";

    private final ModuleDescriptor module =
            ModuleFinder.of(PublicTypes.classes()).find(ROOT).orElseThrow().descriptor();
    private final Set<String> exported =
            module.exports().stream().map(Exports::source).collect(Collectors.toSet());

    @Test
    void allPackagesExceptInternalOnesAreExported() {
        assertThat(exported)
                .containsExactlyInAnyOrderElementsOf(module.packages().stream()
                        .filter(name -> !name.startsWith(ROOT + ".internal"))
                        .toList());
        assertThat(module.exports()).noneMatch(Exports::isQualified);
        assertThat(module.opens()).isEmpty();
    }

    @Test
    void publicTypesReferToOwnTypesAndTheJdkOnly() {
        List<Class<?>> types = PublicTypes.all();
        assertThat(types).hasSizeGreaterThan(50);
        Set<String> strangers = new TreeSet<>();
        for (Class<?> type : types) {
            surface(type)
                    .flatMap(PublicSurfaceTest::involved)
                    .filter(used -> !allowed(used))
                    .forEach(used -> strangers.add(type.getName() + " shows " + used.getName()));
        }
        assertThat(strangers).isEmpty();
    }

    private boolean allowed(Class<?> used) {
        return used.isPrimitive()
                || used.getName().startsWith("java.")
                || used.getName().startsWith("javax.net.ssl.")
                || (exported.contains(used.getPackageName()) && Modifier.isPublic(used.getModifiers()));
    }

    private static Stream<Type> surface(Class<?> type) {
        Stream<Type> members = Stream.<Member[]>of(
                        type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Stream::of)
                .filter(member -> visible(member.getModifiers()) && !member.isSynthetic())
                .flatMap(PublicSurfaceTest::types);
        Stream<Type> supertypes =
                Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()));
        return Stream.of(members, supertypes, bounds(type.getTypeParameters())).flatMap(types -> types);
    }

    private static Stream<Type> types(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getGenericType());
        }
        Executable executable = member instanceof Method method ? method : (Constructor<?>) member;
        return Stream.of(
                        Stream.of(executable.getGenericParameterTypes()),
                        Stream.of(executable.getGenericExceptionTypes()),
                        bounds(executable.getTypeParameters()),
                        member instanceof Method method
                                ? Stream.of(method.getGenericReturnType())
                                : Stream.<Type>empty())
                .flatMap(types -> types);
    }

    private static Stream<Type> bounds(TypeVariable<?>[] variables) {
        return Stream.of(variables).flatMap(variable -> Stream.of(variable.getBounds()));
    }

    /** Returns the classes in a type, including type arguments and bounds. */
    private static Stream<Class<?>> involved(Type type) {
        if (type instanceof Class<?> plain) {
            return Stream.of(plain.isArray() ? plain.getComponentType() : plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(Stream.of(generic.getRawType()), Stream.of(generic.getActualTypeArguments()))
                    .flatMap(PublicSurfaceTest::involved);
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.concat(Stream.of(wildcard.getUpperBounds()), Stream.of(wildcard.getLowerBounds()))
                    .flatMap(PublicSurfaceTest::involved);
        }
        if (type instanceof GenericArrayType array) {
            return involved(array.getGenericComponentType());
        }
        // The bounds of a type variable are checked where it is declared.
        return Stream.empty();
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
