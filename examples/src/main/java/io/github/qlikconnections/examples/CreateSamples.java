package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How connections of various data sources are created, as {@code docs/guides/create-connections.md} shows it. */
final class CreateSamples {

    private CreateSamples() {}

    static DataConnection s3(QlikClient qlik, Secret accessKey, Secret secretKey) {
        ConnectionDraft draft = ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Sales lake")
                .inSpaceNamed("Finance")
                .tags("team:sales")
                .set("region", "eu-west-1")
                .set("bucketName", "acme-sales")
                .secret("accessKey", accessKey)
                .secret("secretKey", secretKey)
                .build();
        DataConnection connection = qlik.dataConnections().create(draft);
        return connection;
    }

    static ConnectionDraft sqlServerThroughGateway(Secret password) {
        return ConnectionDraft.builder("DG_mssql", "Orders")
                .onGateway("prod-gw")
                .set("host", "sql.example.com")
                .set("database", "orders")
                .set("username", "reader")
                .secret("password", password)
                .build();
    }

    static ConnectionDraft snowflakeWithKeyPair(Path keyFile, Secret passphrase) {
        return ConnectionDraft.builder("snowflake", "Warehouse")
                .set("server", "acme.snowflakecomputing.com")
                .set("database", "SALES")
                .set("warehouse", "LOADING")
                .set("authenticator", "snowflake_jwt")
                .set("username", "LOADER")
                .file("PRIV_KEY_FILE", keyFile)
                .secret("PRIV_KEY_FILE_PWD", passphrase)
                .build();
    }

    static ConnectionDraft restWithHeaders(Secret key) {
        return ConnectionDraft.builder("rest", "Orders API")
                .set("url", "https://api.example.com/orders")
                .set(
                        "queryHeaders",
                        List.of(
                                Map.of("name", "Accept", "value", "application/json"),
                                Map.of("name", "X-API-Key", "value", key, "encrypt", true)))
                .build();
    }

    static ConnectionDraft documentedBody(Path file, Secret password) {
        return ConnectionDraft.fromJson(file).toBuilder()
                .secret("password", password)
                .build();
    }
}
