package io.github.qlikconnections.internal.argument;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rejects null arguments of callers that are compiled without null checks. */
public final class Arguments {

    private Arguments() {}

    /**
     * Returns a required argument.
     *
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the argument is null
     */
    public static <T> T require(@Nullable T argument, String parameter) {
        return require(argument, parameter, "It is required");
    }

    /**
     * Returns an argument of a method that sets an optional part.
     *
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the argument is null
     */
    public static <T> T optional(@Nullable T argument, String parameter) {
        return require(argument, parameter, "Omit the call if there is none");
    }

    /**
     * Returns an argument.
     *
     * @param parameter what is null, as the subject of the message
     * @param instead what to write, as a sentence without its full stop
     * @throws IllegalArgumentException if the argument is null
     */
    public static <T> T require(@Nullable T argument, String parameter, String instead) {
        if (argument == null) {
            throw new IllegalArgumentException(parameter + " must not be null. " + instead + ".");
        }
        return argument;
    }

    /**
     * Returns the elements as an unmodifiable list.
     *
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the argument or one of its elements is null
     */
    public static <T> List<T> list(@Nullable Collection<? extends @Nullable T> argument, String parameter) {
        if (argument == null || hasNull(argument)) {
            throw new IllegalArgumentException(parameter
                    + " must not be null or contain null. Leave such entries out, and pass an empty list for none.");
        }
        @SuppressWarnings("NullAway") // no element is null
        List<T> list = List.copyOf(argument);
        return list;
    }

    /** Some collections throw an exception if they are asked whether they contain null. */
    private static boolean hasNull(Collection<? extends @Nullable Object> elements) {
        for (Object element : elements) {
            if (element == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the map.
     *
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the argument, a key or a value is null
     */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> argument, String parameter) {
        Map<K, V> map = require(argument, parameter, "Pass an empty map for none");
        map.forEach((key, value) -> {
            if (key == null || value == null) {
                throw new IllegalArgumentException((key == null ? "A key of " : "The value of " + key + " in ")
                        + parameter + " must not be null. Leave the entry out.");
            }
        });
        return map;
    }
}
