package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a space: the personal space of the caller, or a space known by its id or by its name.
 *
 * <p>Instances are immutable and thread-safe. The API accepts ids only ({@code space} of a create request); a name
 * is looked up before the request is sent.
 */
public final class SpaceRef {

    private static final SpaceRef PERSONAL = new SpaceRef(null, null);

    private final @Nullable String id;
    private final @Nullable String name;

    private SpaceRef(@Nullable String id, @Nullable String name) {
        this.id = id;
        this.name = name;
    }

    /**
     * Returns a reference to the personal space of the caller, which has no id.
     *
     * @return the reference
     */
    public static SpaceRef personal() {
        return PERSONAL;
    }

    /**
     * Returns a reference to a space by its id.
     *
     * @param id the id of the space
     * @return the reference
     * @throws IllegalArgumentException if the id is blank
     */
    public static SpaceRef ofId(String id) {
        return new SpaceRef(notBlank(id, "id"), null);
    }

    /**
     * Returns a reference to a space by its exact name.
     *
     * @param name the name of the space
     * @return the reference
     * @throws IllegalArgumentException if the name is blank
     */
    public static SpaceRef ofName(String name) {
        return new SpaceRef(null, notBlank(name, "name"));
    }

    private static String notBlank(String text, String what) {
        if (Arguments.require(text, "A space " + what, "For the personal space use personal()")
                .isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " of a space must not be blank; for the personal space use personal()");
        }
        return text;
    }

    /**
     * Returns whether this is the personal space.
     *
     * @return whether neither id nor name is given
     */
    public boolean isPersonal() {
        return id == null && name == null;
    }

    /**
     * Returns the id of the space.
     *
     * @return the id, empty for the personal space and for a space known by name
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns the name of the space.
     *
     * @return the name, empty for the personal space and for a space known by id
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("isPersonal", isPersonal())
                .put("id", id)
                .put("name", name)
                .toMap();
    }

    /**
     * Compares by kind, id and name.
     *
     * @param other what to compare with
     * @return whether both refer to the same space in the same way
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpaceRef that && Objects.equals(id, that.id) && Objects.equals(name, that.name);
    }

    /**
     * Returns a hash that is consistent with {@link #equals(Object)}.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return Objects.hash(id, name);
    }

    /**
     * Returns a description for messages, for example {@code space "Finance"}.
     *
     * @return a short description
     */
    @Override
    public String toString() {
        if (name != null) {
            return "space \"" + name + "\"";
        }
        return id != null ? "space with id " + id : "personal space";
    }
}
