package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.SecretMarker;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;

/** Members of requests that the library does not model. Strings whose names suggest a secret become secrets. */
final class AdditionalMembers {

    private AdditionalMembers() {}

    /**
     * Adds a member of a request.
     *
     * @param schemas the schemas of the request, whose members are no additional ones
     * @throws IllegalArgumentException if the name is blank or that of a documented member, or if the value is not a plain value
     */
    static void add(Map<String, Object> members, String name, Object value, RequestSchema... schemas) {
        if (Arguments.require(name, "name", "Give the name of the member").isBlank()) {
            throw new IllegalArgumentException("The name of an additional member must not be blank.");
        }
        if (Stream.of(schemas).anyMatch(schema -> schema.hasMember(name))) {
            throw new IllegalArgumentException("The member " + MessageFormatter.formatName(name)
                    + " is not an additional one. Use the method of the builder that sets it.");
        }
        Arguments.require(value, "value", "Omit the call if there is none");
        Object marked = new SecretMarker(new ArrayList<>()).mark(name, PropertyValues.copyOf(name, value));
        if (marked != null) {
            members.put(name, marked);
        }
    }
}
