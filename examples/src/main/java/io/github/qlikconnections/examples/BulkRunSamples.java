package io.github.qlikconnections.examples;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.model.ConnectionQuery;
import java.nio.file.Path;

/** How a run survives the end of its process, as {@code docs/bulk-runs.md} shows it. */
final class BulkRunSamples {

    private BulkRunSamples() {}

    static RotationReport rotate(DataConnections connections, CredentialSupplier vault) {
        RotationReport report = connections.rotateCredentials(
                ConnectionQuery.builder().toSource("mssql").build(),
                vault,
                RotationOptions.builder()
                        .journal(Path.of("rotation-2026-11.jsonl"))
                        .build());
        report.save(Path.of("rotation-2026-11.json"));
        return report;
    }

    static RotationReport repeatFailed(DataConnections connections, CredentialSupplier vault) {
        RotationReport report = RotationReport.load(Path.of("rotation-2026-11.json"));
        return connections.rotateCredentials(report, vault, RotationOptions.defaults());
    }
}
