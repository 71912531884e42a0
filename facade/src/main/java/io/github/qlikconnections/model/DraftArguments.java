package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the property names and tags of drafts and patches. */
final class DraftArguments {

    private static final int MAX_LENGTH = 60;
    private static final int SHORTENED = 40;

    private DraftArguments() {}

    /**
     * Returns the name of a property.
     *
     * @throws IllegalArgumentException if it is null
     */
    static String property(@Nullable String name) {
        return Arguments.given(
                name, "The name of a property", "Give it as the specification of the data source spells it");
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
        for (String tag : Arguments.given(tags, "tags", "Call tags() for none")) {
            Arguments.given(tag, "A tag", "Leave it out of tags");
        }
        return List.of(tags);
    }
}
