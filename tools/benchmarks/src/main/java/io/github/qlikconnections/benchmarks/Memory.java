package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.client.ApiClient;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/** A process that prints the size of the heap that a client retains. */
public final class Memory {

    private Memory() {}

    /**
     * Runs the program.
     *
     * @param arguments the client, the URL and API key of the tenant, the number of specifications to read
     */
    public static void main(String[] arguments) {
        int specs = Integer.parseInt(arguments[3]);
        System.out.println(
                arguments[0].equals("library")
                        ? library(arguments[1], arguments[2], specs)
                        : generated(arguments[1], arguments[2], specs));
    }

    private static long library(String url, String key, int specs) {
        try (QlikClient client = ClientCalls.client(url, key)) {
            client.dataConnections().create(ClientCalls.draft("Memory " + System.nanoTime()));
            for (int i = 0; i < specs; i++) {
                String source = Samples.source(i);
                client.dataSources().spec(source).validate(Samples.lakeDraft(source));
            }
            return retained(client);
        }
    }

    private static long generated(String url, String key, int specs) {
        ApiClient client = FirstConnection.generatedClient(url, key);
        FirstConnection.create(client, "Memory " + System.nanoTime());
        DataSourcesApi api = new DataSourcesApi(client);
        for (int i = 0; i < specs; i++) {
            api.getDataSourceApiSpecs(Samples.source(i));
        }
        return retained(client);
    }

    private static long retained(Object client) {
        try {
            for (int i = 0; i < 5; i++) {
                System.gc();
            }
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } finally {
            Reference.reachabilityFence(client);
        }
    }
}
