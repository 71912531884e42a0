package io.github.qlikconnections.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks arguments of callers that are compiled without null checks. */
final class Arguments {

    private static final int MAX_LENGTH = 60;
    private static final int SHORTENED = 40;

    private Arguments() {}

    /**
     * Returns the argument.
     *
     * @param parameter what is null, as the subject of the message
     * @param instead what to write, as a sentence without its full stop
     * @throws IllegalArgumentException if it is null
     */
    static <T> T given(@Nullable T argument, String parameter, String instead) {
        if (argument == null) {
            throw new IllegalArgumentException(parameter + " must not be null. " + instead + ".");
        }
        return argument;
    }

    /**
     * Returns the name of a property.
     *
     * @throws IllegalArgumentException if it is null
     */
    static String property(@Nullable String name) {
        return given(name, "The name of a property", "Give it as the specification of the data source spells it");
    }

    /** Returns a name as messages show it: shortened if it is long. */
    static String shown(String name) {
        return name.length() <= MAX_LENGTH
                ? name
                : name.substring(0, SHORTENED) + "… (" + name.length() + " characters)";
    }

    /**
     * Returns the tags as an unmodifiable list.
     *
     * @throws IllegalArgumentException if they, or one of them, are null
     */
    static List<String> tags(@Nullable String @Nullable [] tags) {
        for (String tag : given(tags, "tags", "Call tags() for none")) {
            given(tag, "A tag", "Leave it out");
        }
        return List.of(tags);
    }
}
