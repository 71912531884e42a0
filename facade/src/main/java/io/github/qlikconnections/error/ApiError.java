package io.github.qlikconnections.error;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@code errors} array with which the API explains a refusal (schema {@code Error} of the data-connections
 * document, {@code PublicApiError} of data-sources). Immutable.
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
     * Creates an entry; every part may be missing, since no part is sure to be sent.
     *
     * @param code the API's own code such as {@code DCERROR-0010}; an open set
     * @param title a short sentence
     * @param detail what is special about this case
     * @param status an HTTP status of this entry
     * @return the entry
     */
    public static ApiError of(
            @Nullable String code, @Nullable String title, @Nullable String detail, @Nullable Integer status) {
        return new ApiError(code, title, detail, status);
    }

    /**
     * The API's own code such as {@code DCERROR-0010}; no list of them is published.
     *
     * @return the code, empty when none was sent
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * A short sentence about the kind of error.
     *
     * @return the title, empty when none was sent
     */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /**
     * What is special about this case; secrets that were part of the request are blotted out.
     *
     * @return the detail, empty when none was sent
     */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /**
     * The HTTP status of this entry, which some services repeat here.
     *
     * @return the status, empty when none or none that is a number was sent
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

    /** The code, the title and the detail, as far as they were sent, on one line. */
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
