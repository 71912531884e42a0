package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;

class QlikRuntimeHintsTest {

    @Test
    void conversionOfASecretIsPossibleInANativeImage() {
        RuntimeHints hints = new RuntimeHints();

        new QlikRuntimeHints().registerHints(hints, null);

        assertThat(hints.reflection().getTypeHint(Secret.class).methods())
                .singleElement()
                .satisfies(method -> {
                    assertThat(method.getName()).isEqualTo("of");
                    assertThat(method.getMode()).isEqualTo(ExecutableMode.INVOKE);
                });
    }
}
