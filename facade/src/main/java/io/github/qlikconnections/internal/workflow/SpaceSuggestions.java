package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.model.Space;
import java.util.List;

/** Suggests spaces for an unknown name or id. */
final class SpaceSuggestions {

    private static final int NEAREST = 3;

    private SpaceSuggestions() {}

    /** Suggests names for an unknown name. */
    static String forName(String name, List<Space> spaces) {
        List<String> names = spaces.stream().map(Space::name).toList();
        return UnicodeNameMatcher.describeDifference(name, names).orElseGet(() -> {
            List<String> nearest = NameSuggester.suggest(name, names, NEAREST);
            return nearest.isEmpty() ? "See spaces().list() for the names." : NameSuggester.toQuestion(nearest);
        });
    }

    /** Suggests a space for an unknown id. A common mistake is to use the name of the space as its id. */
    static String forId(String id, List<Space> spaces) {
        List<String> names = spaces.stream().map(Space::name).toList();
        List<String> nearest = names.contains(id) ? List.of(id) : NameSuggester.suggest(id, names, 1);
        return spaces.stream()
                .filter(space -> nearest.contains(space.name()))
                .findFirst()
                .map(space -> NameSuggester.toQuestion(List.of("the space named \"" + space.name() + "\""))
                        + " Use its id \"" + space.id() + "\", or use inSpaceNamed(\"" + space.name() + "\").")
                .orElse("See spaces().list() for the ids.");
    }
}
