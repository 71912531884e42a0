package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationMetadataTest {

    @Test
    void eachSettingHasADescription() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode property : properties()) {
            names.add(property.path("name").asText());
            assertThat(property.path("description").asText())
                    .as(names.get(names.size() - 1))
                    .endsWith(".");
        }

        assertThat(names)
                .hasSizeGreaterThan(30)
                .contains(
                        "qlik.connections.tenant",
                        "qlik.connections.api-key",
                        "qlik.connections.oauth.private-key-location",
                        "qlik.connections.timeouts.connection-request",
                        "qlik.connections.validation.policy",
                        "management.health.qlik.enabled");
    }

    /** Returns the settings of this artifact, not those of Spring Boot. */
    private static List<JsonNode> properties() throws IOException {
        List<JsonNode> properties = new ArrayList<>();
        for (URL file : Collections.list(
                QlikClientFactory.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = file.openStream()) {
                new ObjectMapper().readTree(in).path("properties").forEach(properties::add);
            }
        }
        return properties.stream()
                .filter(property -> Stream.of("qlik.", "management.health.qlik")
                        .anyMatch(property.path("name").asText()::startsWith))
                .toList();
    }
}
