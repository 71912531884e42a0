package io.github.qlikconnections.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.qlikconnections.internal.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of GraalVM Native Image has all that is reached by reflection or as a resource, and nothing that does not exist. */
class NativeImageMetadataTest {

    private static final String CLIENT = "io.github.qlikconnections.client";
    private static final String GENERATED = "qlik-connections-generated-client";

    /** The members of schema v1.2.0 that the files use, with their types. Another member or type fails the build of an image. */
    private static final Map<String, Map<String, Class<?>>> MEMBERS = Map.of(
            "reflection",
            Map.of(
                    "type", String.class,
                    "allDeclaredConstructors", Boolean.class,
                    "allDeclaredMethods", Boolean.class,
                    "allDeclaredFields", Boolean.class),
            "resources",
            Map.of("glob", String.class));

    private static final Map<String, String> REQUIRED = Map.of("reflection", "type", "resources", "glob");

    @Test
    void typesThatTheGatewayReadsAndWritesAreListed() throws Exception {
        Set<String> bound = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(ApiClientFactory.class)) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getPackageName().matches(CLIENT + "\\..+\\.model")) {
                    addBound(dependency.getTargetClass().reflect(), bound);
                }
            }
        }

        assertThat(bound).hasSizeGreaterThan(20);
        assertThat(listed(GENERATED, "reflection", "type")).containsAll(bound);
    }

    @Test
    void everyListedTypeExists() throws Exception {
        for (String type : listed(GENERATED, "reflection", "type")) {
            assertThat(Class.forName(type).getName()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qlik-connections", "qlik-connections-testkit"})
    void everyListedResourceExists(String artifact) throws Exception {
        for (String glob : listed(artifact, "resources", "glob")) {
            String resource = glob.replace("*", "rest");
            assertThat(getClass().getResource("/" + resource)).as(resource).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qlik-connections", "qlik-connections-testkit", GENERATED})
    void filesHaveOnlyMembersOfTheSchema(String artifact) throws Exception {
        metadata(artifact).forEach((section, entries) -> {
            assertThat(MEMBERS).containsKey(String.valueOf(section));
            for (Object entry : (List<?>) entries) {
                assertThat(names((Map<?, ?>) entry)).contains(REQUIRED.get(String.valueOf(section)));
                ((Map<?, ?>) entry)
                        .forEach((name, value) -> assertThat(value)
                                .as("%s in %s", name, entry)
                                .isInstanceOf(
                                        MEMBERS.get(String.valueOf(section)).get(String.valueOf(name))));
            }
        });
    }

    /** Adds a type and the types of its fields, which Jackson reads and writes with it. */
    private static void addBound(Class<?> type, Set<String> bound) {
        if (!type.getName().startsWith(CLIENT) || isConstants(type) || !bound.add(type.getName())) {
            return;
        }
        for (Field field : type.getFields()) {
            addBound(field.getGenericType(), bound);
        }
    }

    private static void addBound(Type type, Set<String> bound) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                addBound(argument, bound);
            }
        } else if (type instanceof Class<?> member) {
            addBound(member, bound);
        }
    }

    /** Constraints of requests are constants, which Jackson does not bind. */
    private static boolean isConstants(Class<?> type) {
        return type.getSimpleName().endsWith("Constraints");
    }

    private static Set<String> listed(String artifact, String section, String member) throws Exception {
        return ((List<?>) metadata(artifact).get(section))
                .stream()
                        .map(entry -> String.valueOf(((Map<?, ?>) entry).get(member)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Map<?, ?> object) {
        return object.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Map<?, ?> metadata(String artifact) throws Exception {
        String path = "/META-INF/native-image/io.github.qlikconnections/" + artifact + "/reachability-metadata.json";
        try (InputStream file = NativeImageMetadataTest.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IOException("There is no " + path);
            }
            return (Map<?, ?>) JsonReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
