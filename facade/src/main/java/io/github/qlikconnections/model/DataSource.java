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
 * A kind of source that the tenant can connect to: an entry of {@code GET /data-sources}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class DataSource {

    private final String id;
    private final String displayName;
    private final @Nullable String provider;
    private final @Nullable String providerName;
    private final @Nullable String type;
    private final @Nullable String propertyName;
    private final @Nullable String qriPrefix;
    private final List<String> capabilities;
    private final boolean disabled;
    private final Map<String, Object> additionalMembers;

    private DataSource(Builder builder) {
        this.id = builder.id;
        this.displayName = builder.displayName;
        this.provider = builder.provider;
        this.providerName = builder.providerName;
        this.type = builder.type;
        this.propertyName = builder.propertyName;
        this.qriPrefix = builder.qriPrefix;
        this.capabilities = List.copyOf(builder.capabilities);
        this.disabled = builder.disabled;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param id for example {@code File_AmazonS3ConnectorV2}
     * @param displayName for example {@code Amazon S3 V2}
     * @return a builder
     */
    public static Builder builder(String id, String displayName) {
        return new Builder(id, displayName);
    }

    /**
     * Returns the id by which a connection references its data source.
     *
     * @return for example {@code File_AmazonS3ConnectorV2}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the display name, or the id if the tenant returns no name.
     *
     * @return for example {@code Amazon S3 V2}
     */
    public String displayName() {
        return displayName;
    }

    /**
     * Returns the connector program of the data source.
     *
     * @return for example {@code QvRestConnector.exe}; empty if none was returned
     */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /**
     * Returns the name of the vendor or the family of the connector.
     *
     * @return for example {@code Qlik Web Connectors}; empty if none was returned
     */
    public Optional<String> providerName() {
        return Optional.ofNullable(providerName);
    }

    /**
     * Returns the kind of data source.
     *
     * @return for example {@code connector}; empty if none was returned
     */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /**
     * Returns the member of a connect statement that contains the id of this source.
     *
     * @return for example {@code sourceType} or {@code driver}; empty if there is none
     */
    public Optional<String> propertyName() {
        return Optional.ofNullable(propertyName);
    }

    /**
     * Returns the beginning of the resource identifiers (QRI) of connections to this source.
     *
     * @return for example {@code qri:rest://}; empty if none was returned
     */
    public Optional<String> qriPrefix() {
        return Optional.ofNullable(qriPrefix);
    }

    /**
     * Returns the capabilities of the connector, as the API names them. The API may add values.
     *
     * @return an unmodifiable list
     */
    public List<String> capabilities() {
        return capabilities;
    }

    /**
     * Returns whether an administrator has disabled the data source.
     *
     * @return true if no connection to it can be created
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
                .put(WireMembers.DATA_SOURCE_ID, id)
                .put(WireMembers.DATA_SOURCE_NAME, displayName)
                .put("provider", provider)
                .put(WireMembers.PROVIDER_NAME, providerName)
                .put(WireMembers.DATA_SOURCE_TYPE, type)
                .put(WireMembers.DATA_SOURCE_PROPERTY_NAME, propertyName)
                .put(WireMembers.QRI_PREFIX, qriPrefix)
                .put("capabilities", capabilities)
                .put("disabled", disabled)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataSource that
                && id.equals(that.id)
                && displayName.equals(that.displayName)
                && Objects.equals(provider, that.provider)
                && Objects.equals(providerName, that.providerName)
                && Objects.equals(type, that.type)
                && Objects.equals(propertyName, that.propertyName)
                && Objects.equals(qriPrefix, that.qriPrefix)
                && capabilities.equals(that.capabilities)
                && disabled == that.disabled
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the id and the display name. */
    @Override
    public String toString() {
        return "DataSource[" + id + ", " + displayName + "]";
    }

    /** Builds a {@link DataSource}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String displayName;
        private @Nullable String provider;
        private @Nullable String providerName;
        private @Nullable String type;
        private @Nullable String propertyName;
        private @Nullable String qriPrefix;
        private List<String> capabilities = List.of();
        private boolean disabled;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String id, String displayName) {
            this.id = Arguments.require(id, "id");
            this.displayName = Arguments.require(displayName, "displayName");
        }

        /**
         * Sets the value of {@link DataSource#provider()}.
         *
         * @param provider for example {@code QvRestConnector.exe}
         * @return this builder
         */
        public Builder provider(@Nullable String provider) {
            this.provider = provider;
            return this;
        }

        /**
         * Sets the value of {@link DataSource#providerName()}.
         *
         * @param providerName for example {@code Qlik Web Connectors}
         * @return this builder
         */
        public Builder providerName(@Nullable String providerName) {
            this.providerName = providerName;
            return this;
        }

        /**
         * Sets the value of {@link DataSource#type()}.
         *
         * @param type for example {@code connector}
         * @return this builder
         */
        public Builder type(@Nullable String type) {
            this.type = type;
            return this;
        }

        /**
         * Sets the value of {@link DataSource#propertyName()}.
         *
         * @param propertyName for example {@code sourceType} or {@code driver}
         * @return this builder
         */
        public Builder propertyName(@Nullable String propertyName) {
            this.propertyName = propertyName;
            return this;
        }

        /**
         * Sets the value of {@link DataSource#qriPrefix()}.
         *
         * @param qriPrefix for example {@code qri:rest://}
         * @return this builder
         */
        public Builder qriPrefix(@Nullable String qriPrefix) {
            this.qriPrefix = qriPrefix;
            return this;
        }

        /**
         * Sets the value of {@link DataSource#capabilities()}.
         *
         * @param capabilities an unmodifiable list
         * @return this builder
         */
        public Builder capabilities(List<String> capabilities) {
            this.capabilities = Arguments.list(capabilities, "capabilities");
            return this;
        }

        /**
         * Sets the value of {@link DataSource#disabled()}.
         *
         * @param disabled true if no connection to it can be created
         * @return this builder
         */
        public Builder disabled(boolean disabled) {
            this.disabled = disabled;
            return this;
        }

        /**
         * Sets the value of {@link DataSource#additionalMembers()}.
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
        public DataSource build() {
            return new DataSource(this);
        }

        /** Returns the display name and the id. */
        @Override
        public String toString() {
            return "DataSource.Builder[" + displayName + " (" + id + ")]";
        }
    }
}
