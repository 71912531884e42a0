package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that an administrator has made for a data source.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class DataSourceSettings {

    private final boolean disabled;
    private final Map<String, Object> additionalMembers;

    private DataSourceSettings(Builder builder) {
        this.disabled = builder.disabled;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder of settings, for stubs and tests.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns whether the data source is disabled, so that no connection to it can be created.
     *
     * @return true if it is disabled
     */
    public boolean disabled() {
        return disabled;
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
                .put("disabled", disabled)
                .putMembers(additionalMembers)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataSourceSettings that
                && disabled == that.disabled
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(disabled);
    }

    /** Returns {@code enabled} or {@code disabled}. */
    @Override
    public String toString() {
        return disabled ? "disabled" : "enabled";
    }

    /** Builds a {@link DataSourceSettings}. Not thread-safe. */
    public static final class Builder {

        private boolean disabled;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder() {}

        /**
         * Sets whether the data source is disabled. The default is false.
         *
         * @param disabled true if it is disabled
         * @return this builder
         */
        public Builder disabled(boolean disabled) {
            this.disabled = disabled;
            return this;
        }

        /**
         * Sets the value of {@link DataSourceSettings#additionalMembers()}.
         *
         * @param additionalMembers strings, booleans, numbers, lists and maps, by the names of the API
         * @return this builder
         */
        public Builder additionalMembers(Map<String, ?> additionalMembers) {
            this.additionalMembers = ResponseMembers.of(additionalMembers);
            return this;
        }

        /**
         * Builds the settings.
         *
         * @return the settings
         */
        public DataSourceSettings build() {
            return new DataSourceSettings(this);
        }

        /** Returns whether the data source is disabled. */
        @Override
        public String toString() {
            return "DataSourceSettings.Builder[" + build() + "]";
        }
    }
}
