package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequiredTest {

    @Test
    void everyMissingPropertyIsNamed() {
        ValidationReport report = SpecFixtures.report(
                "{\"properties\": {\"a\": {}, \"b\": {}, \"c\": {}}, \"required\": [\"c\", \"a\", \"b\"]}",
                "{\"b\": 1}");

        assertThat(SpecFixtures.codes(report)).containsExactly("REQUIRED a", "REQUIRED c");
        assertThat(report.errors().get(0).problem()).isEqualTo("is required");
        assertThat(report.errors().get(0).advice()).contains("Give a value for a.");
        assertThat(report.errors().get(0).pointer()).isEqualTo("/connectionProperties/a");
    }

    @Test
    void allowedValuesOfAMissingPropertyAreExpected() {
        ValidationReport report = SpecFixtures.report(
                "{\"properties\": {\"a\": {\"enum\": [\"x\", \"y\"]}, \"b\": {\"const\": 1}, \"c\": {\"enum\": []}},"
                        + " \"required\": [\"a\", \"b\", \"c\"]}",
                "{}");

        assertThat(report.errors())
                .extracting(Violation::message)
                .containsExactly(
                        "a is required; expected one of \"x\", \"y\". Give a value for a.",
                        "b is required; expected 1. Give a value for b.",
                        "c is required. Give a value for c.");
    }

    @Test
    void propertyLevelRequiredMarksAreSupported() {
        String schema = "{\"properties\": {\"a\": {\"required\": true}, \"b\": {\"required\": false}, \"c\": {}}}";

        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{}"))).containsExactly("REQUIRED a");
    }

    @Test
    void markedPropertiesAreAddedToTheRequiredList() {
        String schema = "{\"required\": [\"b\"], \"properties\": {\"a\": {\"required\": true}, \"b\": {}}}";

        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{}"))).containsExactly("REQUIRED a", "REQUIRED b");
    }

    @Test
    void conditionOfThenIsNamed() {
        String schema = """
                {"properties": {"authSchema": {"type": "string"}, "password": {"type": "string"}},
                 "allOf": [{"if": {"properties": {"authSchema": {"const": "basic"}}, "required": ["authSchema"]},
                            "then": {"required": ["password"]}}]}""";

        assertThat(SpecFixtures.report(schema, "{\"authSchema\": \"none\"}").violations())
                .isEmpty();
        assertThat(SpecFixtures.report(schema, "{\"authSchema\": \"basic\"}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when authSchema is \"basic\"");
    }

    @Test
    void propertyMissingUnderTwoConditionsIsReportedOnce() {
        String schema = """
                {"properties": {"a": {}, "b": {}, "cert": {}}, "dependentRequired": {"a": ["cert"], "b": ["cert"]}}""";

        assertThat(SpecFixtures.report(schema, "{\"a\": 1, \"b\": 1}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when a is given");
    }

    @Test
    void conditionBehindAReferenceIsNamed() {
        String schema = """
                {"properties": {"mode": {}, "cert": {}, "word": {}},
                 "if": {"$ref": "#/$defs/encrypted"}, "then": {"required": ["cert"]}, "else": {"required": ["word"]},
                 "$defs": {"encrypted": {"properties": {"mode": {"$ref": "#/$defs/modes"}}},
                           "modes": {"enum": ["tls", "ssl"]}}}""";

        assertThat(SpecFixtures.report(schema, "{}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is \"tls\" or \"ssl\" or not given");
        assertThat(SpecFixtures.report(schema, "{\"mode\": \"plain\"}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is not \"tls\" or \"ssl\"");
        assertThat(SpecFixtures.spec(schema).property("cert").orElseThrow().requiredWhen())
                .contains("mode is \"tls\" or \"ssl\" or not given");
    }

    @Test
    void conditionOfElseIsNamed() {
        String schema = """
                {"properties": {"mode": {}, "a": {}, "b": {}},
                 "if": {"properties": {"mode": {"enum": ["x", "y"]}}}, "then": {"required": ["a"]}, "else": {"required": ["b"]}}""";

        assertThat(SpecFixtures.report(schema, "{\"mode\": \"z\"}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is not \"x\" or \"y\"");
        assertThat(SpecFixtures.report(schema, "{\"mode\": \"x\"}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is \"x\" or \"y\"");
    }

    @Test
    void propertyThatRequiresAnotherIsNamed() {
        String dependent =
                "{\"properties\": {\"cert\": {}, \"keyName\": {}}, \"dependentRequired\": {\"cert\": [\"keyName\"]}}";
        String older = "{\"properties\": {\"cert\": {}, \"keyName\": {}}, \"dependencies\": {\"cert\": [\"keyName\"]}}";
        String schemas =
                "{\"properties\": {\"cert\": {}, \"keyName\": {}}, \"dependentSchemas\": {\"cert\": {\"required\": [\"keyName\"]}}}";

        for (String schema : new String[] {dependent, older, schemas}) {
            assertThat(SpecFixtures.report(schema, "{\"keyName\": 1}").violations())
                    .isEmpty();
            assertThat(SpecFixtures.report(schema, "{\"cert\": 1}").errors())
                    .singleElement()
                    .extracting(Violation::message)
                    .asString()
                    .startsWith("keyName is required when cert is given. Give a value for keyName.");
        }
    }

    @Test
    void nestedConditionsAreJoined() {
        String schema = """
                {"properties": {"a": {}, "b": {}, "c": {}},
                 "if": {"required": ["a"]},
                 "then": {"if": {"properties": {"b": {"const": 1}}, "required": ["b"]}, "then": {"required": ["c"]}}}""";

        assertThat(SpecFixtures.report(schema, "{\"a\": 1, \"b\": 1}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when a is given and b is 1");
    }

    @Test
    void missingPropertyOfANestedObjectIsReported() {
        ValidationReport report = SpecFixtures.properties("""
                "headers": {"type": "array", "items": {"type": "object", "required": ["name", "value"]}},
                "proxy": {"type": "object", "required": ["host"]}""")
                .validate(SpecFixtures.draft(
                        "{\"headers\": [{\"name\": \"a\", \"value\": \"b\"}, {\"name\": \"c\"}], \"proxy\": {}}"));

        assertThat(SpecFixtures.codes(report)).containsExactly("REQUIRED headers[1].value", "REQUIRED proxy.host");
    }

    @Test
    void emptyStringCountsAsPresent() {
        assertThat(SpecFixtures.report("{\"properties\": {\"a\": {}}, \"required\": [\"a\"]}", "{\"a\": \"\"}")
                        .violations())
                .isEmpty();
    }

    @Test
    void requiredNameWithoutAPropertySchemaIsKnown() {
        assertThat(SpecFixtures.codes(SpecFixtures.report("{\"properties\": {}, \"required\": [\"a\"]}", "{}")))
                .containsExactly("REQUIRED a");
        assertThat(SpecFixtures.report("{\"properties\": {}, \"required\": [\"a\"]}", "{\"a\": 1}")
                        .violations())
                .isEmpty();
    }

    @Test
    void conditionThatIsAlsoMetByAnAbsentPropertyIsReportedAsSuch() {
        String schema = """
                {"properties": {"mode": {}, "cert": {}, "level": {}},
                 "if": {"properties": {"mode": {"const": "tls"}}}, "then": {"required": ["cert"]}}""";

        assertThat(SpecFixtures.report(schema, "{}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is \"tls\" or not given");
        assertThat(SpecFixtures.report(schema, "{\"mode\": \"tls\"}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is \"tls\"");
        assertThat(SpecFixtures.spec(schema).property("cert").orElseThrow().requiredWhen())
                .contains("mode is \"tls\" or not given");
    }

    @Test
    void conditionOnARequiredPropertyDoesNotMentionItsAbsence() {
        assertThat(SpecFixtures.spec("""
                        {"required": ["mode"], "if": {"properties": {"mode": {"enum": ["a", "b"]}, "level": {"const": 1}}},
                         "then": {"required": ["cert"]}}""").property("cert").orElseThrow().requiredWhen())
                .contains("mode is \"a\" or \"b\" and (level is 1 or not given)");
    }

    @Test
    void specificationThatStatesNoRequirementIsNoted() {
        ValidationReport report =
                SpecFixtures.specAsItIs("{\"properties\": {\"a\": {}}}").validate(SpecFixtures.draft("{\"a\": 1}"));

        assertThat(report.isValid()).isTrue();
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo(ViolationCode.REQUIREMENTS_NOT_STATED);
            assertThat(note.message()).contains("the specification does not state which are required");
        });
    }

    @Test
    void specificationThatRequiresUnderAConditionIsNotNoted() {
        assertThat(SpecFixtures.specAsItIs("{\"properties\": {\"a\": {}}, \"dependentRequired\": {\"b\": [\"a\"]}}")
                        .validate(SpecFixtures.draft("{\"a\": 1}"))
                        .violations())
                .isEmpty();
    }
}
