package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role of a user or of a group: an entry of {@code assignedRoles} in the response of {@code GET /users/{userId}}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class AssignedRole {

    private final String name;
    private final @Nullable String id;
    private final @Nullable String type;
    private final @Nullable String level;
    private final Map<String, Object> additionalMembers;

    private AssignedRole(Builder builder) {
        this.name = builder.name;
        this.id = builder.id;
        this.type = builder.type;
        this.level = builder.level;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param name for example {@code TenantAdmin}
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns the name, or the id if the tenant returns no name.
     *
     * @return for example {@code TenantAdmin}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the id of the role.
     *
     * @return an opaque string; empty if none was returned
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns the kind of role: {@code default}, {@code custom}, or what the API may add.
     *
     * @return the raw value; empty if none was returned
     */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /**
     * Returns the level of the role: {@code admin}, {@code user}, or what the API may add.
     *
     * @return the raw value; empty if none was returned
     */
    public Optional<String> level() {
        return Optional.ofNullable(level);
    }

    /**
     * Returns the members of the response that the library does not model, by the names of the API.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without nulls; a string whose name suggests a
     *     secret is a {@link io.github.qlikconnections.auth.Secret}
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
                .put("id", id)
                .put("name", name)
                .put("type", type)
                .put("level", level)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssignedRole that
                && name.equals(that.name)
                && Objects.equals(id, that.id)
                && Objects.equals(type, that.type)
                && Objects.equals(level, that.level)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return "AssignedRole[" + name + "]";
    }

    /** Builds an {@link AssignedRole}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable String level;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String name) {
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the value of {@link AssignedRole#id()}.
         *
         * @param id an opaque string
         * @return this builder
         */
        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        /**
         * Sets the value of {@link AssignedRole#type()}.
         *
         * @param type the raw value
         * @return this builder
         */
        public Builder type(@Nullable String type) {
            this.type = type;
            return this;
        }

        /**
         * Sets the value of {@link AssignedRole#level()}.
         *
         * @param level the raw value
         * @return this builder
         */
        public Builder level(@Nullable String level) {
            this.level = level;
            return this;
        }

        /**
         * Sets the value of {@link AssignedRole#additionalMembers()}.
         *
         * @param additionalMembers strings, booleans, numbers, lists and maps, by the names of the API
         * @return this builder
         */
        public Builder additionalMembers(Map<String, ?> additionalMembers) {
            this.additionalMembers = ResponseMembers.of(additionalMembers);
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value
         */
        public AssignedRole build() {
            return new AssignedRole(this);
        }

        /** Returns the name. */
        @Override
        public String toString() {
            return "AssignedRole.Builder[" + name + "]";
        }
    }
}
