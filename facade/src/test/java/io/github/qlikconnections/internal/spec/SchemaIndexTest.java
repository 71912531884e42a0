package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.json.JsonReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaIndexTest {

    private Map<?, ?> root;
    private SchemaIndex index;

    @BeforeEach
    void indexSchema() throws Exception {
        use("""
            {"$defs": {
               "zone": {"$id": "https://example.test/zone.json", "$defs": {
                  "port": {"$id": "port.json"},
                  "part": {"$anchor": "part"}}},
               "legacy": {"id": "#legacy", "definitions": {"inner": {"$anchor": "inner"}}},
               "invalid": {"$id": "http://[invalid", "$anchor": "invalid"},
               "a b+c": {}},
             "components": {"host": {"$defs": {"name": {"$anchor": "name"}}}, "count": 7}}""");
    }

    private void use(String schema) throws InvalidJsonException, UnusableSchemaException {
        root = (Map<?, ?>) JsonReader.read(schema);
        index = new SchemaIndex(root);
    }

    private Map<?, ?> at(String pointer) {
        return (Map<?, ?>) JsonPointers.find(root, pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '#', ''",
        "'', '#/$defs/zone', /$defs/zone",
        "'', 'https://example.test/zone.json', /$defs/zone",
        "'', 'https://example.test/zone.json#part', /$defs/zone/$defs/part",
        "'', 'https://example.test/port.json', /$defs/zone/$defs/port",
        "/$defs/zone, port.json, /$defs/zone/$defs/port",
        "/$defs/zone, '#part', /$defs/zone/$defs/part",
        "/$defs/zone, '#/$defs/part', /$defs/zone/$defs/part",
        "/$defs/zone/$defs/part, '#', /$defs/zone",
        "/$defs/zone/$defs/port, zone.json, /$defs/zone",
        "'', '#legacy', /$defs/legacy",
        "'', '#inner', /$defs/legacy/definitions/inner",
        "'', '#invalid', /$defs/invalid",
        "'', '#/$defs/a%20b+c', '/$defs/a b+c'",
        "'', '#/components/host', /components/host"
    })
    void referenceIsResolvedByIdAnchorOrPointer(String referrer, String reference, String target) throws Exception {
        assertThat(index.resolve(at(referrer), reference)).isSameAs(at(target));
    }

    @ParameterizedTest
    @CsvSource({
        "other.json, a reference in it cannot be resolved",
        "'#none', a reference in it cannot be resolved",
        "'#/$defs/none', a reference in it cannot be resolved",
        "'#/components/count', a reference in it cannot be resolved",
        "'https://example.test/other.json#/$defs', a reference in it cannot be resolved",
        "'http://[invalid', an identifier or reference in it is not a URI"
    })
    void otherReferenceIsRejected(String reference, String reason) {
        assertThatThrownBy(() -> index.resolve(root, reference))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage(reason);
    }

    @Test
    void schemaInAnUnknownKeywordIsReadWhenItIsReferenced() throws Exception {
        assertThatThrownBy(() -> index.resolve(root, "#name")).isInstanceOf(UnusableSchemaException.class);

        index.resolve(root, "#/components/host");

        assertThat(index.resolve(root, "#name")).isSameAs(at("/components/host/$defs/name"));
    }

    @Test
    void booleanSchemaIsReferenced() throws Exception {
        use("{\"$defs\": {\"none\": false}}");

        assertThat(index.resolve(root, "#/$defs/none")).isEqualTo(false);
    }

    @Test
    void numberOfValuesIsLimited() throws Exception {
        List<Integer> most = Collections.nCopies(99_997, 1);

        assertThat(new SchemaIndex(Map.of("p", Map.of("enum", most)))).isNotNull();
        assertThatThrownBy(() -> new SchemaIndex(Map.of("p", Map.of("enum", most, "type", "integer"))))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage("it contains more than 100000 values");
    }
}
