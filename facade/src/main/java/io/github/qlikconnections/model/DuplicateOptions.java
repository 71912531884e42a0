package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be different in the copy of a connection. Immutable; every setter gives a changed copy. */
public final class DuplicateOptions {

    private final @Nullable String name;
    private final @Nullable SpaceRef space;
    private final @Nullable String username;
    private final @Nullable Secret password;

    private DuplicateOptions(
            @Nullable String name, @Nullable SpaceRef space, @Nullable String username, @Nullable Secret password) {
        this.name = name;
        this.space = space;
        this.username = username;
        this.password = password;
    }

    /**
     * A copy in the same space, under a name that the tenant makes up, with the same credentials.
     *
     * @return the options
     */
    public static DuplicateOptions defaults() {
        return new DuplicateOptions(null, null, null, null);
    }

    /**
     * Names the copy.
     *
     * @param newName a name that is free in the space
     * @return a changed copy
     */
    public DuplicateOptions named(String newName) {
        return new DuplicateOptions(Arguments.given(newName, "newName"), space, username, password);
    }

    /**
     * Puts the copy into another space.
     *
     * @param space a space by id or by name; the API cannot be told to copy into the personal space
     * @return a changed copy
     * @throws IllegalArgumentException if it is the personal space
     */
    public DuplicateOptions into(SpaceRef space) {
        if (Arguments.given(space, "space").isPersonal()) {
            throw new IllegalArgumentException(
                    "A copy cannot be put into the personal space; copy it, then move it there.");
        }
        return new DuplicateOptions(name, space, username, password);
    }

    /**
     * Gives the copy other credentials.
     *
     * @param newUsername the user name
     * @param newPassword the password, in the connector's own encoding
     * @return a changed copy
     */
    public DuplicateOptions credentials(String newUsername, Secret newPassword) {
        return new DuplicateOptions(
                name,
                space,
                Arguments.given(newUsername, "newUsername"),
                Arguments.given(newPassword, "newPassword"));
    }

    /**
     * The name of the copy.
     *
     * @return a name, empty for one that the tenant makes up
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * The space of the copy.
     *
     * @return a space, empty for that of the original
     */
    public Optional<SpaceRef> space() {
        return Optional.ofNullable(space);
    }

    /**
     * The user name of the copy.
     *
     * @return a user name, empty for that of the original
     */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /**
     * The password of the copy.
     *
     * @return a password, empty for that of the original
     */
    public Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    /** The name and the space of the copy. */
    @Override
    public String toString() {
        return "DuplicateOptions[name=" + name + ", space=" + space + (password == null ? "" : ", other credentials") + "]";
    }
}
