package io.github.qlikconnections.internal.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the members of a response that the models of the library lack: undocumented ones, and documented ones that are not mapped. */
final class UnmappedMembers {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private UnmappedMembers() {}

    /** Returns the members that the OpenAPI document does not define. */
    static UnmappedMembers of(@Nullable Map<String, Object> undocumented) {
        UnmappedMembers unmapped = new UnmappedMembers();
        if (undocumented != null) {
            undocumented.forEach(unmapped::with);
        }
        return unmapped;
    }

    /** Adds a documented member, unless the response has no value for it. */
    UnmappedMembers with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    Map<String, Object> toMap() {
        return members;
    }
}
