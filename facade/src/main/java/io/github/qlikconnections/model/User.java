package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant, such as the owner of a connection: the response of {@code GET /users/{userId}}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class User {

    private final String id;
    private final String name;
    private final @Nullable String subject;
    private final @Nullable String tenantId;
    private final @Nullable String email;
    private final @Nullable String status;
    private final @Nullable String locale;
    private final @Nullable String preferredLocale;
    private final @Nullable String zoneinfo;
    private final @Nullable String preferredZoneinfo;
    private final @Nullable String picture;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant lastUpdatedAt;
    private final List<AssignedRole> assignedRoles;
    private final List<AssignedGroup> assignedGroups;
    private final List<String> assignedScopes;
    private final Map<String, Object> additionalMembers;

    private User(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.subject = builder.subject;
        this.tenantId = builder.tenantId;
        this.email = builder.email;
        this.status = builder.status;
        this.locale = builder.locale;
        this.preferredLocale = builder.preferredLocale;
        this.zoneinfo = builder.zoneinfo;
        this.preferredZoneinfo = builder.preferredZoneinfo;
        this.picture = builder.picture;
        this.createdAt = builder.createdAt;
        this.lastUpdatedAt = builder.lastUpdatedAt;
        this.assignedRoles = builder.assignedRoles;
        this.assignedGroups = builder.assignedGroups;
        this.assignedScopes = builder.assignedScopes;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param id an opaque string
     * @param name for example {@code Ada Field}
     * @return a builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Returns the id of the user, as in {@link DataConnection#ownerId()}.
     *
     * @return an opaque string
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name, or the id if the tenant returns no name.
     *
     * @return for example {@code Ada Field}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the id of the user at the identity provider.
     *
     * @return for example {@code acme-idp|8f14e45f}; empty if none was returned
     */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /**
     * Returns the id of the tenant.
     *
     * @return an opaque string; empty if none was returned
     */
    public Optional<String> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /**
     * Returns the email address.
     *
     * @return for example {@code ada.field@example.com}; empty if none was returned
     */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /**
     * Returns the status: {@code active}, {@code invited}, {@code disabled}, {@code deleted}, {@code provisioned}, or what the
     * API may add.
     *
     * @return the raw value; empty if none was returned
     */
    public Optional<String> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Returns the language tag of the user.
     *
     * @return for example {@code en}; empty if none was returned
     */
    public Optional<String> locale() {
        return Optional.ofNullable(locale);
    }

    /**
     * Returns the language tag that the user prefers.
     *
     * @return for example {@code sv}; empty if none was returned
     */
    public Optional<String> preferredLocale() {
        return Optional.ofNullable(preferredLocale);
    }

    /**
     * Returns the time zone of the user.
     *
     * @return for example {@code Europe/Stockholm}; empty if none was returned
     */
    public Optional<String> zoneinfo() {
        return Optional.ofNullable(zoneinfo);
    }

    /**
     * Returns the time zone that the user prefers.
     *
     * @return for example {@code Europe/Stockholm}; empty if none was returned
     */
    public Optional<String> preferredZoneinfo() {
        return Optional.ofNullable(preferredZoneinfo);
    }

    /**
     * Returns the address of the picture.
     *
     * @return a URL as returned by the tenant; empty if none was returned
     */
    public Optional<String> picture() {
        return Optional.ofNullable(picture);
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
    public Optional<Instant> lastUpdatedAt() {
        return Optional.ofNullable(lastUpdatedAt);
    }

    /**
     * Returns the roles. They are returned only to callers that may read roles.
     *
     * @return an unmodifiable list in the order of the response; empty if none was returned
     */
    public List<AssignedRole> assignedRoles() {
        return assignedRoles;
    }

    /**
     * Returns the groups.
     *
     * @return an unmodifiable list in the order of the response; empty if none was returned
     */
    public List<AssignedGroup> assignedGroups() {
        return assignedGroups;
    }

    /**
     * Returns the scopes.
     *
     * @return an unmodifiable list in the order of the response; empty if none was returned
     */
    public List<String> assignedScopes() {
        return assignedScopes;
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
                .put("subject", subject)
                .put(WireMembers.TENANT_ID, tenantId)
                .put("email", email)
                .put("status", status)
                .put("locale", locale)
                .put(WireMembers.PREFERRED_LOCALE, preferredLocale)
                .put("zoneinfo", zoneinfo)
                .put(WireMembers.PREFERRED_ZONEINFO, preferredZoneinfo)
                .put("picture", picture)
                .put(WireMembers.CREATED_AT, createdAt)
                .put(WireMembers.LAST_UPDATED_AT, lastUpdatedAt)
                .put(WireMembers.ASSIGNED_ROLES, assignedRoles, AssignedRole::toMap)
                .put(WireMembers.ASSIGNED_GROUPS, assignedGroups, AssignedGroup::toMap)
                .put(WireMembers.ASSIGNED_SCOPES, assignedScopes)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof User that
                && id.equals(that.id)
                && name.equals(that.name)
                && Objects.equals(subject, that.subject)
                && Objects.equals(tenantId, that.tenantId)
                && Objects.equals(email, that.email)
                && Objects.equals(status, that.status)
                && Objects.equals(locale, that.locale)
                && Objects.equals(preferredLocale, that.preferredLocale)
                && Objects.equals(zoneinfo, that.zoneinfo)
                && Objects.equals(preferredZoneinfo, that.preferredZoneinfo)
                && Objects.equals(picture, that.picture)
                && Objects.equals(createdAt, that.createdAt)
                && Objects.equals(lastUpdatedAt, that.lastUpdatedAt)
                && assignedRoles.equals(that.assignedRoles)
                && assignedGroups.equals(that.assignedGroups)
                && assignedScopes.equals(that.assignedScopes)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name);
    }

    /** Returns the name and the id. */
    @Override
    public String toString() {
        return "User[" + name + ", " + id + "]";
    }

    /** Builds a {@link User}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String name;
        private @Nullable String subject;
        private @Nullable String tenantId;
        private @Nullable String email;
        private @Nullable String status;
        private @Nullable String locale;
        private @Nullable String preferredLocale;
        private @Nullable String zoneinfo;
        private @Nullable String preferredZoneinfo;
        private @Nullable String picture;
        private @Nullable Instant createdAt;
        private @Nullable Instant lastUpdatedAt;
        private List<AssignedRole> assignedRoles = List.of();
        private List<AssignedGroup> assignedGroups = List.of();
        private List<String> assignedScopes = List.of();
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String id, String name) {
            this.id = Arguments.require(id, "id");
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the value of {@link User#subject()}.
         *
         * @param subject for example {@code acme-idp|8f14e45f}
         * @return this builder
         */
        public Builder subject(@Nullable String subject) {
            this.subject = subject;
            return this;
        }

        /**
         * Sets the value of {@link User#tenantId()}.
         *
         * @param tenantId an opaque string
         * @return this builder
         */
        public Builder tenantId(@Nullable String tenantId) {
            this.tenantId = tenantId;
            return this;
        }

        /**
         * Sets the value of {@link User#email()}.
         *
         * @param email for example {@code ada.field@example.com}
         * @return this builder
         */
        public Builder email(@Nullable String email) {
            this.email = email;
            return this;
        }

        /**
         * Sets the value of {@link User#status()}.
         *
         * @param status the raw value
         * @return this builder
         */
        public Builder status(@Nullable String status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the value of {@link User#locale()}.
         *
         * @param locale for example {@code en}
         * @return this builder
         */
        public Builder locale(@Nullable String locale) {
            this.locale = locale;
            return this;
        }

        /**
         * Sets the value of {@link User#preferredLocale()}.
         *
         * @param preferredLocale for example {@code sv}
         * @return this builder
         */
        public Builder preferredLocale(@Nullable String preferredLocale) {
            this.preferredLocale = preferredLocale;
            return this;
        }

        /**
         * Sets the value of {@link User#zoneinfo()}.
         *
         * @param zoneinfo for example {@code Europe/Stockholm}
         * @return this builder
         */
        public Builder zoneinfo(@Nullable String zoneinfo) {
            this.zoneinfo = zoneinfo;
            return this;
        }

        /**
         * Sets the value of {@link User#preferredZoneinfo()}.
         *
         * @param preferredZoneinfo for example {@code Europe/Stockholm}
         * @return this builder
         */
        public Builder preferredZoneinfo(@Nullable String preferredZoneinfo) {
            this.preferredZoneinfo = preferredZoneinfo;
            return this;
        }

        /**
         * Sets the value of {@link User#picture()}.
         *
         * @param picture a URL
         * @return this builder
         */
        public Builder picture(@Nullable String picture) {
            this.picture = picture;
            return this;
        }

        /**
         * Sets the value of {@link User#createdAt()}.
         *
         * @param createdAt an instant
         * @return this builder
         */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets the value of {@link User#lastUpdatedAt()}.
         *
         * @param lastUpdatedAt an instant
         * @return this builder
         */
        public Builder lastUpdatedAt(@Nullable Instant lastUpdatedAt) {
            this.lastUpdatedAt = lastUpdatedAt;
            return this;
        }

        /**
         * Sets the value of {@link User#assignedRoles()}.
         *
         * @param assignedRoles the roles
         * @return this builder
         */
        public Builder assignedRoles(List<AssignedRole> assignedRoles) {
            this.assignedRoles = Arguments.list(assignedRoles, "assignedRoles");
            return this;
        }

        /**
         * Sets the value of {@link User#assignedGroups()}.
         *
         * @param assignedGroups the groups
         * @return this builder
         */
        public Builder assignedGroups(List<AssignedGroup> assignedGroups) {
            this.assignedGroups = Arguments.list(assignedGroups, "assignedGroups");
            return this;
        }

        /**
         * Sets the value of {@link User#assignedScopes()}.
         *
         * @param assignedScopes the scopes
         * @return this builder
         */
        public Builder assignedScopes(List<String> assignedScopes) {
            this.assignedScopes = Arguments.list(assignedScopes, "assignedScopes");
            return this;
        }

        /**
         * Sets the value of {@link User#additionalMembers()}.
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
        public User build() {
            return new User(this);
        }

        /** Returns the name and the id. */
        @Override
        public String toString() {
            return "User.Builder[" + name + " (" + id + ")]";
        }
    }
}
