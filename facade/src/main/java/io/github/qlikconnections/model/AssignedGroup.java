package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of a user: an entry of {@code assignedGroups} in the response of {@code GET /users/{userId}}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class AssignedGroup {

    private final String name;
    private final @Nullable String id;
    private final @Nullable String providerType;
    private final List<AssignedRole> assignedRoles;
    private final Map<String, Object> additionalMembers;

    private AssignedGroup(Builder builder) {
        this.name = builder.name;
        this.id = builder.id;
        this.providerType = builder.providerType;
        this.assignedRoles = builder.assignedRoles;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param name for example {@code Finance}
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns the name, or the id if the tenant returns no name.
     *
     * @return for example {@code Finance}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the id of the group.
     *
     * @return an opaque string; empty if none was returned
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns the origin of the group: {@code idp}, {@code custom}, or what the API may add.
     *
     * @return the raw value; empty if none was returned
     */
    public Optional<String> providerType() {
        return Optional.ofNullable(providerType);
    }

    /**
     * Returns the roles that the group grants to its users.
     *
     * @return an unmodifiable list in the order of the response; empty if none was returned
     */
    public List<AssignedRole> assignedRoles() {
        return assignedRoles;
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
                .put(WireMembers.PROVIDER_TYPE, providerType)
                .put(WireMembers.ASSIGNED_ROLES, assignedRoles, AssignedRole::toMap)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssignedGroup that
                && name.equals(that.name)
                && Objects.equals(id, that.id)
                && Objects.equals(providerType, that.providerType)
                && assignedRoles.equals(that.assignedRoles)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return "AssignedGroup[" + name + "]";
    }

    /** Builds an {@link AssignedGroup}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private @Nullable String id;
        private @Nullable String providerType;
        private List<AssignedRole> assignedRoles = List.of();
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String name) {
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the value of {@link AssignedGroup#id()}.
         *
         * @param id an opaque string
         * @return this builder
         */
        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        /**
         * Sets the value of {@link AssignedGroup#providerType()}.
         *
         * @param providerType the raw value
         * @return this builder
         */
        public Builder providerType(@Nullable String providerType) {
            this.providerType = providerType;
            return this;
        }

        /**
         * Sets the value of {@link AssignedGroup#assignedRoles()}.
         *
         * @param assignedRoles the roles of the group
         * @return this builder
         */
        public Builder assignedRoles(List<AssignedRole> assignedRoles) {
            this.assignedRoles = Arguments.list(assignedRoles, "assignedRoles");
            return this;
        }

        /**
         * Sets the value of {@link AssignedGroup#additionalMembers()}.
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
        public AssignedGroup build() {
            return new AssignedGroup(this);
        }

        /** Returns the name. */
        @Override
        public String toString() {
            return "AssignedGroup.Builder[" + name + "]";
        }
    }
}
