package io.github.qlikconnections.internal.text;

import java.util.Set;

/** Decides from the name of a property whether its value is the name of a user. The API stores such a value with the credentials. */
public final class UserNames {

    /** Names of properties, in lower case and reduced to letters. */
    private static final Set<String> NAMES = Set.of("username", "user", "userid", "email", "uid", "login");

    private UserNames() {}

    /**
     * Returns whether a property of this name contains a user name.
     *
     * @param property the name of the property
     * @return whether its value belongs to the credentials
     */
    public static boolean isUserName(String property) {
        return NAMES.contains(NameNormalizer.normalize(property).replaceAll("[^a-z]", ""));
    }
}
