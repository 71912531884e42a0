package io.github.qlikconnections.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every model, report and plan has a {@code toMap()} with all its values as plain Java values and without secrets. */
class PlainMapsTest {

    private static final Set<String> PACKAGES = Set.of("model", "plan", "bulk", "validation", "spec");

    /** Types without a map, with the reason. */
    private static final Map<String, String> WITHOUT_MAP = Map.of(
            "BulkOptions", "options of a call",
            "RotationOptions", "options of a call",
            "ValidationPolicy", "options of a call",
            "ScimFilter", "its text is the filter");

    /** Accessors whose values are not in the map, with the reason. */
    private static final Map<String, String> NOT_IN_MAP = Map.ofEntries(
            Map.entry("DataConnection.hasTags", "tags are in the map if it is true"),
            Map.entry("DataConnection.hasProperties", "properties are in the map if it is true"),
            Map.entry("EnsureOptions.listener", "code"),
            Map.entry("EnsureOptions.stopWhen", "code"),
            Map.entry("ConnectionPlan.changes", "those of the entries that are written"),
            Map.entry("ConnectionPlan.notCompared", "those of the entries that are not compared"),
            Map.entry("EnsureResult.notCompared", "those of the entries that are not compared"),
            Map.entry("BulkItem.succeeded", "the outcome"),
            Map.entry("BulkResult.failed", "items by their outcome"),
            Map.entry("EnsureReport.failed", "items by their outcome"),
            Map.entry("EnsureReport.unknown", "items by their outcome"),
            Map.entry("EnsureReport.notStarted", "items by their outcome"),
            Map.entry("RotationReport.rotated", "items by their outcome"),
            Map.entry("RotationReport.failed", "items by their outcome"),
            Map.entry("RotationReport.planned", "items by their outcome"),
            Map.entry("RotationItem.cause", "an exception of the application, which may contain a secret"),
            Map.entry("ValidationReport.isValid", "the outcome"),
            Map.entry("Violation.message", "the path, the problem and the advice"),
            Map.entry("Violation.property", "a part of the pointer"));

    private static final Set<String> TEXTS = Set.of("toMap", "toString", "hashCode", "render", "toJson", "toMarkdown");

    private final List<String> problems = new ArrayList<>();

    private static Stream<Class<?>> values() {
        return PublicTypes.all().stream()
                .filter(type -> PACKAGES.contains(type.getPackageName().replaceAll(".*\\.", ""))
                        || type.getSimpleName().equals("ApiError"))
                .filter(type -> !type.isInterface() && !type.isEnum() && !Throwable.class.isAssignableFrom(type))
                .filter(type -> !type.getSimpleName().equals("Builder"));
    }

    private static Stream<Method> accessors(Class<?> type) {
        return PublicTypes.methods(type).stream()
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .filter(method ->
                        !TEXTS.contains(method.getName()) && !method.getName().equals("describe"))
                .filter(method -> !method.getReturnType().getSimpleName().equals("Builder"));
    }

    private static Optional<Method> toMap(Class<?> type) {
        return PublicTypes.methods(type).stream()
                .filter(method -> method.getName().equals("toMap"))
                .findFirst();
    }

    @Test
    void everyModelReportAndPlanHasAMap() {
        assertThat(values().filter(type -> toMap(type).isEmpty()).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_MAP.keySet());
    }

    @Test
    void everyAccessorIsInTheMap() {
        MethodBodies bodies = new MethodBodies();
        Set<String> missing = new TreeSet<>();
        values().filter(type -> toMap(type).isPresent()).forEach(type -> {
            Set<String> used = bodies.identifiers(type, "toMap");
            accessors(type)
                    .filter(accessor ->
                            !used.contains(accessor.getName()) && !used.contains(withoutPrefix(accessor.getName())))
                    .forEach(accessor -> missing.add(type.getSimpleName() + "." + accessor.getName()));
        });
        assertThat(missing).containsExactlyInAnyOrderElementsOf(NOT_IN_MAP.keySet());
    }

    private static String withoutPrefix(String accessor) {
        return accessor.startsWith("is")
                ? accessor.substring(2, 3).toLowerCase(Locale.ROOT) + accessor.substring(3)
                : accessor;
    }

    @Test
    @SuppressWarnings("unchecked")
    void mapsHavePlainValuesWithoutSecrets() {
        Map<String, Map<String, Object>> maps = new HashMap<>();
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient client = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            Samples samples = new Samples(client);
            values().forEach(type -> toMap(type)
                    .flatMap(method -> samples.complete(type).flatMap(sample -> samples.call(sample, method)))
                    .ifPresent(map -> maps.put(type.getSimpleName(), (Map<String, Object>) map)));
        }

        maps.forEach(this::check);

        assertThat(problems).isEmpty();
        assertThat(maps).hasSizeGreaterThan(25);
        assertThat(maps.get("DataConnection"))
                .containsKeys("qID", "qName", "datasourceID", "connectionProperties", "tags", "qConnectionSecret")
                .containsEntry("created", "1970-01-01T00:00:00Z");
    }

    private void check(String place, Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> check(place + "." + (String) name, member));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> check(place + "[]", element));
        } else if (value instanceof String text) {
            if (text.contains(Samples.MARKER)) {
                problems.add(place + " contains a secret");
            }
        } else if (!(value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal)) {
            problems.add(place + " is "
                    + (value == null ? "null" : "a " + value.getClass().getName()));
        }
    }
}
