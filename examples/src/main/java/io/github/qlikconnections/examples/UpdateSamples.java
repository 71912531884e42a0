package io.github.qlikconnections.examples;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.plan.UpdateResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** How connections and their credentials are changed, as {@code docs/guides/update-and-rotate.md} shows it. */
final class UpdateSamples {

    private UpdateSamples() {}

    static UpdateResult update(QlikClient qlik, String id) {
        UpdateResult result = qlik.dataConnections()
                .update(
                        id,
                        ConnectionPatch.builder()
                                .rename("Orders archive")
                                .set("database", "archive")
                                .build());
        return result;
    }

    static UpdateResult rotateOne(QlikClient qlik, String id, Secret newPassword) {
        return qlik.dataConnections().rotateCredentials(id, Map.of("password", newPassword));
    }

    static RotationReport rotateMany(QlikClient qlik, CredentialSupplier vault, PrintStream out) {
        RotationOptions options = RotationOptions.builder()
                .listener((done, total, name) -> out.printf("%3d of %d  %s%n", done, total, name))
                .build();
        ConnectionQuery query = ConnectionQuery.builder().toSource("mssql").build();
        RotationReport report = qlik.dataConnections().rotateCredentials(query, vault, options);
        report.failed().forEach(out::println);
        return report;
    }

    static RotationReport rotateWithJournal(DataConnections connections, CredentialSupplier vault, Path folder) {
        RotationReport report = connections.rotateCredentials(
                ConnectionQuery.builder().toSource("mssql").build(),
                vault,
                RotationOptions.builder()
                        .journal(folder.resolve("rotation-2026-11.jsonl"))
                        .build());
        report.save(folder.resolve("rotation-2026-11.json"));
        return report;
    }

    static RotationReport repeatFailed(DataConnections connections, CredentialSupplier vault, Path folder) {
        RotationReport report = RotationReport.load(folder.resolve("rotation-2026-11.json"));
        return connections.rotateCredentials(report, vault, RotationOptions.defaults());
    }
}
