package io.github.qlikconnections.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public value and builder overrides toString, and no string contains a secret. */
class PublicToStringTest {

    @Test
    void everyPublicTypeHasAToStringWithoutSecrets() {
        List<String> problems = new ArrayList<>();
        List<Class<?>> shown = new ArrayList<>();
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient client = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            Samples samples = new Samples(client);
            for (Class<?> type : values()) {
                Optional<Object> sample = samples.of(type);
                if (declaresNoText(type, sample)) {
                    problems.add(type.getName() + " has no toString");
                }
                sample.map(value -> samples.filled(value)).ifPresent(value -> {
                    shown.add(type);
                    if (value.toString().contains(Samples.MARKER)) {
                        problems.add(type.getName() + " shows a secret: " + value);
                    }
                });
            }
            assertThat(client.dataConnections().toString() + client).doesNotContain(tenant.apiKey());
        }
        assertThat(problems).isEmpty();
        assertThat(shown).hasSizeGreaterThan(40);
    }

    private static Stream<Class<?>> classes() {
        return PublicTypes.all().stream()
                .filter(type -> !type.isInterface() && !type.isEnum() && !Throwable.class.isAssignableFrom(type));
    }

    /** Returns the types of values. Classes with static methods only have no instances. */
    private static List<Class<?>> values() {
        return classes()
                .filter(type -> PublicTypes.methods(type).stream()
                        .anyMatch(method -> !Modifier.isStatic(method.getModifiers())))
                .toList();
    }

    private static boolean declaresNoText(Class<?> type, Optional<Object> sample) {
        try {
            Class<?> actual = sample.<Class<?>>map(Object::getClass).orElse(type);
            return actual.getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
