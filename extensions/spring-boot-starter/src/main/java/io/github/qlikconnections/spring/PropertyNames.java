package io.github.qlikconnections.spring;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Complete names of settings, for messages. */
final class PropertyNames {

    private PropertyNames() {}

    static String of(String name) {
        return QlikConnectionsProperties.PREFIX + "." + name;
    }

    /** Returns an enumeration of names, such as {@code a, b and c}. */
    static String all(String... names) {
        String last = of(names[names.length - 1]);
        return Arrays.stream(names, 0, names.length - 1).map(PropertyNames::of).collect(Collectors.joining(", "))
                + " and " + last;
    }
}
