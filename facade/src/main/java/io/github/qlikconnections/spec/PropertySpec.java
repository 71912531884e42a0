package io.github.qlikconnections.spec;

import java.util.List;
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
    private final boolean markedSecret;
    private final List<PropertyBranch> branches;
    private final @Nullable String format;
    private final @Nullable String contentEncoding;
    private final @Nullable String uncheckedReason;

    PropertySpec(
            String name,
            List<PropertyBranch> branches,
            Requirement requirement,
            @Nullable String requiredWhen,
            boolean secret,
            boolean markedSecret,
            @Nullable String uncheckedReason) {
        BranchSummary summary = new BranchSummary(branches);
        this.name = name;
        this.type = summary.type(name);
        this.description = summary.description();
        this.defaultValue = summary.defaultValue();
        this.allowedValues = List.copyOf(summary.allowedValues());
        this.requirement = requirement;
        this.requiredWhen = requiredWhen;
        this.secret = secret;
        this.markedSecret = markedSecret;
        this.branches = List.copyOf(branches);
        this.format = summary.keyword("format");
        this.contentEncoding = summary.keyword("contentEncoding");
        this.uncheckedReason = uncheckedReason;
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
     * Returns what the data source takes if the property is not given. If branches of the specification state different
     * defaults, {@link ConnectionSpec#defaultValue} returns the one for a draft.
     *
     * @return the default, empty if none is stated or if branches state different ones
     */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /**
     * Returns the values that are allowed, those of all branches of the specification together.
     *
     * @return an unmodifiable list, empty if any value of the type is allowed
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
     * Returns whether the value may be or hold a secret, by the marks of the specification or by the name. Such a value
     * is never shown. It is still compared with what a tenant returns.
     *
     * @return whether the value is never shown
     */
    public boolean isSecret() {
        return secret;
    }

    /**
     * Returns whether the specification itself marks the property as secret: with {@code writeOnly}, the format or widget
     * {@code password}, or a keyword of the vendor whose name says secret, sensitive, password, encrypted or credential.
     * The name of the property and marks of its members do not count.
     *
     * @return whether the property has a mark of its own
     */
    public boolean isMarkedSecret() {
        return markedSecret;
    }

    /**
     * Returns the rules for the property in each part of the specification that names it.
     *
     * @return an unmodifiable list in the order of the document; empty if the property is only required somewhere
     */
    public List<PropertyBranch> branches() {
        return branches;
    }

    /**
     * Returns the format that the specification declares, such as {@code uri} or {@code hostname}.
     *
     * @return the keyword {@code format} of JSON Schema, empty if it is not given
     */
    public Optional<String> format() {
        return Optional.ofNullable(format);
    }

    /**
     * Returns the encoding that the specification declares for the content of a text, such as {@code base64}.
     *
     * @return the keyword {@code contentEncoding} of JSON Schema, empty if it is not given
     */
    public Optional<String> contentEncoding() {
        return Optional.ofNullable(contentEncoding);
    }

    /**
     * Returns why values of the property are not checked, although the rest of the specification is.
     *
     * @return the reason, empty if they are checked or the whole specification cannot be used
     */
    public Optional<String> uncheckedReason() {
        return Optional.ofNullable(uncheckedReason);
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
