package io.github.qlikconnections.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each value of a request or response can carry members that the library does not model. A new value is added on purpose. */
class ForwardCompatibilityTest {

    private static final Map<String, String> WITHOUT_ADDITIONAL_MEMBERS = Map.ofEntries(
            Map.entry("ConnectStatement", "part of a draft, which has them"),
            Map.entry("ConnectionPatch", "operations on any path"),
            Map.entry("PatchOperation", "an operation on any path"),
            Map.entry("ConnectionQuery", "parameters of the URL"),
            Map.entry("SpaceRef", "an id or a name"),
            Map.entry("EnsureOptions", "not of the API"),
            Map.entry("OAuthChallenge", "restored from its map"),
            Map.entry("DeletionPreview", "connections, which have them"),
            Map.entry("QlikException", "errors, which have them"),
            Map.entry("BulkResult", "items, which have them"),
            Map.entry("EnsureItem", "a connection, which has them"),
            Map.entry("EnsureReport", "items"),
            Map.entry("RotationItem", "an error, which has them"),
            Map.entry("RotationReport", "items"));

    @Test
    void valuesOfRequestsAndResponsesHaveAdditionalMembers() {
        assertThat(PublicTypes.all().stream()
                        .filter(type -> type.getPackageName().matches(".*\\.(model|error|bulk)"))
                        .filter(type -> has(type, "toMap") && !has(type, "additionalMembers"))
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_ADDITIONAL_MEMBERS.keySet());
    }

    private static boolean has(Class<?> type, String method) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(declared -> declared.getName().equals(method));
    }
}
