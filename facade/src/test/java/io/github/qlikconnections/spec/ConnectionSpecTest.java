package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.SpecFixtures;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionSpecTest {

    private final ConnectionSpec lake = ConnectionSpec.parse("File_AmazonS3ConnectorV2", """
            {"connectorProvider": "SomeStorage.exe", "connectorVersion": "1.2.3", "connectionProperties": {
              "type": "object",
              "properties": {
                "region": {"type": "string", "default": "eu-west-1", "enum": ["eu-west-1", "us-east-1"],
                           "description": "Where the bucket is."},
                "bucketName": {"type": "string", "title": "Bucket"},
                "separateCredentials": {"type": "boolean", "default": false},
                "accessKey": {"type": "string"},
                "secretKey": {"type": "string", "default": "hush"}
              }}}""");

    @Test
    void connectorIsRead() {
        assertThat(lake.dataSourceId()).isEqualTo("File_AmazonS3ConnectorV2");
        assertThat(lake.connectorProvider()).isEqualTo("SomeStorage.exe");
        assertThat(lake.connectorVersion()).isEqualTo("1.2.3");
        assertThat(lake.isUsable()).isTrue();
        assertThat(lake.unusableReason()).isEmpty();
        assertThat(lake).hasToString("ConnectionSpec[File_AmazonS3ConnectorV2, SomeStorage.exe 1.2.3, 5 properties]");
        assertThat(SpecFixtures.spec("7"))
                .hasToString(
                        "ConnectionSpec[rest, Some.exe 1.0, not usable: connectionProperties is not a JSON object]");
    }

    @Test
    void propertiesKeepTheOrderOfTheDocument() {
        assertThat(lake.properties())
                .extracting(PropertySpec::name)
                .containsExactly("region", "bucketName", "separateCredentials", "accessKey", "secretKey");
        PropertySpec region = lake.property("region").orElseThrow();
        assertThat(region.type()).isEqualTo(PropertyType.STRING);
        assertThat(region.description()).isEqualTo("Where the bucket is.");
        assertThat(region.defaultValue()).contains("eu-west-1");
        assertThat(region.allowedValues()).containsExactly("eu-west-1", "us-east-1");
        assertThat(region.requirement()).isEqualTo(Requirement.NOT_STATED);
        assertThat(region.requiredWhen()).isEmpty();
        assertThat(region.isSecret()).isFalse();
        assertThat(region).hasToString("region: string, NOT_STATED");
        assertThat(lake.property("bucketName").orElseThrow().description()).isEqualTo("Bucket");
        assertThat(lake.property("separateCredentials").orElseThrow().defaultValue())
                .contains(false);
        assertThat(lake.property("Region")).isEmpty();
    }

    @Test
    void validDraftIsAccepted() {
        ConnectionDraft draft = ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Lake")
                .set("region", "us-east-1")
                .set("bucketName", "orders")
                .secret("accessKey", Secret.of("id"))
                .secret("secretKey", Secret.of("hush"))
                .build();

        ValidationReport report = lake.validate(draft);

        assertThat(report.isValid()).isTrue();
        assertThat(report.violations())
                .extracting(Violation::code)
                .containsExactly(ViolationCode.REQUIREMENTS_NOT_STATED);
        assertThat(report.draft()).isSameAs(draft);
    }

    @Test
    void draftOfAnotherSourceIsRejected() {
        assertThatThrownBy(
                        () -> lake.validate(ConnectionDraft.builder("rest", "x").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The draft is for rest, this specification for File_AmazonS3ConnectorV2");
    }

    @Test
    void everyTypeIsReadWithItsValues() {
        ConnectionSpec spec = SpecFixtures.properties("""
                "string": {"type": "string"}, "integer": {"type": "integer", "default": 7},
                "number": {"type": "number", "default": 1.5}, "boolean": {"type": "boolean"},
                "array": {"type": "array", "default": [1]}, "object": {"type": "object", "default": {"a": 1}},
                "nullable": {"type": ["string", "null"], "enum": ["a", null]}, "either": {"type": ["string", "integer"]},
                "texts": {"enum": ["a"]}, "numbers": {"enum": [1, 2]}, "decimals": {"enum": [1.5]}, "flags": {"enum": [true]},
                "mixed": {"enum": [1, "a"]}, "one": {"const": "a"}, "lists": {"enum": [[1]]}, "any": {}, "all": true""");

        assertThat(spec.properties())
                .extracting(property -> property.name() + " " + property.type())
                .containsExactly(
                        "string string",
                        "integer integer",
                        "number number",
                        "boolean boolean",
                        "array array",
                        "object object",
                        "nullable string",
                        "either any",
                        "texts string",
                        "numbers integer",
                        "decimals number",
                        "flags boolean",
                        "mixed any",
                        "one string",
                        "lists any",
                        "any any",
                        "all any");
        assertThat(spec.property("integer").orElseThrow().defaultValue()).contains(7L);
        assertThat(spec.property("number").orElseThrow().defaultValue()).contains(new BigDecimal("1.5"));
        assertThat(spec.property("array").orElseThrow().defaultValue()).contains(List.of(1L));
        assertThat(spec.property("object").orElseThrow().defaultValue()).contains(Map.of("a", 1L));
        assertThat(spec.property("nullable").orElseThrow().allowedValues()).containsExactly("a");
        assertThat(spec.property("one").orElseThrow().allowedValues()).containsExactly("a");
    }

    @Test
    void referencesAndCombinationsAreResolved() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {
                   "zone": {"$ref": "#/definitions/zone", "description": "Own words."},
                   "port": {"allOf": [{"$ref": "#/definitions/port"}, {"maximum": 9}]},
                   "mode": {"anyOf": [{"const": "a", "title": "A"}, {"enum": ["b", "c"]}]},
                   "loose": {"oneOf": [{"const": "a"}, {"type": "string"}]}},
                 "definitions": {"zone": {"type": "string", "enum": ["x"], "description": "Shared words."},
                                 "port": {"type": "integer", "default": 443}}}""");

        PropertySpec zone = spec.property("zone").orElseThrow();
        assertThat(zone.type()).isEqualTo(PropertyType.STRING);
        assertThat(zone.allowedValues()).containsExactly("x");
        assertThat(zone.description()).isEqualTo("Own words.");
        assertThat(spec.property("port").orElseThrow().type()).isEqualTo(PropertyType.INTEGER);
        assertThat(spec.property("port").orElseThrow().defaultValue()).contains(443L);
        assertThat(spec.property("mode").orElseThrow().allowedValues()).containsExactly("a", "b", "c");
        assertThat(spec.property("mode").orElseThrow().type()).isEqualTo(PropertyType.STRING);
        assertThat(spec.property("loose").orElseThrow().allowedValues()).isEmpty();
    }

    @Test
    void recursiveDefinitionsAreRead() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"tree": {"$ref": "#/definitions/tree"}, "loop": {"$ref": "#/properties/loop"}},
                 "allOf": [{"$ref": "#"}], "definitions": {"tree": {"properties": {"left": {"$ref": "#/definitions/tree"}}}}}""");

        assertThat(spec.properties()).extracting(PropertySpec::name).containsExactly("tree", "loop");
    }

    @Test
    void conditionOfARequiredPropertyIsNamed() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"a": {}, "b": {}, "c": {}, "d": {}, "e": {}, "f": {}, "g": {}, "h": {}, "i": {}},
                 "required": ["a", "extra"],
                 "allOf": [
                   {"required": ["b"]},
                   {"if": {"properties": {"a": {"const": "x"}}}, "then": {"required": ["c"]}, "else": {"required": ["d"]}},
                   {"if": {"required": ["b"]}, "then": {"required": ["c", "a"]}}],
                 "dependentRequired": {"c": ["e"]},
                 "dependentSchemas": {"d": {"required": ["f"]}},
                 "oneOf": [{"properties": {"a": {"const": "y"}}, "required": ["g"]}, {"required": ["h"]}]}""");

        assertThat(spec.properties())
                .extracting(p -> p.name() + " " + p.requirement() + " "
                        + p.requiredWhen().orElse("-"))
                .containsExactly(
                        "a REQUIRED -",
                        "b REQUIRED -",
                        "c CONDITIONAL a is \"x\", or b is given",
                        "d CONDITIONAL a is not \"x\"",
                        "e CONDITIONAL c is given",
                        "f CONDITIONAL d is given",
                        "g CONDITIONAL a is \"y\"",
                        "h CONDITIONAL none of its alternatives is given",
                        "i OPTIONAL -",
                        "extra REQUIRED -");
    }

    @Test
    void requirementIsUnknownIfTheSchemaStatesNone() {
        assertThat(SpecFixtures.specAsItIs(
                                "{\"properties\": {\"a\": {}, \"b\": {\"properties\": {\"c\": {}}, \"required\": [\"c\"]}}}")
                        .properties())
                .extracting(PropertySpec::requirement)
                .containsOnly(Requirement.NOT_STATED);
    }

    @Test
    void secretsAreDetectedBySchemaMarkOrName() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"password": {}, "a": {"writeOnly": true}, "b": {"format": "password"}, "c": {"x-secret": true},
                   "d": {"secret": true}, "e": {"x-secret": false}, "f": {"$ref": "#/definitions/s"}, "g": {"format": "uri"}},
                 "definitions": {"s": {"writeOnly": true}}}""");

        assertThat(spec.properties().stream().filter(PropertySpec::isSecret).map(PropertySpec::name))
                .containsExactly("password", "a", "b", "c", "d", "f");
    }

    @Test
    void formatOfAllBranchesIsThatOfTheProperty() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"url": {"format": "uri", "contentEncoding": "base64"}, "host": {}},
                 "oneOf": [{"properties": {"host": {"format": "hostname"}, "port": {"format": "int32"}, "zone": {"format": "uri"}}},
                           {"properties": {"host": {"format": "hostname"}, "port": {"format": "int64"}, "zone": {}}}]}""");

        assertThat(spec.properties())
                .extracting(
                        property -> property.name() + " " + property.format().orElse("-") + " "
                                + property.contentEncoding().orElse("-"))
                .containsExactly("url uri base64", "host hostname -", "port - -", "zone - -");
    }

    @Test
    void typeOfAllBranchesIsThatOfAPropertyWithoutATypeOfItsOwn() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"host": {}, "port": {"type": "integer"}},
                 "oneOf": [{"properties": {"host": {"type": "string"}, "port": {"type": "string"}, "zone": {"type": "string"}}},
                           {"properties": {"host": {"minLength": 1}, "zone": {"type": "boolean"}}}]}""");

        assertThat(spec.properties())
                .extracting(property -> property.name() + " " + property.type())
                .containsExactly("host string", "port integer", "zone any");
    }

    @Test
    void nullAndAnUnknownTypeLeaveTheTypeOpen() {
        assertThat(SpecFixtures.specAsItIs(
                                "{\"$schema\": \"other\", \"properties\": {\"a\": {\"type\": \"null\"}, \"b\": {\"type\": \"int\"}}}")
                        .properties())
                .extracting(PropertySpec::type)
                .containsOnly(PropertyType.ANY);
    }

    @Test
    void propertiesOnWhichSecretsDependAreAuthenticationProperties() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"mode": {}, "zone": {}, "host": {}, "password": {}, "pin": {"writeOnly": true}},
                 "if": {"properties": {"mode": {"const": "basic"}}}, "then": {"required": ["password"]},
                 "dependentRequired": {"host": ["zone"], "zone": ["pin"]}}""");

        assertThat(spec.authenticationProperties()).containsExactlyInAnyOrder("mode", "zone");
        assertThat(SpecFixtures.spec("7").authenticationProperties()).isEmpty();
    }

    @Test
    void markOfASingleValueIsFoundByItsPointer() {
        ConnectionSpec spec = SpecFixtures.properties("""
                "queryHeaders": {"items": {"properties": {"name": {}, "value": {"writeOnly": true}}}}, "password": {}""");

        assertThat(spec.isMarkedSecret("/queryHeaders/0/value")).isTrue();
        assertThat(spec.isMarkedSecret("/queryHeaders/0/name")).isFalse();
        assertThat(spec.isMarkedSecret("/queryHeaders")).isFalse();
        assertThat(spec.isMarkedSecret("/password")).isFalse();
        assertThat(SpecFixtures.properties("\"password\": {}").isMarkedSecret("/password"))
                .isFalse();
    }

    @Test
    void fingerprintDependsOnTheSchemaOnly() {
        String one = ConnectionSpec.parse(
                        "a",
                        "{\"connectorVersion\": \"1\", \"connectionProperties\": {\"properties\": {\"p\": {\"maximum\": 1.50}, \"q\": {}}}}")
                .fingerprint();

        assertThat(one).matches("sha256:[0-9a-f]{64}");
        assertThat(ConnectionSpec.parse(
                                "b",
                                "{\"connectorVersion\": \"2\", \"connectionProperties\": {\"properties\": {\"q\": {}, \"p\": {\"maximum\": 1.5}}}}")
                        .fingerprint())
                .isEqualTo(one);
        assertThat(SpecFixtures.spec("{\"properties\": {\"p\": {\"maximum\": 1.6}, \"q\": {}}}")
                        .fingerprint())
                .isNotEqualTo(one);
    }

    @Test
    void fingerprintIsStableAcrossReleases() {
        assertThat(SpecFixtures.specAsItIs(
                                "{\"type\": \"object\", \"properties\": {\"p\": {\"type\": \"integer\", \"enum\": [1, 2.50, null, true, [\"x\"]]}}}")
                        .fingerprint())
                .isEqualTo("sha256:acea798ed737b76a2ab4bc7a0ce78d5077e19d583e4f0107276b47973202f926");
    }

    @Test
    void specificationIsThreadSafe() throws Exception {
        ConnectionSpec spec = SpecFixtures.properties("\"p\": {\"type\": \"integer\"}");
        ConnectionDraft draft = SpecFixtures.draft("{\"p\": \"7\"}");
        Callable<List<String>> task = () -> SpecFixtures.codes(spec.validate(draft));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> results = threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> task).toList());
            for (Future<List<String>> result : results) {
                assertThat(result.get()).containsExactly("NORMALIZED p");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
