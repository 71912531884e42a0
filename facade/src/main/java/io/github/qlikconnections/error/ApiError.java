package io.github.qlikconnections.error;

import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@code errors} array of an error response (schema {@code Error} of the data-connections document,
 * {@code PublicApiError} of data-sources).
 *
 * <p>Instances are immutable and thread-safe. Java serialization omits {@link #additionalMembers()}, which may contain
 * secrets.
 */
public final class ApiError implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The code of the API. */
    private final @Nullable String code;
    /** The summary. */
    private final @Nullable String title;
    /** The explanation. */
    private final @Nullable String detail;
    /** The HTTP status in the entry. */
    private final @Nullable Integer status;

    private final transient Map<String, Object> additionalMembers;

    private ApiError(Builder builder) {
        this.code = builder.code;
        this.title = builder.title;
        this.detail = builder.detail;
        this.status = builder.status;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder of an entry, for stubs and tests. All parts are optional in a response.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the error code of the API such as {@code DCERROR-0010}. The API publishes no list of its codes.
     *
     * @return the code; empty if none was sent
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Returns the short description of the type of error.
     *
     * @return the title; empty if none was sent
     */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /**
     * Returns the description of this occurrence. Secrets of the request are redacted.
     *
     * @return the detail; empty if none was sent
     */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /**
     * Returns the HTTP status of this entry. Some services repeat the status of the response here.
     *
     * @return the status; empty if none was sent or it is not a number
     */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Returns the members of the error that the library does not model, by their names in the API. Strings whose names
     * suggest a secret are of type {@link io.github.qlikconnections.auth.Secret}. Secrets of the request
     * are redacted.
     *
     * @return an unmodifiable map of strings, booleans, numbers, secrets, lists and maps; empty if there are none
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
                .put("code", code)
                .put("title", title)
                .put("detail", detail)
                .put("status", status)
                .putMembers(additionalMembers)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiError that
                && Objects.equals(code, that.code)
                && Objects.equals(title, that.title)
                && Objects.equals(detail, that.detail)
                && Objects.equals(status, that.status)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, title, detail, status, additionalMembers);
    }

    /**
     * Restores the transient members.
     *
     * @return the instance, without additional members
     */
    @Serial
    private Object readResolve() {
        return builder().code(code).title(title).detail(detail).status(status).build();
    }

    /** Returns the code, the title and the detail on one line, without missing parts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (code != null) {
            text.append(code);
        }
        if (title != null) {
            text.append(text.isEmpty() ? "" : " ").append(title);
        }
        if (detail != null) {
            boolean isSentence = title != null && title.endsWith(".");
            text.append(text.isEmpty() ? "" : isSentence ? " " : ": ").append(detail);
        }
        return text.toString();
    }

    /** Builds an {@link ApiError}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String code;
        private @Nullable String title;
        private @Nullable String detail;
        private @Nullable Integer status;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder() {}

        /**
         * Sets the error code of the API.
         *
         * @param code for example {@code DCERROR-0010}, or null
         * @return this builder
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            return this;
        }

        /**
         * Sets the short description of the type of error.
         *
         * @param title the title, or null
         * @return this builder
         */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /**
         * Sets the description of this occurrence.
         *
         * @param detail the detail without secrets, or null
         * @return this builder
         */
        public Builder detail(@Nullable String detail) {
            this.detail = detail;
            return this;
        }

        /**
         * Sets the HTTP status of this entry.
         *
         * @param status the status, or null
         * @return this builder
         */
        public Builder status(@Nullable Integer status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the members that the library does not model. The default is an empty map.
         *
         * @param additionalMembers strings, booleans, numbers, lists and maps, by the names of the API
         * @return this builder
         */
        public Builder additionalMembers(Map<String, ?> additionalMembers) {
            this.additionalMembers = ResponseMembers.of(additionalMembers);
            return this;
        }

        /**
         * Builds the entry.
         *
         * @return the entry
         */
        public ApiError build() {
            return new ApiError(this);
        }

        /** Returns the code, the title and the detail. */
        @Override
        public String toString() {
            return "ApiError.Builder[" + build() + "]";
        }
    }
}
