package io.github.qlikconnections.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every public method rejects null with an IllegalArgumentException that names the parameter, and before anything is sent.
 *
 * <p>Parameters that are {@code @Nullable} may be null. Exceptions are left out, since one that cannot be created would hide what it
 * reports; so are interfaces that users implement.
 */
class NullArgumentsTest {

    private static final Set<Class<?>> INTERFACES_OF_THE_LIBRARY =
            Set.of(DataConnections.class, DataSources.class, DataCredentials.class, Spaces.class, Users.class);

    private final ParameterNames names = new ParameterNames();
    private final List<String> problems = new ArrayList<>();
    private int checked;

    @Test
    void nullIsRejectedWithTheNameOfTheParameter() {
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient client = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            Samples samples = new Samples(client);
            PublicTypes.all().stream()
                    .filter(type -> !Throwable.class.isAssignableFrom(type))
                    .filter(type -> !type.isInterface() || INTERFACES_OF_THE_LIBRARY.contains(type))
                    .flatMap(type -> PublicTypes.methods(type).stream())
                    .forEach(method -> check(samples, method));

            assertThat(problems).isEmpty();
            assertThat(checked).isGreaterThan(250);
            assertThat(tenant.requests()).isEmpty();
        }
    }

    private void check(Samples samples, Method method) {
        AnnotatedType[] types = method.getAnnotatedParameterTypes();
        for (int i = 0; i < types.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type.isPrimitive() || types[i].isAnnotationPresent(Nullable.class)) {
                continue;
            }
            check(samples, method, i, null);
            if (type == List.class || type == Collection.class) {
                check(samples, method, i, Collections.singletonList(null));
            } else if (type == Map.class) {
                check(
                        samples,
                        method,
                        i,
                        Collections.singletonMap(names.of(method).get(i), null));
            } else if (type == String[].class) {
                check(samples, method, i, new String[] {null});
            }
        }
    }

    private void check(Samples samples, Method method, int parameter, Object value) {
        String name = names.of(method).get(parameter);
        String place = method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(" + name + " = "
                + (value == null ? "null" : "with null in it") + ")";
        Optional<Object> target =
                Modifier.isStatic(method.getModifiers()) ? Optional.of("") : samples.of(method.getDeclaringClass());
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == parameter
                    ? value
                    : samples.of(method.getParameterTypes()[i]).orElse(null);
        }
        if (target.isEmpty()) {
            return;
        }
        checked++;
        try {
            method.setAccessible(true);
            method.invoke(target.get(), arguments);
            problems.add(place + " is accepted");
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown.getClass() != IllegalArgumentException.class || !isNamed(thrown.getMessage(), name, method)) {
                problems.add(place + ": " + thrown);
            }
        } catch (IllegalAccessException e) {
            problems.add(place + ": " + e);
        }
    }

    /**
     * Returns whether a message names the parameter. A builder method has the name of its option and the parameter is
     * called value.
     */
    private static boolean isNamed(String message, String parameter, Method method) {
        String text = message.toLowerCase(Locale.ROOT).replace(" ", "");
        return text.contains("null")
                && (text.contains(parameter.toLowerCase(Locale.ROOT))
                        || text.contains(method.getName().toLowerCase(Locale.ROOT)));
    }
}
