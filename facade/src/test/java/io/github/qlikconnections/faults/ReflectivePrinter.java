package io.github.qlikconnections.faults;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.auth.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Collects everything that a value prints, or that the values it returns print. */
final class ReflectivePrinter {

    private static final int DEEP = 4;
    private static final Map<Class<?>, List<Method>> GETTERS = new ConcurrentHashMap<>();

    private ReflectivePrinter() {}

    /** Collects the strings of a value, its parts and the results of its getters. */
    static String by(Object value) {
        StringBuilder text = new StringBuilder();
        add(value, DEEP, text);
        return text.toString();
    }

    /** Collects the stack trace with messages, causes and suppressed exceptions, and the results of the getters. */
    static String byThrown(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace + by(thrown);
    }

    private static void add(Object value, int levels, StringBuilder text) {
        if (value == null) {
            return;
        }
        if (value instanceof Optional<?> optional) {
            add(optional.orElse(null), levels, text);
            return;
        }
        if (value instanceof Throwable && !isOwn(value)) {
            // Exceptions of the caller's code are returned to the caller, so their messages are not checked. The causes
            // chosen by the library are in the stack traces of byThrown.
            text.append(value.getClass().getName()).append('\n');
            return;
        }
        text.append(value).append('\n');
        if (levels == 0 || value instanceof Secret || value instanceof Paged<?>) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, part) -> {
                add(key, levels - 1, text);
                add(part, levels - 1, text);
            });
        } else if (value instanceof Iterable<?> parts) {
            parts.forEach(part -> add(part, levels - 1, text));
        } else if (isOwn(value)) {
            addGetters(value, levels, text);
        }
    }

    private static boolean isOwn(Object value) {
        return value.getClass().getName().startsWith("io.github.qlikconnections.");
    }

    private static List<Method> getters(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass().getName().startsWith("io.github.qlikconnections."))
                .toList();
    }

    private static void addGetters(Object value, int levels, StringBuilder text) {
        for (Method method : GETTERS.computeIfAbsent(value.getClass(), ReflectivePrinter::getters)) {
            try {
                add(method.invoke(value), levels - 1, text);
            } catch (ReflectiveOperationException e) {
                text.append(e.getCause()).append('\n');
            }
        }
    }
}
