package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.List;
import java.util.Map;

/** Reads the dates of a response under each of the names that services and their versions give them. */
final class DatePropertyIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final List<PropertyName> CREATED = names("created", "createdAt");
    private static final List<PropertyName> UPDATED = names("updated", "updatedAt", "updateAt", "lastUpdated");
    private static final Map<String, List<PropertyName>> NAMES = Map.of(
            "created", CREATED, "createdAt", CREATED, "updated", UPDATED, "updatedAt", UPDATED, "lastUpdated", UPDATED);

    private static List<PropertyName> names(String... names) {
        return List.of(names).stream().map(PropertyName::construct).toList();
    }

    @Override
    public List<PropertyName> findPropertyAliases(Annotated member) {
        List<PropertyName> names = NAMES.get(member.getName());
        return names == null
                ? super.findPropertyAliases(member)
                : names.stream()
                        .filter(name -> !name.hasSimpleName(member.getName()))
                        .toList();
    }
}
