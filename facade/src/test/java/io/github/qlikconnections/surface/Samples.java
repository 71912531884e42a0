package io.github.qlikconnections.surface;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An instance of each public type, made with its factories and builders, with a marker in every secret. */
final class Samples {

    /** The marker in every secret and every property value. */
    static final String MARKER = "m4rk3r";

    private static final Map<Class<?>, Object> KNOWN = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(boolean.class, true),
            Map.entry(String.class, "x"),
            Map.entry(Object.class, "x"),
            Map.entry(CharSequence.class, "x"),
            Map.entry(char[].class, MARKER.toCharArray()),
            Map.entry(byte[].class, MARKER.getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
            Map.entry(String[].class, new String[] {"x"}),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(URI.class, URI.create("https://accounts.example.com/")),
            Map.entry(Path.class, Path.of("no-such-file")),
            Map.entry(Throwable.class, new IllegalStateException(MARKER)),
            Map.entry(QlikException.class, new QlikException("x", new IllegalStateException(MARKER))),
            Map.entry(List.class, List.of()),
            Map.entry(Collection.class, List.of()),
            Map.entry(Iterable.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of("password", MARKER)),
            Map.entry(Secret.class, Secret.of(MARKER)),
            Map.entry(
                    PatchOperation.class,
                    PatchOperation.set(PatchOperation.Op.ADD, "/connectionProperties/tokens", List.of(MARKER))),
            Map.entry(
                    ConnectionSpec.class,
                    ConnectionSpec.parse(
                            "mssql",
                            "{\"connectionProperties\":{\"properties\":{\"password\":{\"type\":\"string\"}}}}")));

    private final QlikClient client;

    Samples(QlikClient client) {
        this.client = client;
    }

    /** Returns an instance of a type, empty if it cannot be created. */
    Optional<Object> of(Class<?> type) {
        return of(type, new HashSet<>());
    }

    private Optional<Object> of(Class<?> type, Set<Class<?>> pending) {
        if (KNOWN.containsKey(type)) {
            return Optional.of(KNOWN.get(type));
        }
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[0]);
        }
        Optional<Object> part = ofClient(type);
        if (part.isPresent() || !pending.add(type)) {
            return part;
        }
        Optional<Object> made = factories(type)
                .flatMap(factory -> call(null, factory, pending).stream())
                .findFirst();
        if (made.isEmpty()) {
            made = built(type, pending);
        }
        pending.remove(type);
        if (made.isPresent()) {
            return made;
        }
        return type.isInterface() ? Optional.of(stub(type)) : Optional.empty();
    }

    private Optional<Object> built(Class<?> type, Set<Class<?>> pending) {
        return PublicTypes.all().stream()
                .flatMap(builder -> PublicTypes.methods(builder).stream())
                .filter(method -> method.getName().equals("build") && method.getReturnType() == type)
                .findFirst()
                .flatMap(build -> of(build.getDeclaringClass(), pending).flatMap(builder -> invoke(builder, build)));
    }

    private Optional<Object> ofClient(Class<?> type) {
        if (type == QlikClient.class) {
            return Optional.of(client);
        }
        return Stream.of(QlikClient.class.getMethods())
                .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .findFirst()
                .flatMap(method -> invoke(client, method));
    }

    /**
     * Returns static methods that return the type or its builder, and methods of other public types that return it,
     * simple ones first.
     */
    private static Stream<Method> factories(Class<?> type) {
        Stream<Class<?>> owners = Stream.concat(
                Stream.of(type, type.getEnclosingClass() == null ? type : type.getEnclosingClass()),
                PublicTypes.all().stream().filter(other -> !other.isInterface() || other == QlikClient.class));
        return owners.distinct()
                .flatMap(owner -> PublicTypes.methods(owner).stream())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .filter(method -> !method.getName().equals("fromEnvironment"))
                .sorted(Comparator.comparingInt(Method::getParameterCount));
    }

    /** Returns a builder or options value with everything set that its methods can set. */
    Object filled(Object value) {
        Object filled = value;
        for (Method method : PublicTypes.methods(value.getClass())) {
            if (method.getReturnType() == value.getClass() && !Modifier.isStatic(method.getModifiers())) {
                filled = call(filled, method).orElse(filled);
            }
        }
        return filled;
    }

    /** Returns an instance of a type with everything set that its builder can set, empty if it cannot be created. */
    Optional<Object> complete(Class<?> type) {
        return Stream.of(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .findFirst()
                .flatMap(this::of)
                .map(this::filled)
                .flatMap(builder -> PublicTypes.methods(builder.getClass()).stream()
                        .filter(method -> method.getName().equals("build"))
                        .findFirst()
                        .flatMap(build -> invoke(builder, build)))
                .or(() -> of(type));
    }

    /** Returns what a method returns for sample arguments. */
    Optional<Object> call(Object target, Method method) {
        return call(target, method, new HashSet<>());
    }

    private Optional<Object> call(Object target, Method method, Set<Class<?>> pending) {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Optional<Object> argument = of(method.getParameterTypes()[i], pending);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments[i] = argument.get();
        }
        return invoke(target, method, arguments);
    }

    private static Optional<Object> invoke(Object target, Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return Optional.ofNullable(method.invoke(target, arguments));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Object stub(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("toString") ? "stub" : null);
    }
}
