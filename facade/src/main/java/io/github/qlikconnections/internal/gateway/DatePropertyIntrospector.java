package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.List;
import java.util.Map;

/** Maps each date of a response from all names that the services and their versions use for it. */
final class DatePropertyIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final List<PropertyName> CREATED = names(WireMembers.CREATED, WireMembers.CREATED_AT);
    private static final List<PropertyName> UPDATED =
            names(WireMembers.UPDATED, WireMembers.UPDATED_AT, "updateAt", "lastUpdated");
    private static final Map<String, List<PropertyName>> ALIASES = Map.of(
            WireMembers.CREATED,
            CREATED,
            WireMembers.CREATED_AT,
            CREATED,
            WireMembers.UPDATED,
            UPDATED,
            WireMembers.UPDATED_AT,
            UPDATED,
            "lastUpdated",
            UPDATED);

    private static List<PropertyName> names(String... names) {
        return List.of(names).stream().map(PropertyName::construct).toList();
    }

    @Override
    public List<PropertyName> findPropertyAliases(Annotated member) {
        List<PropertyName> names = ALIASES.get(member.getName());
        return names == null
                ? super.findPropertyAliases(member)
                : names.stream()
                        .filter(name -> !name.hasSimpleName(member.getName()))
                        .toList();
    }
}
