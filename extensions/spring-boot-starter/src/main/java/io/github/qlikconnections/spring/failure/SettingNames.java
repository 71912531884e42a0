package io.github.qlikconnections.spring.failure;

import io.github.qlikconnections.spring.QlikConnectionsProperties;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Finds the names of settings in the properties record. */
final class SettingNames {

    private SettingNames() {}

    /** Returns the names of the settings in the group of an unknown name, as a sentence. */
    static String besides(ConfigurationPropertyName unknown) {
        Class<?> group = QlikConnectionsProperties.class;
        int depth =
                ConfigurationPropertyName.of(QlikConnectionsProperties.PREFIX).getNumberOfElements();
        for (; depth < unknown.getNumberOfElements(); depth++) {
            Optional<Class<?>> subgroup = subgroup(group, unknown.getElement(depth, Form.UNIFORM));
            if (subgroup.isEmpty()) {
                break;
            }
            group = subgroup.get();
        }
        return in(group, unknown.chop(depth));
    }

    /** Returns the names of the settings in a group, as a sentence. */
    static String in(Class<?> group, ConfigurationPropertyName prefix) {
        return Stream.of(group.getRecordComponents())
                .map(component -> prefix + "." + DataObjectPropertyName.toDashedForm(component.getName())
                        + (component.getType().isRecord() ? ".*" : ""))
                .sorted()
                .collect(Collectors.joining(", ", "", "."));
    }

    private static Optional<Class<?>> subgroup(Class<?> group, String element) {
        return Stream.of(group.getRecordComponents())
                .filter(component -> component.getName().equalsIgnoreCase(element))
                .<Class<?>>map(RecordComponent::getType)
                .filter(Class::isRecord)
                .findFirst();
    }
}
