package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.InvalidConnectionException;

public class CreateConnection {
    public static void main(String[] args) {
        ConnectionDraft draft = ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Sales lake")
                .set("region", "eu-west-1")
                .set("bucketName", "acme-sales")
                .secret("accessKey", Secret.fromEnv("S3_KEY"))
                .secret("secretKey", Secret.fromEnv("S3_SECRET"))
                .build();
        try (QlikClient qlik = QlikClient.fromEnvironment()) { // QLIK_TENANT and QLIK_API_KEY
            System.out.println(qlik.dataConnections().create(draft).id());
        } catch (InvalidConnectionException e) {
            System.err.println(e.report().render()); // all errors of the draft at once; nothing was sent
        } catch (QlikException e) {
            System.err.println(e.getMessage()); // what failed, and the next step
        }
    }
}
