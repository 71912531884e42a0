package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictPropertiesTest {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @RegisterExtension
    FakeTenantExtension extension =
            FakeTenantExtension.of(FakeTenant.builder().strictProperties().build());

    FakeTenant tenant = extension.tenant();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hots\":\"db\"                             | Property hots of mssql is not known",
                "\"port\":\"many\"                           | Property port of mssql is not of the type integer",
                "\"encrypt\":\"yes\"                         | Property encrypt of mssql is not of the type boolean",
                "\"username\":7                              | Property username of mssql is not of the type string",
                "\"applicationIntent\":\"ReadNothing\"       | Property applicationIntent of mssql does not have an allowed value"
            })
    void invalidPropertyIsRejectedByName(String member, String detail) {
        ApiResponse response = create("\"host\":\"db\",\"database\":\"sales\"," + member);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.error().path("detail").asText()).isEqualTo(detail);
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void missingRequiredPropertyIsRejected() {
        ApiResponse response = create("\"host\":\"db\"");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.error().path("detail").asText()).isEqualTo("Property database of mssql is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenant.addConnection("mssql", "Orders", null, Map.of("host", "db")));
    }

    @Test
    void numbersAndBooleansMayBeStrings() {
        assertThat(create(
                                "\"host\":\"db\",\"database\":\"sales\",\"port\":\"1433\",\"encrypt\":\"true\",\"password\":\"x\"")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void changedPropertyIsValidated() {
        String id = tenant.addConnection("mssql", "Orders", null, Map.of("host", "db", "database", "sales"));
        ApiCaller api = new ApiCaller(tenant);

        assertThat(api.patch(CONNECTIONS + "/" + id, patch("port", "\"many\"")).status())
                .isEqualTo(400);
        assertThat(api.patch(CONNECTIONS + "/" + id, patch("port", "1434")).status())
                .isEqualTo(204);
    }

    @Test
    void propertiesAreNotValidatedByDefault() {
        try (FakeTenant lenient = FakeTenant.start()) {
            lenient.addConnection("mssql", "Orders", null, Map.of("hots", "db"));

            assertThat(lenient.connections()).hasSize(1);
        }
    }

    private static String patch(String property, String value) {
        return "[{\"op\":\"add\",\"path\":\"/connectionProperties/" + property + "\",\"value\":" + value + "}]";
    }

    private ApiResponse create(String properties) {
        return new ApiCaller(tenant)
                .post(
                        CONNECTIONS,
                        "{\"qName\":\"Orders\",\"datasourceID\":\"mssql\",\"connectionProperties\":{" + properties
                                + "}}");
    }
}
