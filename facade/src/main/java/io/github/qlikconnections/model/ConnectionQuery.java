package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list of connections: the query parameters of {@code listDataConnections}. Instances are
 * immutable and thread-safe.
 */
public final class ConnectionQuery {

    /** The fields by which the API can sort. */
    public enum SortField {
        /** The id. */
        ID("_id"),
        /** The name. */
        NAME(WireMembers.NAME),
        /** The time of creation. */
        CREATED(WireMembers.CREATED),
        /** The time of the last change. */
        UPDATED(WireMembers.UPDATED);

        private final String attribute;

        SortField(String attribute) {
            this.attribute = attribute;
        }
    }

    private final @Nullable SpaceRef space;
    private final boolean ownedByMe;
    private final @Nullable String userId;
    private final @Nullable ScimFilter filter;
    private final @Nullable String sort;
    private final boolean includeDisabled;
    private final boolean includeDataFiles;

    private ConnectionQuery(Builder builder) {
        this.space = builder.space;
        this.ownedByMe = builder.ownedByMe;
        this.userId = builder.userId;
        this.filter = builder.filter;
        this.sort = builder.sort;
        this.includeDisabled = builder.includeDisabled;
        this.includeDataFiles = builder.includeDataFiles;
    }

    /**
     * Returns a query for all connections that the caller can see.
     *
     * @return the query without any condition
     */
    public static ConnectionQuery all() {
        return builder().build();
    }

    /**
     * Creates a builder of a query. A connection must meet all conditions.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the space to which the query is restricted.
     *
     * @return the space, empty for all
     */
    public Optional<SpaceRef> space() {
        return Optional.ofNullable(space);
    }

    /**
     * Returns whether the query is restricted to connections of the caller.
     *
     * @return true if it is
     */
    public boolean ownedByMe() {
        return ownedByMe;
    }

    /**
     * Returns the user whose connections are listed.
     *
     * @return a user id, empty for all
     */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /**
     * Returns the filter over fields.
     *
     * @return the filter, empty for none
     */
    public Optional<ScimFilter> filter() {
        return Optional.ofNullable(filter);
    }

    /**
     * Returns the order in the syntax of the API.
     *
     * @return for example {@code +qName}; empty for the default order of the tenant
     */
    public Optional<String> sort() {
        return Optional.ofNullable(sort);
    }

    /**
     * Returns whether connections to disabled data sources are included.
     *
     * @return true if they are
     */
    public boolean includeDisabled() {
        return includeDisabled;
    }

    /**
     * Returns whether the connections that represent the files of a space are included.
     *
     * @return true if they are
     */
    public boolean includeDataFiles() {
        return includeDataFiles;
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("space", space(), SpaceRef::toMap)
                .put("ownedByMe", ownedByMe)
                .put("userId", userId)
                .put("filter", filter)
                .put("sort", sort)
                .put("includeDisabled", includeDisabled)
                .put("includeDataFiles", includeDataFiles)
                .toMap();
    }

    /** Returns the conditions. */
    @Override
    public String toString() {
        return "ConnectionQuery[space=" + space + ", ownedByMe=" + ownedByMe + ", user=" + userId + ", filter=" + filter
                + ", sort=" + sort + (includeDisabled ? ", with disabled sources" : "")
                + (includeDataFiles ? ", with data files" : "") + "]";
    }

    /** Builds a {@link ConnectionQuery}. Not thread-safe. */
    public static final class Builder {

        private @Nullable SpaceRef space;
        private boolean ownedByMe;
        private @Nullable String userId;
        private @Nullable ScimFilter filter;
        private @Nullable String sort;
        private boolean includeDisabled;
        private boolean includeDataFiles;

        private Builder() {}

        /**
         * Restricts the query to one space.
         *
         * @param space the space, by id, by name or the personal one
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder in(SpaceRef space) {
            this.space = given(space, "space");
            return this;
        }

        /**
         * Restricts the query to connections of the caller. The API does not apply this condition to data files.
         *
         * @return this builder
         */
        public Builder ownedByMe() {
            this.ownedByMe = true;
            return this;
        }

        /**
         * Restricts the query to connections of one user. Another user than the caller requires the role Admin.
         *
         * @param userId a user id
         * @return this builder
         * @throws IllegalArgumentException if it is null or blank
         */
        public Builder ofUser(String userId) {
            this.userId = notBlank(userId, "user id");
            return this;
        }

        /**
         * Restricts the query to connections with exactly this name.
         *
         * @param name the name
         * @return this builder
         * @throws IllegalArgumentException if it is null or blank
         */
        public Builder named(String name) {
            return where(ScimFilter.equal(ScimFilter.Field.NAME, notBlank(name, "name")));
        }

        /**
         * Restricts the query to connections to one data source.
         *
         * @param dataSourceId for example {@code rest}
         * @return this builder
         * @throws IllegalArgumentException if it is null or blank
         */
        public Builder toSource(String dataSourceId) {
            return where(ScimFilter.equal(ScimFilter.Field.DATA_SOURCE, notBlank(dataSourceId, "data source id")));
        }

        /**
         * Restricts the query to connections that were changed after the instant.
         *
         * @param instant the instant
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder updatedAfter(Instant instant) {
            return where(ScimFilter.after(ScimFilter.Field.UPDATED, given(instant, "instant")));
        }

        /**
         * Adds a filter. If several are added, a connection must match all of them.
         *
         * @param filter the filter
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder where(ScimFilter filter) {
            ScimFilter further = given(filter, "filter");
            this.filter = this.filter == null ? further : this.filter.and(further);
            return this;
        }

        /** Rejects null, because a query without the condition would find everything. */
        private static <T> T given(@Nullable T value, String what) {
            if (value == null) {
                throw new IllegalArgumentException(
                        "The " + what + " of a query must not be null. Leave the call out to search without it.");
            }
            return value;
        }

        private static String notBlank(@Nullable String value, String what) {
            String text = given(value, what);
            if (text.isBlank()) {
                throw new IllegalArgumentException(
                        "The " + what + " of a query must not be blank. Leave the call out to search without it.");
            }
            return text;
        }

        /**
         * Sorts in ascending order. The data files of spaces are always last.
         *
         * @param field the field
         * @return this builder
         */
        public Builder sortedBy(SortField field) {
            this.sort = "+" + given(field, "sort field").attribute;
            return this;
        }

        /**
         * Sorts in descending order. The data files of spaces are always last.
         *
         * @param field the field
         * @return this builder
         */
        public Builder sortedDescendingBy(SortField field) {
            this.sort = "-" + given(field, "sort field").attribute;
            return this;
        }

        /**
         * Includes connections whose data source is disabled.
         *
         * @return this builder
         */
        public Builder includeDisabled() {
            this.includeDisabled = true;
            return this;
        }

        /**
         * Includes the connections that represent the files of a space ({@code qix-datafiles.exe}). Without this call
         * they are in no list, preview or rotation, regardless of the other conditions of the query.
         *
         * @return this builder
         */
        public Builder includeDataFiles() {
            this.includeDataFiles = true;
            return this;
        }

        /**
         * Builds the query.
         *
         * @return the query
         */
        public ConnectionQuery build() {
            return new ConnectionQuery(this);
        }

        /** Returns the conditions so far. */
        @Override
        public String toString() {
            return "Builder of " + build();
        }
    }
}
