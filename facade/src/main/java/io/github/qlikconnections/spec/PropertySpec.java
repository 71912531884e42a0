package io.github.qlikconnections.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a data source says about one connection property.
 *
 * <p>Immutable and safe for use by several threads. Values are plain: {@code String}, {@code Boolean}, {@code Long},
 * {@code BigDecimal}, or a {@code List} or {@code Map} of these.
 */
public final class PropertySpec {

    private final String name;
    private final PropertyType type;
    private final String description;
    private final @Nullable Object defaultValue;
    private final List<Object> allowedValues;
    private final Requirement requirement;
    private final @Nullable String requiredWhen;
    private final boolean secret;
    private final Map<?, ?> schema;

    PropertySpec(
            String name, PropertyFacts facts, Requirement requirement, @Nullable String requiredWhen, boolean secret) {
        this.name = name;
        this.type = facts.type(name);
        this.description = facts.description();
        this.defaultValue = facts.defaultValue();
        this.allowedValues = List.copyOf(facts.allowedValues());
        this.requirement = requirement;
        this.requiredWhen = requiredWhen;
        this.secret = secret;
        this.schema = facts.schema();
    }

    /**
     * The name of the property, letter case included.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The declared type.
     *
     * @return the type
     */
    public PropertyType type() {
        return type;
    }

    /**
     * What the data source says the property is for.
     *
     * @return the description, the empty string when there is none
     */
    public String description() {
        return description;
    }

    /**
     * What the data source takes when the property is not given.
     *
     * @return the default, if stated
     */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /**
     * The values that are allowed.
     *
     * @return an unmodifiable list, empty when any value of the type is allowed
     */
    public List<Object> allowedValues() {
        return allowedValues;
    }

    /**
     * Whether the property must be given.
     *
     * @return the requirement
     */
    public Requirement requirement() {
        return requirement;
    }

    /**
     * Under which condition a property that is not {@link Requirement#REQUIRED} must be given after all.
     *
     * @return the condition, for example {@code authSchema is "basic"}; empty when there is none
     */
    public Optional<String> requiredWhen() {
        return Optional.ofNullable(requiredWhen);
    }

    /**
     * Tells whether the value may be a secret, by the marks of the specification or by its name.
     *
     * @return whether the value is never shown
     */
    public boolean isSecret() {
        return secret;
    }

    /** The schema of the property as it stands in the document, for comparison. */
    Map<?, ?> schema() {
        return schema;
    }

    /**
     * Name, type and requirement.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return name + ": " + type + ", " + requirement;
    }
}
