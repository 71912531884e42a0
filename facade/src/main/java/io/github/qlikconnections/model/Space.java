package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A space of the tenant, which contains connections: an entry of {@code GET /spaces}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class Space {

    private final String id;
    private final String name;
    private final @Nullable String type;
    private final @Nullable String description;
    private final @Nullable String ownerId;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;
    private final Map<String, Object> additionalMembers;

    private Space(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.type = builder.type;
        this.description = builder.description;
        this.ownerId = builder.ownerId;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param id an opaque string
     * @param name for example {@code Finance}
     * @return a builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Returns the id of the space.
     *
     * @return an opaque string
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name, unique in the tenant.
     *
     * @return for example {@code Finance}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the kind of space: {@code shared}, {@code managed}, {@code data}, or what the API may add.
     *
     * @return the raw value; empty if none was returned
     */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /**
     * Returns the description of the space.
     *
     * @return the description; empty if none was returned
     */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /**
     * Returns the user who owns it.
     *
     * @return a user id; empty if none was returned
     */
    public Optional<String> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    /**
     * Returns the time of creation.
     *
     * @return the time; empty if none was returned or it is not readable
     */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /**
     * Returns the time of the last change.
     *
     * @return the time; empty if none was returned or it is not readable
     */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
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
                .put("description", description)
                .put(WireMembers.OWNER_ID, ownerId)
                .put(WireMembers.CREATED_AT, createdAt)
                .put(WireMembers.UPDATED_AT, updatedAt)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Space that
                && id.equals(that.id)
                && name.equals(that.name)
                && Objects.equals(type, that.type)
                && Objects.equals(description, that.description)
                && Objects.equals(ownerId, that.ownerId)
                && Objects.equals(createdAt, that.createdAt)
                && Objects.equals(updatedAt, that.updatedAt)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name);
    }

    /** Returns the name and the id. */
    @Override
    public String toString() {
        return "Space[" + name + ", " + id + "]";
    }

    /** Builds a {@link Space}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String name;
        private @Nullable String type;
        private @Nullable String description;
        private @Nullable String ownerId;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String id, String name) {
            this.id = Arguments.require(id, "id");
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the value of {@link Space#type()}.
         *
         * @param type the raw value
         * @return this builder
         */
        public Builder type(@Nullable String type) {
            this.type = type;
            return this;
        }

        /**
         * Sets the value of {@link Space#description()}.
         *
         * @param description the description
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the value of {@link Space#ownerId()}.
         *
         * @param ownerId a user id
         * @return this builder
         */
        public Builder ownerId(@Nullable String ownerId) {
            this.ownerId = ownerId;
            return this;
        }

        /**
         * Sets the value of {@link Space#createdAt()}.
         *
         * @param createdAt an instant
         * @return this builder
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets the value of {@link Space#updatedAt()}.
         *
         * @param updatedAt an instant
         * @return this builder
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Sets the value of {@link Space#additionalMembers()}.
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
        public Space build() {
            return new Space(this);
        }

        /** Returns the name and the id. */
        @Override
        public String toString() {
            return "Space.Builder[" + name + " (" + id + ")]";
        }
    }
}
