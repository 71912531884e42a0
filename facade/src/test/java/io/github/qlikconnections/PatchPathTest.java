package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.validation.InvalidPatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchPathTest extends FakeTenantFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connectionProperties/database",
                "qName",
                "/qname",
                "/QNAME",
                "/ConnectionProperties/database",
                "/space",
                "/qType",
                "/datasourceID",
                "/connectionProperties",
                "/connectionProperties/",
                "/tags/0",
                "/qName/",
                "/",
                ""
            })
    void unsupportedPatchPathIsRejectedAndNamed(String path) {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();
        ConnectionPatch patch = ConnectionPatch.builder()
                .operation(PatchOperation.set(PatchOperation.Op.ADD, path, "x"))
                .build();

        assertThatThrownBy(() -> qlik.dataConnections().update(id, patch))
                .isInstanceOfSatisfying(
                        InvalidPatchException.class,
                        invalid -> assertThat(invalid.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.pointer()).isEqualTo(path);
                                    assertThat(violation.message())
                                            .isEqualTo(violation.message().strip());
                                }))
                .hasMessageContaining("cannot be patched with the path " + (path.isEmpty() ? "\"\"" : path))
                .hasMessageContaining("/connectionProperties/<name>");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void lastValueOfAPathIsSentOnce() {
        String id = qlik.dataConnections().create(mssql("Db").build()).id();

        qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .set("database", "first")
                                .tags("first")
                                .secret("password", Secret.of("PW-first"))
                                .set("database", "last")
                                .tags("last")
                                .secret("password", Secret.of("PW-last"))
                                .build());

        assertThat(writes().get(1).body())
                .doesNotContain("first")
                .containsOnlyOnce("/connectionProperties/database")
                .containsOnlyOnce("/connectionProperties/password")
                .containsOnlyOnce("/tags");
    }
}
