package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.text.PlainMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Specification of one connection property.
 *
 * <p>Each value is a {@code String}, {@code Boolean}, {@code Long} or {@code BigDecimal}, or a {@code List} or {@code Map} of
 * these. Instances are immutable and thread-safe.
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
     * Returns the name of the property. Names are case-sensitive.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the declared type.
     *
     * @return the type
     */
    public PropertyType type() {
        return type;
    }

    /**
     * Returns the description in the specification.
     *
     * @return the description, the empty string if there is none
     */
    public String description() {
        return description;
    }

    /**
     * Returns the default that the data source uses if the property is not given.
     *
     * <p>If the branches of the specification have different defaults, {@link ConnectionSpec#defaultValue} returns the one
     * for a draft.
     *
     * @return the default, empty if there is none or if the branches have different ones
     */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /**
     * Returns the allowed values of all branches of the specification.
     *
     * <p>A list that applies only under a condition, such as that of a {@code then}, is in {@link #branches()}.
     *
     * @return an unmodifiable list, empty if any value of the type is allowed unless a condition holds
     */
    public List<Object> allowedValues() {
        return allowedValues;
    }

    /**
     * Returns whether the property must be given.
     *
     * @return the requirement
     */
    public Requirement requirement() {
        return requirement;
    }

    /**
     * Returns the condition under which a {@link Requirement#CONDITIONAL} property must be given.
     *
     * @return the condition, for example {@code authSchema is "basic"}; empty if there is none
     */
    public Optional<String> requiredWhen() {
        return Optional.ofNullable(requiredWhen);
    }

    /**
     * Returns whether the value may be or contain a secret, as the specification or the name of the property indicates.
     *
     * <p>Such a value is never shown. It is still compared with the value that a tenant returns.
     *
     * @return whether the value may be or contain a secret
     */
    public boolean isSecret() {
        return secret;
    }

    /**
     * Returns whether the specification itself marks the property as secret.
     *
     * <p>Marks are {@code writeOnly}, the format or widget {@code password}, and a keyword of the vendor whose name contains
     * secret, sensitive, password, encrypted or credential. The name of the property and the marks of its members do not
     * count.
     *
     * @return whether the property has a mark of its own
     */
    public boolean isMarkedSecret() {
        return markedSecret;
    }

    /**
     * Returns the rules for the property in each branch of the specification that declares it.
     *
     * @return an unmodifiable list in the order of the specification; empty if the property is required but not declared
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
     * Returns the encoding that the specification declares for the content of a string, such as {@code base64}.
     *
     * @return the keyword {@code contentEncoding} of JSON Schema, empty if it is not given
     */
    public Optional<String> contentEncoding() {
        return Optional.ofNullable(contentEncoding);
    }

    /**
     * Returns why values of the property are not validated although the specification is usable.
     *
     * @return the reason, empty if they are validated or the specification is not usable
     */
    public Optional<String> uncheckedReason() {
        return Optional.ofNullable(uncheckedReason);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("name", name)
                .put("type", type)
                .put("description", description)
                .put("defaultValue", secret ? null : defaultValue)
                .put("allowedValues", secret ? null : allowedValues)
                .put("requirement", requirement)
                .put("requiredWhen", requiredWhen)
                .put("isSecret", secret)
                .put("isMarkedSecret", markedSecret)
                .put("branches", secret ? List.of() : branches, PropertyBranch::toMap)
                .put("format", format)
                .put("contentEncoding", contentEncoding)
                .put("uncheckedReason", uncheckedReason)
                .toMap();
    }

    /**
     * Returns the name, the type and the requirement.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return name + ": " + type + ", " + requirement;
    }
}
