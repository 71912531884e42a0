package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.SpecFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDiffTest {

    @Test
    void addedRemovedAndChangedPropertiesAreListed() {
        ConnectionSpec older =
                SpecFixtures.properties("\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"integer\"}, \"c\": {}");
        ConnectionSpec newer = SpecFixtures.properties("\"d\": {}, \"c\": {}, \"b\": {\"type\": \"string\"}");

        SpecDiff diff = newer.diff(older);

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.added()).extracting(PropertySpec::name).containsExactly("d");
        assertThat(diff.removed()).extracting(PropertySpec::name).containsExactly("a");
        assertThat(diff.changed()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("b");
            assertThat(change.before().type()).isEqualTo(PropertyType.INTEGER);
            assertThat(change.after().type()).isEqualTo(PropertyType.STRING);
            assertThat(change.differences()).containsExactly("type: string, was integer");
        });
        assertThat(diff.render().lines())
                .containsExactly(
                        "rest: connector 1.0",
                        "  + d: any, OPTIONAL",
                        "  - a: string, OPTIONAL",
                        "  ~ b: type: string, was integer");
        assertThat(diff).hasToString(diff.render());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"default\": 1}|{\"default\": 2}|default: 2, was 1",
                "{}|{\"default\": \"x\"}|default: \"x\", was none",
                "{\"description\": \"a\"}|{\"description\": \"b\"}|another description",
                "{\"maximum\": 1}|{\"maximum\": 2}|other rules for its value",
                "{\"oneOf\": [{\"const\": \"a\"}]}|{\"oneOf\": [{\"const\": \"a\"}, {\"const\": \"b\"}]}|now also"
                        + " allowed: \"b\"",
                "{\"enum\": [\"a\", \"b\"]}|{\"enum\": [\"b\", \"c\"]}|now also allowed: \"c\"; no longer allowed:"
                        + " \"a\"",
                "{\"type\": \"string\", \"enum\": [\"a\"]}|{\"type\": \"string\"}|any value is allowed now",
                "{\"type\": \"string\"}|{\"type\": \"string\", \"enum\": [\"a\"]}|only these values are allowed now:"
                        + " \"a\"",
                "{}|{\"writeOnly\": true}|secret: true, was false",
                "{\"description\": \"a\", \"pattern\": \"a\"}|{\"description\": \"b\", \"pattern\": \"b\"}|another"
                        + " description; other rules for its value",
                "{\"default\": 1, \"minimum\": 1}|{\"default\": 2, \"minimum\": 0}|default: 2, was 1; other rules for"
                        + " its value",
                "{\"allOf\": [{\"type\": \"string\"}]}|{\"allOf\": [{\"type\": \"integer\"}]}|type: integer, was"
                        + " string",
                "{\"allOf\": [{\"title\": \"a\", \"pattern\": \"a\"}]}|{\"allOf\": [{\"title\": \"b\", \"pattern\":"
                        + " \"b\"}]}|another description; other rules for its value",
                "{\"allOf\": [{\"title\": \"a\", \"pattern\": \"a\"}]}|{\"allOf\": [{\"title\": \"b\", \"pattern\":"
                        + " \"a\"}]}|another description",
                "{\"allOf\": [true]}|{\"allOf\": [false]}|other rules for its value",
                "{\"oneOf\": [{\"const\": \"a\"}, {\"const\": \"b\"}]}|{\"anyOf\": [{\"enum\": [\"a\"]}, {\"type\":"
                        + " \"null\"}]}|no longer allowed: \"b\"",
                "{\"enum\": [\"a\"], \"maxLength\": 1}|{\"enum\": [\"a\", \"b\"], \"maxLength\": 2}|now also"
                        + " allowed: \"b\"; other rules for its value",
                "{\"enum\": [\"a\"], \"anyOf\": [{\"minLength\": 1}]}|{\"enum\": [\"a\", \"b\"], \"anyOf\":"
                        + " [{\"minLength\": 2}]}|now also allowed: \"b\"; other rules for its value",
                "{\"format\": \"password\"}|{\"format\": \"uri\"}|secret: false, was true; other rules for its value"
            })
    void changedKeywordsOfAPropertyAreNamed(String before, String after, String differences) {
        SpecDiff diff = SpecFixtures.properties("\"p\": " + after).diff(SpecFixtures.properties("\"p\": " + before));

        assertThat(diff.changed()).singleElement().hasToString("p: " + differences);
    }

    @Test
    void changedRulesOfAReferenceAreReportedBesideAnotherChange() {
        String schema = "{\"properties\": {\"p\": {\"$ref\": \"#/$defs/zone\"}}, \"$defs\": {\"zone\": %s}}";
        ConnectionSpec older = SpecFixtures.spec(schema.formatted("{\"description\": \"Old.\", \"pattern\": \"^a\"}"));
        ConnectionSpec newer = SpecFixtures.spec(schema.formatted("{\"description\": \"New.\", \"pattern\": \"^b\"}"));

        assertThat(newer.diff(older).changed())
                .singleElement()
                .hasToString("p: another description; other rules for its value");
    }

    @Test
    void changedDefaultOfABranchIsReportedBesideAnotherChange() {
        String schema = """
            {"properties": {"mode": {}}, "oneOf": [
              {"properties": {"mode": {"const": "tls"}, "port": {"description": "%s", "default": %s}}},
              {"properties": {"mode": {"const": "plain"}, "port": {"default": 80}}}]}\
            """;

        assertThat(SpecFixtures.spec(schema.formatted("New.", 8443))
                        .diff(SpecFixtures.spec(schema.formatted("Old.", 443)))
                        .changed())
                .singleElement()
                .hasToString("port: another description; other rules for its value");
    }

    @Test
    void changedRequirementIsReported() {
        ConnectionSpec older = SpecFixtures.spec("{\"properties\": {\"a\": {}, \"b\": {}}, \"required\": [\"b\"]}");
        ConnectionSpec newer = SpecFixtures.spec(
                "{\"properties\": {\"a\": {}, \"b\": {}}, \"required\": [\"a\"], \"dependentRequired\": {\"a\":"
                        + " [\"b\"]}}");

        assertThat(newer.diff(older).changed())
                .extracting(PropertySpecChange::toString)
                .containsExactly(
                        "a: requirement: required, was optional",
                        "b: requirement: conditional, required when a is given, was required");
    }

    @Test
    void defaultOfASecretIsMasked() {
        SpecDiff diff = SpecFixtures.properties("\"password\": {\"default\": \"hush1\"}")
                .diff(SpecFixtures.properties("\"password\": {\"default\": \"hush2\"}"));

        assertThat(diff.changed()).singleElement().hasToString("password: other rules for its value");
    }

    @Test
    void newerConnectorAloneIsNoDifference() {
        ConnectionSpec older = ConnectionSpec.parse(
                "rest", "{\"connectionProperties\": {\"properties\": {\"p\": {}}, \"required\": []}}");

        SpecDiff diff = SpecFixtures.properties("\"p\": {}").diff(older);

        assertThat(diff.changed()).isEmpty();
        assertThat(diff.render()).startsWith("rest: connector (no version) -> 1.0");
        assertThat(SpecFixtures.properties("\"p\": {}")
                        .diff(SpecFixtures.properties("\"p\": {}"))
                        .isEmpty())
                .isTrue();
        assertThat(SpecFixtures.properties("\"p\": {}")
                        .diff(SpecFixtures.properties("\"p\": {}"))
                        .render())
                .endsWith("no differences");
    }

    @Test
    void changedCrossPropertyRulesAreReported() {
        ConnectionSpec older = SpecFixtures.spec("{\"properties\": {\"p\": {}}}");
        ConnectionSpec newer = SpecFixtures.spec("{\"properties\": {\"p\": {}}, \"minProperties\": 1}");

        assertThat(newer.diff(older).isEmpty()).isFalse();
        assertThat(newer.diff(older).render()).endsWith("only rules across properties differ");
    }

    @Test
    void schemaThatBecameUnusableIsReported() {
        ConnectionSpec usable = SpecFixtures.properties("\"p\": {}");
        ConnectionSpec unusable = SpecFixtures.spec("7");

        assertThat(unusable.diff(usable).render())
                .contains("  - p")
                .endsWith("the specification can no longer be used");
        assertThat(usable.diff(unusable).render()).endsWith("the specification can be used again");
    }

    @Test
    void draftsThatBecameInvalidAreReported() {
        ConnectionSpec older = SpecFixtures.properties("\"port\": {\"type\": \"integer\"}, \"host\": {}");
        ConnectionSpec newer = SpecFixtures.properties("\"port\": {\"type\": \"integer\", \"maximum\": 10}");
        ConnectionDraft passes = SpecFixtures.draft("{\"port\": 1}");
        ConnectionDraft breaks = SpecFixtures.draft("{\"port\": 11}");
        ConnectionDraft breaksToo = SpecFixtures.draft("{\"port\": 1, \"host\": \"x\"}");
        ConnectionDraft neverPassed = SpecFixtures.draft("{\"port\": \"x\"}");
        ConnectionDraft other = ConnectionDraft.builder("other", "x").build();

        assertThat(newer.diff(older).draftsThatNoLongerValidate(List.of(passes, breaks, breaksToo, neverPassed, other)))
                .extracting(SpecFixtures::codes)
                .containsExactly(List.of("RANGE port"), List.of("UNKNOWN_PROPERTY host"));
    }

    @Test
    void specificationsOfDifferentSourcesAreRejected() {
        assertThatThrownBy(() -> SpecFixtures.properties("").diff(ConnectionSpec.parse("other", "{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rest")
                .hasMessageContaining("other");
    }

    @Test
    void changedDefinitionIsReportedForEachReferringProperty() {
        String schema = """
            {"properties": {"a": {"$ref": "#/$defs/x"}, "b": {"items": {"$ref": "#/$defs/y"}}, "c": {"$ref": "#/$defs/z"}},
             "$defs": {"x": {"maxLength": %d}, "y": {"anyOf": [{"$ref": "#/$defs/x"}]},
                       "z": {"properties": {"next": {"$ref": "#/$defs/z"}}}}}\
            """;

        SpecDiff diff = SpecFixtures.spec(schema.formatted(9)).diff(SpecFixtures.spec(schema.formatted(8)));

        assertThat(diff.changed()).extracting(PropertySpecChange::name).containsExactly("a", "b");
        assertThat(diff.changed().get(0).differences()).containsExactly("other rules for its value");
    }

    @Test
    void changedReferenceIsReportedAndARenamedDefinitionIsNot() {
        ConnectionSpec older = SpecFixtures.spec(
                "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/x\"}, \"b\": {\"$ref\": \"#/$defs/x\"}},"
                        + " \"$defs\": {\"x\": {\"type\": \"string\"}, \"y\": {\"type\": \"integer\"}}}");
        ConnectionSpec newer = SpecFixtures.spec(
                "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/y\"}, \"b\": {\"$ref\": \"#/$defs/z\"}},"
                        + " \"$defs\": {\"z\": {\"type\": \"string\"}, \"y\": {\"type\": \"integer\"}}}");

        assertThat(newer.diff(older).changed()).singleElement().hasToString("a: type: integer, was string");
    }
}
