package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;

class CreateConnection {
    public static void main(String[] args) {
        try (QlikClient qlik = QlikClient.builder()
                .tenant("https://acme.eu.qlikcloud.com")
                .credentials(QlikCredentials.apiKey(Secret.fromEnv("QLIK_API_KEY")))
                .build()) {
            ConnectionDraft draft = ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Sales lake")
                    .inSpaceNamed("Finance")
                    .set("region", "us-east-1")
                    .set("bucketName", "acme-sales")
                    .secret("accessKey", Secret.fromEnv("S3_KEY"))
                    .secret("secretKey", Secret.fromEnv("S3_SECRET"))
                    .build();
            System.out.println(qlik.dataConnections().create(draft).id());
        }
    }
}
