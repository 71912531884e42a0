package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.SpecCatalog;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.StubResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecCatalogTest extends FakeTenantFixture {

    @TempDir
    Path folder;

    @Test
    void catalogHasTheSpecificationOfEachDataSourceInTheirOrder() {
        List<String> ids =
                qlik.dataSources().list().stream().map(DataSource::id).toList();
        qlik.dataSources().spec(S3);
        tenant.clearRequests();

        SpecCatalog catalog = qlik.dataSources().specs();

        assertThat(catalog.specs()).extracting(ConnectionSpec::dataSourceId).containsExactlyElementsOf(ids);
        assertThat(catalog.failures()).isEmpty();
        assertThat(tenant.requestCount())
                .as("the list, and each specification that is not cached")
                .isEqualTo(ids.size());
    }

    @Test
    void failureIsNamedAndDoesNotEndTheRun() {
        tenant.stubAll(
                request -> request.path().equals("/api/v1/data-sources/rest/api-specs"),
                request -> StubResponse.status(503).header("Retry-After", "0"));

        SpecCatalog catalog = qlik.dataSources().specs();

        assertThat(catalog.failures()).containsOnlyKeys("rest");
        assertThat(catalog.failures().get("rest")).isInstanceOf(ServerException.class);
        assertThat(catalog.specs()).isNotEmpty();
        assertThat(catalog).asString().endsWith("specifications, failed [rest]]");
    }

    @Test
    void rejectedKeyEndsTheRunAtTheList() {
        try (QlikClient stranger = client("no-such-key")) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> stranger.dataSources().specs());
        }
    }

    @Test
    void interruptedRunReportsTheMissingSpecifications() {
        tenant.stubNext("GET", "/api/v1/data-sources", StubResponse.passThrough());
        Thread caller = Thread.currentThread();
        tenant.stubAll(request -> request.path().endsWith("/api-specs"), request -> {
            caller.interrupt();
            return StubResponse.passThrough();
        });

        SpecCatalog catalog = qlik.dataSources().specs();

        assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
        assertThat(catalog.failures()).isNotEmpty();
        assertThat(catalog.failures().values())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("interrupted"));
    }

    @Test
    void savedCatalogIsReadFileByFile() {
        tenant.addDataSource(FakeDataSource.builder("odd/id").displayName("Odd").build());
        SpecCatalog catalog = qlik.dataSources().specs();

        catalog.save(folder.resolve("new/folder"));

        assertThat(folder.resolve("new/folder")).isDirectoryContaining("glob:**odd%2Fid.json");
        for (ConnectionSpec spec : catalog.specs()) {
            Path file = folder.resolve("new/folder").resolve(spec.dataSourceId().replace("/", "%2F") + ".json");
            assertThat(ConnectionSpec.load(file).fingerprint()).isEqualTo(spec.fingerprint());
        }
    }
}
