package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties in which the copy of a connection differs from the original.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class DuplicateOptions {

    private static final DuplicateOptions DEFAULTS = builder().build();

    private final @Nullable String name;
    private final @Nullable SpaceRef space;
    private final @Nullable String username;
    private final @Nullable Secret password;
    private final Map<String, Object> additionalMembers;

    private DuplicateOptions(Builder builder) {
        this.name = builder.name;
        this.space = builder.space;
        this.username = builder.username;
        this.password = builder.password;
        this.additionalMembers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalMembers));
    }

    /**
     * Returns the options for a copy in the same space, under a name that the tenant generates, with the same
     * credentials.
     *
     * @return the options
     */
    public static DuplicateOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Creates a builder of options.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the name of the copy.
     *
     * @return a name, empty for one that the tenant generates
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns the space of the copy.
     *
     * @return a space, empty for that of the original
     */
    public Optional<SpaceRef> space() {
        return Optional.ofNullable(space);
    }

    /**
     * Returns the user name of the copy.
     *
     * @return a user name, empty for that of the original
     */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /**
     * Returns the password of the copy.
     *
     * @return a password, empty for that of the original
     */
    public Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    /**
     * Returns the members that are sent although the library does not model them.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps in the order given; a string whose name suggests
     *     a secret is a {@link Secret}
     */
    public Map<String, Object> additionalMembers() {
        return additionalMembers;
    }

    /**
     * Returns the values for a JSON library: members of the API by their names in the API, other values by the names of their methods. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("name", name)
                .put(WireMembers.SPACE_ID, space().flatMap(SpaceRef::id))
                .put("spaceName", space().flatMap(SpaceRef::name))
                .put(WireMembers.USERNAME, username)
                .put(WireMembers.PASSWORD, password)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Returns the name and the space. */
    @Override
    public String toString() {
        return "DuplicateOptions[name " + name + ", space " + space + (password == null ? "" : ", other credentials")
                + "]";
    }

    /** Builds {@link DuplicateOptions}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable SpaceRef space;
        private @Nullable String username;
        private @Nullable Secret password;
        private final Map<String, Object> additionalMembers = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the name of the copy.
         *
         * <p>Default: a name that the tenant generates.
         *
         * @param newName a name that is free in the space
         * @return this builder
         */
        public Builder name(String newName) {
            this.name = Arguments.require(newName, "newName");
            return this;
        }

        /**
         * Sets the space of the copy.
         *
         * <p>Default: the space of the original.
         *
         * @param space a space by id or by name; the API cannot copy into the personal space
         * @return this builder
         * @throws IllegalArgumentException if it is the personal space
         */
        public Builder space(SpaceRef space) {
            if (Arguments.require(space, "space").isPersonal()) {
                throw new IllegalArgumentException(
                        "A copy cannot be put into the personal space; copy it, then move it there.");
            }
            this.space = space;
            return this;
        }

        /**
         * Sets other credentials for the copy.
         *
         * <p>Default: the credentials of the original.
         *
         * @param newUsername the user name
         * @param newPassword the password, in the encoding of the connector
         * @return this builder
         */
        public Builder credentials(String newUsername, Secret newPassword) {
            this.username = Arguments.require(newUsername, "newUsername");
            this.password = Arguments.require(newPassword, "newPassword");
            return this;
        }

        /** Returns the options so far, without credentials. */
        @Override
        public String toString() {
            return "Builder of " + build();
        }

        /**
         * Adds a member to the request, for a member of the API that this version of the library does not model.
         *
         * @param name the name of the member
         * @param value a string, boolean, number, secret, list or map of these; a string whose name suggests a secret is sent
         *     and never shown
         * @return this builder
         * @throws IllegalArgumentException if the builder has a method for the member, or if the value is of another type
         */
        public Builder additionalMember(String name, Object value) {
            AdditionalMembers.add(additionalMembers, name, value, RequestSchema.DUPLICATION);
            return this;
        }

        /**
         * Builds the options.
         *
         * @return the options
         */
        public DuplicateOptions build() {
            return new DuplicateOptions(this);
        }
    }
}
