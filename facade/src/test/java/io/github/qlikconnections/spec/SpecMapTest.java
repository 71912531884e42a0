package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.validation.SpecFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecMapTest {

    private static Map<String, Object> mapOf(String name, String property) {
        return SpecFixtures.properties("\"" + name + "\": " + property)
                .property(name)
                .orElseThrow()
                .toMap();
    }

    @Test
    void specificationHasTheNamesOfTheApi() {
        ConnectionSpec spec = SpecFixtures.spec(
                "{\"properties\": {\"user\": {}, \"password\": {}}, \"dependentRequired\": {\"user\": [\"password\"]}}");

        assertThat(spec.toMap())
                .isEqualTo(Map.of(
                        "dataSourceId",
                        "rest",
                        "connectorProvider",
                        "Some.exe",
                        "connectorVersion",
                        "1.0",
                        "fingerprint",
                        spec.fingerprint(),
                        "properties",
                        spec.properties().stream().map(PropertySpec::toMap).toList(),
                        "authenticationProperties",
                        List.of("user"),
                        "isUsable",
                        true));
        assertThat(SpecFixtures.spec("7").toMap())
                .containsEntry("isUsable", false)
                .containsEntry("unusableReason", "connectionProperties is not a JSON object");
    }

    @Test
    void propertyHasItsRulesAndBranches() {
        assertThat(mapOf(
                        "url",
                        "{\"type\": \"string\", \"description\": \"Address.\", \"default\": \"a\", \"enum\": [\"a\", \"b\"],"
                                + " \"format\": \"uri\", \"contentEncoding\": \"base64\"}"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("name", "url"),
                        Map.entry("type", "string"),
                        Map.entry("description", "Address."),
                        Map.entry("defaultValue", "a"),
                        Map.entry("allowedValues", List.of("a", "b")),
                        Map.entry("requirement", "OPTIONAL"),
                        Map.entry("isSecret", false),
                        Map.entry("isMarkedSecret", false),
                        Map.entry(
                                "branches",
                                List.of(Map.of(
                                        "condition", "", "defaultValue", "a", "allowedValues", List.of("a", "b")))),
                        Map.entry("format", "uri"),
                        Map.entry("contentEncoding", "base64")));
    }

    @Test
    void propertyThatIsNotCheckedHasTheReason() {
        assertThat(mapOf("old", "{\"type\": \"int\"}"))
                .containsEntry("uncheckedReason", "its type is not a JSON Schema type");
    }

    @Test
    void valuesOfASecretAreNotInTheMap() {
        assertThat(mapOf("password", "{\"writeOnly\": true, \"default\": \"hush\", \"enum\": [\"hush\"]}"))
                .containsEntry("isSecret", true)
                .containsEntry("isMarkedSecret", true)
                .containsEntry("branches", List.of())
                .doesNotContainKeys("defaultValue", "allowedValues")
                .asString()
                .doesNotContain("hush");
    }

    @Test
    void differencesHaveBothVersionsOfAChangedProperty() {
        ConnectionSpec older = SpecFixtures.properties("\"a\": {\"default\": 1}, \"b\": {}");
        ConnectionSpec newer = SpecFixtures.properties("\"a\": {\"default\": 2}, \"c\": {}");

        assertThat(newer.diff(older).toMap())
                .isEqualTo(Map.of(
                        "added",
                        List.of(newer.property("c").orElseThrow().toMap()),
                        "removed",
                        List.of(older.property("b").orElseThrow().toMap()),
                        "changed",
                        List.of(Map.of(
                                "name",
                                "a",
                                "before",
                                older.property("a").orElseThrow().toMap(),
                                "after",
                                newer.property("a").orElseThrow().toMap(),
                                "differences",
                                List.of("default: 2, was 1"))),
                        "isEmpty",
                        false));
    }
}
