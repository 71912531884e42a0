package io.github.qlikconnections.spring;

import io.github.qlikconnections.auth.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** Registers {@link Secret#of(String)}, which Spring calls by reflection to convert the value of a setting. */
final class QlikRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.reflection()
                .registerType(
                        Secret.class,
                        type -> type.withMethod("of", List.of(TypeReference.of(String.class)), ExecutableMode.INVOKE));
    }
}
