package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.model.Space;
import java.util.List;

/** Suggests which space may have been meant by a name or an id that no space has. */
final class SpaceSuggestions {

    private static final int NEAREST = 3;

    private SpaceSuggestions() {}

    /** Suggests names for a name. */
    static String forName(String name, List<Space> spaces) {
        List<String> names = spaces.stream().map(Space::name).toList();
        return UnicodeNameMatcher.describeDifference(name, names).orElseGet(() -> {
            List<String> nearest = NameSuggester.suggest(name, names, NEAREST);
            return nearest.isEmpty() ? "see spaces().list() for the names" : NameSuggester.toQuestion(nearest);
        });
    }

    /** Suggests a space for an id. A common mistake is to give the name where the API takes the id. */
    static String forId(String id, List<Space> spaces) {
        List<String> names = spaces.stream().map(Space::name).toList();
        List<String> nearest = names.contains(id) ? List.of(id) : NameSuggester.suggest(id, names, 1);
        return spaces.stream()
                .filter(space -> nearest.contains(space.name()))
                .findFirst()
                .map(space -> "did you mean the space named \"" + space.name() + "\"? Give its id \"" + space.id()
                        + "\", or use inSpaceNamed(\"" + space.name() + "\")")
                .orElse("see spaces().list() for the ids");
    }
}
