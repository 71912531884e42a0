package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter expression of SCIM (RFC 7644, section 3.4.2.2) over the fields by which the API filters connections. Values
 * are escaped. Instances are immutable and thread-safe.
 *
 * <p>The API does not apply a filter to the data files of spaces. They are in no result unless {@link
 * ConnectionQuery.Builder#includeDataFiles()} is called.
 */
public final class ScimFilter {

    /** The fields that the API declares as filterable. */
    public enum Field {
        /** The encrypted resource identifier. */
        QRI(WireMembers.QRI),
        /** The name of the connection. */
        NAME(WireMembers.NAME),
        /** The connector program. */
        CONNECTOR_TYPE(WireMembers.TYPE),
        /** When the connection was created. */
        CREATED(WireMembers.CREATED),
        /** When the connection was last changed. */
        UPDATED(WireMembers.UPDATED),
        /** The data source. */
        DATA_SOURCE(WireMembers.DATA_SOURCE_ID_OF_CONNECTION);

        private final String attribute;

        Field(String attribute) {
            this.attribute = attribute;
        }
    }

    private final String expression;
    private final boolean single;

    private ScimFilter(String expression, boolean single) {
        this.expression = expression;
        this.single = single;
    }

    /**
     * Returns a filter for a field that equals the value ({@code eq}).
     *
     * @param field the field
     * @param value the value, unescaped
     * @return the filter
     * @throws IllegalArgumentException if the value is null or blank
     */
    public static ScimFilter equal(Field field, String value) {
        return compare(field, "eq", value);
    }

    /**
     * Returns a filter for a field that contains the value ({@code co}).
     *
     * @param field the field
     * @param value the value, unescaped
     * @return the filter
     * @throws IllegalArgumentException if the value is null or blank
     */
    public static ScimFilter contains(Field field, String value) {
        return compare(field, "co", value);
    }

    /**
     * Returns a filter for a field that begins with the value ({@code sw}).
     *
     * @param field the field
     * @param value the value, unescaped
     * @return the filter
     * @throws IllegalArgumentException if the value is null or blank
     */
    public static ScimFilter startsWith(Field field, String value) {
        return compare(field, "sw", value);
    }

    /**
     * Returns a filter for a date after the instant ({@code gt}).
     *
     * @param field {@link Field#CREATED} or {@link Field#UPDATED}
     * @param instant the instant
     * @return the filter
     */
    public static ScimFilter after(Field field, Instant instant) {
        return compare(field, "gt", Arguments.require(instant, "instant").toString());
    }

    /**
     * Returns a filter for a date before the instant ({@code lt}).
     *
     * @param field {@link Field#CREATED} or {@link Field#UPDATED}
     * @param instant the instant
     * @return the filter
     */
    public static ScimFilter before(Field field, Instant instant) {
        return compare(field, "lt", Arguments.require(instant, "instant").toString());
    }

    /**
     * Returns a filter that requires both filters.
     *
     * @param other the second filter
     * @return the filter
     */
    public ScimFilter and(ScimFilter other) {
        return new ScimFilter(
                operand() + " and " + Arguments.require(other, "other").operand(), false);
    }

    /**
     * Returns a filter that requires at least one of the filters.
     *
     * @param other the second filter
     * @return the filter
     */
    public ScimFilter or(ScimFilter other) {
        return new ScimFilter(
                operand() + " or " + Arguments.require(other, "other").operand(), false);
    }

    private static ScimFilter compare(Field field, String operator, @Nullable String value) {
        Arguments.require(field, "field");
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The value that " + field.attribute
                    + " is compared with must not be null or blank: such a filter would find everything or nothing.");
        }
        return new ScimFilter(field.attribute + " " + operator + " " + quote(value), true);
    }

    private String operand() {
        return single ? expression : "(" + expression + ")";
    }

    /** Returns a JSON string, as RFC 7644 requires. */
    private static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScimFilter that && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** Returns the expression as it is sent. */
    @Override
    public String toString() {
        return expression;
    }
}
