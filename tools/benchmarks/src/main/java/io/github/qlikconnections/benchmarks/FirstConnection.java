package io.github.qlikconnections.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.client.ApiClient;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreate;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A process that creates one connection with the library or the generated client. */
public final class FirstConnection {

    private FirstConnection() {}

    /**
     * Runs the program.
     *
     * @param arguments the client, the URL and API key of the tenant
     */
    public static void main(String[] arguments) {
        String name = "Created " + UUID.randomUUID();
        System.out.println(
                arguments[0].equals("library")
                        ? library(name, arguments[1], arguments[2])
                        : generated(name, arguments[1], arguments[2]));
    }

    private static String library(String name, String url, String key) {
        try (QlikClient client = ClientCalls.client(url, key)) {
            return client.dataConnections().create(ClientCalls.draft(name)).id();
        }
    }

    private static String generated(String name, String url, String key) {
        return create(generatedClient(url, key), name);
    }

    static String create(ApiClient client, String name) {
        DcaasConnectionCreate body = new DcaasConnectionCreate();
        body.dataSourceId = Samples.LAKE;
        body.qName = name;
        body.connectionProperties = JsonNodeFactory.instance
                .objectNode()
                .put("region", "us-east-1")
                .put("bucketName", "acme-sales")
                .put("accessKey", "AAAABBBBCCCCDDDDEEEE")
                .put("secretKey", "0123456789012345678901234567890123456789");
        return new DataConnectionsApi(client).createDataConnection(body).qID;
    }

    static ApiClient generatedClient(String url, String key) {
        return new HttpApiClient(HttpClients.createDefault(), url, key);
    }
}
