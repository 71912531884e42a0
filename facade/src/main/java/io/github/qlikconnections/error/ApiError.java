package io.github.qlikconnections.error;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@code errors} array of an error response (schema {@code Error} of the data-connections document,
 * {@code PublicApiError} of data-sources).
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class ApiError {

    private final @Nullable String code;
    private final @Nullable String title;
    private final @Nullable String detail;
    private final @Nullable Integer status;

    private ApiError(@Nullable String code, @Nullable String title, @Nullable String detail, @Nullable Integer status) {
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.status = status;
    }

    /**
     * Creates an entry. All parts are optional in a response.
     *
     * @param code the error code of the API such as {@code DCERROR-0010}, or null
     * @param title a short description of the type of error, or null
     * @param detail a description of this occurrence, or null
     * @param status the HTTP status of this entry, or null
     * @return the entry
     */
    public static ApiError of(
            @Nullable String code, @Nullable String title, @Nullable String detail, @Nullable Integer status) {
        return new ApiError(code, title, detail, status);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiError that
                && Objects.equals(code, that.code)
                && Objects.equals(title, that.title)
                && Objects.equals(detail, that.detail)
                && Objects.equals(status, that.status);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, title, detail, status);
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
            text.append(text.isEmpty() ? "" : ": ").append(detail);
        }
        return text.toString();
    }
}
