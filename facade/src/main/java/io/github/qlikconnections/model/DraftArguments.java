package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the property names and tags of drafts and patches. */
final class DraftArguments {

    private DraftArguments() {}

    /**
     * Returns the name of a property.
     *
     * @throws IllegalArgumentException if it is null
     */
    static String property(@Nullable String name) {
        return Arguments.require(
                name, "The name of a property", "Give it as the specification of the data source spells it");
    }

    /**
     * Returns the tags as an unmodifiable list.
     *
     * @throws IllegalArgumentException if they, or one of them, are null
     */
    static List<String> tags(@Nullable String @Nullable [] tags) {
        for (String tag : Arguments.require(tags, "tags", "Call tags() for none")) {
            Arguments.require(tag, "A tag", "Leave it out of tags");
        }
        return List.of(tags);
    }
}
