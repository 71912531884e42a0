package io.github.qlikconnections.internal.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the members of a response that the models of the library lack: undocumented ones, and documented ones that are not mapped. */
final class UnmappedMembers {

    private Map<String, Object> members;

    private UnmappedMembers(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Returns the members that the OpenAPI document does not define.
     *
     * @param undocumented a mutable map, which belongs to a response that is not used again; null for none
     */
    static UnmappedMembers of(@Nullable Map<String, Object> undocumented) {
        if (undocumented == null) {
            return new UnmappedMembers(Map.of());
        }
        undocumented.values().removeIf(Objects::isNull);
        return new UnmappedMembers(undocumented);
    }

    /** Adds a documented member, unless the response has no value for it. */
    UnmappedMembers with(String name, @Nullable Object value) {
        if (value != null) {
            if (members.isEmpty()) {
                members = new LinkedHashMap<>();
            }
            members.put(name, value);
        }
        return this;
    }

    Map<String, Object> toMap() {
        return members;
    }
}
