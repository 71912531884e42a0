package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Direct Access gateway that can reach a {@code DG_} data source: an entry of {@code GET
 * /data-sources/{id}/gateways}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class Gateway {

    private final String id;
    private final String name;
    private final boolean isDefault;
    private final Map<String, Object> additionalMembers;

    private Gateway(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.isDefault = builder.isDefault;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param id agent id and instance id, joined by {@code ::}
     * @param name for example {@code Head office}
     * @return a builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Returns the id, which the property {@code gatewayInstance} of a connection contains.
     *
     * @return agent id and instance id, joined by {@code ::}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the display name, or the id if the tenant returns no name.
     *
     * @return for example {@code Head office}
     */
    public String name() {
        return name;
    }

    /**
     * Returns whether the tenant marks it as the default.
     *
     * @return true for the default gateway
     */
    public boolean isDefault() {
        return isDefault;
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
                .put("default", isDefault)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Gateway that
                && id.equals(that.id)
                && name.equals(that.name)
                && isDefault == that.isDefault
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name);
    }

    /** Returns the name and the id. */
    @Override
    public String toString() {
        return "Gateway[" + name + ", " + id + "]";
    }

    /** Builds a {@link Gateway}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String name;
        private boolean isDefault;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String id, String name) {
            this.id = Arguments.require(id, "id");
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the value of {@link Gateway#isDefault()}.
         *
         * @param isDefault true for the default gateway
         * @return this builder
         */
        public Builder isDefault(boolean isDefault) {
            this.isDefault = isDefault;
            return this;
        }

        /**
         * Sets the value of {@link Gateway#additionalMembers()}.
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
        public Gateway build() {
            return new Gateway(this);
        }

        /** Returns the name and the id. */
        @Override
        public String toString() {
            return "Gateway.Builder[" + name + " (" + id + ")]";
        }
    }
}
