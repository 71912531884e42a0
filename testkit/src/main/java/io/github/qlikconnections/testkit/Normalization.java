package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.connections.PropertyTransform;
import io.github.qlikconnections.testkit.internal.http.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a {@link FakeTenant} stores and returns a connection property, as a connector does that normalizes
 * what it receives. Instances are immutable, and thread-safe if the function of {@link #of} is.
 *
 * <pre>{@code
 * tenant.normalize("host", Normalization.lowerCased());
 * tenant.normalize("timeout", Normalization.retyped());
 * tenant.normalize("internalNote", Normalization.hidden());
 * }</pre>
 *
 * @see FakeTenant#normalize
 */
public final class Normalization {

    // Excludes numbers that cannot be represented exactly, such as 1e400.
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private final PropertyTransform form;

    private Normalization(PropertyTransform form) {
        this.form = form;
    }

    PropertyTransform form() {
        return form;
    }

    /**
     * Returns a normalization that stores the value unchanged and leaves the property out of every response.
     *
     * @return the normalization
     */
    public static Normalization hidden() {
        return new Normalization(PropertyTransform.HIDDEN);
    }

    /**
     * Returns a normalization that stores strings in lower case.
     *
     * @return the normalization
     */
    public static Normalization lowerCased() {
        return of(value -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value);
    }

    /**
     * Returns a normalization that stores a value as another JSON type: {@code true} as {@code "True"}, a number as its
     * text, and text that spells a boolean or a number as that boolean or number. Other values stay unchanged.
     *
     * @return the normalization
     */
    public static Normalization retyped() {
        return of(Normalization::retyped);
    }

    private static @Nullable Object retyped(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Number) {
            return new BigDecimal(value.toString()).toPlainString();
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    /**
     * Returns a normalization that appends a suffix to strings, such as {@code "/"} to a URL.
     *
     * @param suffix the suffix
     * @return the normalization
     */
    public static Normalization appending(String suffix) {
        Objects.requireNonNull(suffix, "suffix");
        return of(value -> value instanceof String text ? text + suffix : value);
    }

    /**
     * Returns a normalization that stores what a function returns for a value.
     *
     * @param function receives and returns a string, number, boolean, list or map, or {@code null} for JSON null;
     *     not called concurrently
     * @return the normalization
     */
    public static Normalization of(UnaryOperator<@Nullable Object> function) {
        Objects.requireNonNull(function, "function");
        return new Normalization(PropertyTransform.of(value -> Json.tree(function.apply(Json.plain(value)))));
    }
}
