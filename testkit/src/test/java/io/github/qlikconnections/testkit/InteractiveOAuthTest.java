package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractiveOAuthTest {

    private static final String LIST = "/api/v1/data-connections";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;

    @BeforeEach
    void createCaller() {
        api = new ApiCaller(tenant);
    }

    private ApiResponse create(String source, String members, String code) {
        return api.post(
                LIST,
                "{\"dataSourceId\": \"" + source + "\", \"qName\": \"q\", " + members
                        + "\"connectionProperties\": {\"OAuthMechanism\": \"1\", \"Catalog\": \"acme-data\", \"authCode\": \""
                        + code + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\""})
    void firstRequestReturnsAUrlAndCreatesNothing(String yes) {
        ApiResponse response = create("gbq", "\"authUrlOnly\": " + yes + ", ", "");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().size()).isEqualTo(1);
        assertThat(response.json().path("authUrl").asText())
                .startsWith("https://accounts.example.com/")
                .contains("redirect_uri=https%3A%2F%2Fconnector.qlik.com", "state=", "code_challenge_method=S256");
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void secondRequestCreatesWithTheCode() {
        ApiResponse response = create("gbq", "", "4/0AX4XfWh");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body()).doesNotContain("4/0AX4XfWh");
        assertThat(tenant.connections().get(0).secrets()).containsEntry("authCode", "4/0AX4XfWh");
    }

    @Test
    void missingCodeIsRejected() {
        ApiResponse response = create("gbq", "\"authUrlOnly\": false, ", "");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.error().path("detail").asText()).contains("authCode");
    }

    @Test
    void sourceWithoutInteractiveConsentIsCreatedImmediately() {
        ApiResponse response = create("rest", "\"authUrlOnly\": true, ", "");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().has("authUrl")).isFalse();
        assertThat(tenant.connections()).hasSize(1);
    }
}
