package io.github.qlikconnections.internal.configuration;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All settings that can be read from the environment. */
public final class Settings {

    private Settings() {}

    /** Returns the constants of {@link Setting}, in the order of their declaration. */
    public static List<Setting<?>> all() {
        List<Setting<?>> settings = new ArrayList<>();
        Stream.of(Setting.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .forEach(field -> {
                    try {
                        settings.add((Setting<?>) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return settings;
    }
}
