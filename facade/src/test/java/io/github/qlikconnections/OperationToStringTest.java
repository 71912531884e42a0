package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationToStringTest extends FakeTenantFixture {

    @Test
    void updateResultContainsChangesWithoutSecrets() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();

        assertThat(qlik.dataConnections().rotateCredentials(id, Map.of("password", Secret.of("PW-2"))))
                .asString()
                .contains(id, "/connectionProperties/password (value not shown)")
                .doesNotContain("PW-2", "- ->");
        assertThat(qlik.dataConnections()
                        .update(
                                id,
                                ConnectionPatch.builder()
                                        .set("database", "stock")
                                        .rename("Db 2")
                                        .build()))
                .asString()
                .contains("/connectionProperties/database: sales -> stock", "/qName: Db -> Db 2");
    }

    @Test
    void toStringOfAListContainsItsConditionsAndSendsNoRequest() {
        Paged<DataConnection> list = qlik.dataConnections()
                .list(ConnectionQuery.builder().toSource("mssql").build());

        assertThat(list)
                .hasToString(
                        "Paged[" + ConnectionQuery.builder().toSource("mssql").build() + ", warnings []]");
        assertThat(list.failOnIncomplete().toString()).contains("mssql", "failOnIncomplete");
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void toStringOfABuilderContainsItsValuesWithoutSecrets() {
        assertThat(mssql("Db").toString())
                .contains("mssql \"Db\"", "host", "password")
                .doesNotContain("PW-1");
        assertThat(ConnectionPatch.builder()
                        .secret("password", Secret.of("PW-1"))
                        .toString())
                .contains("ADD /connectionProperties/password")
                .doesNotContain("PW-1");
        assertThat(ConnectionQuery.builder().toSource("mssql").toString()).contains("mssql");
    }

    @Test
    void nullsAreRejectedBeforeAnyRequest() {
        DataConnections connections = qlik.dataConnections();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> connections.rotateCredentials("id", null))
                .withMessageContaining("secrets must not be null or empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connections.rotateCredentials("id", Collections.singletonMap("password", null)))
                .withMessageContaining("/connectionProperties/password must not be null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connections.ensureAll(Arrays.asList((ConnectionDraft) null)))
                .withMessageContaining("drafts must not be null or contain null");
        assertThat(tenant.requests()).isEmpty();
    }
}
