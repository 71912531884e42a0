package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import java.io.PrintStream;

/** How connections share credentials, as {@code docs/guides/separated-credentials.md} shows it. */
final class SeparatedCredentialSamples {

    private SeparatedCredentialSamples() {}

    static DataConnection createWithNewCredentials(QlikClient qlik, Secret password) {
        return qlik.dataConnections()
                .create(ConnectionDraft.builder("mssql", "Orders")
                        .set("host", "db.example.com")
                        .set("database", "orders")
                        .set("username", "reader")
                        .secret("password", password)
                        .separateCredentials("orders-reader")
                        .build());
    }

    static DataConnection createWithExistingCredentials(QlikClient qlik) {
        return qlik.dataConnections()
                .create(ConnectionDraft.builder("mssql", "Orders archive")
                        .set("host", "db.example.com")
                        .set("database", "archive")
                        .useCredentialsNamed("orders-reader")
                        .build());
    }

    static void deleteOrphans(QlikClient qlik, PrintStream out) {
        qlik.dataCredentials().orphans().forEach(credentials -> {
            out.println("deleting " + credentials.name());
            qlik.dataCredentials().delete(credentials.id());
        });
    }
}
