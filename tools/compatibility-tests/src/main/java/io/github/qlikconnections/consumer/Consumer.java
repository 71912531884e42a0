package io.github.qlikconnections.consumer;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Creates, ensures, reads, lists and concurrently reads a connection, and creates one with an invalid draft, which is rejected. */
public final class Consumer {

    private Consumer() {}

    /**
     * Prints how each step ended.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                        .build()) {
            tenant.addSpace("Finance", SpaceType.SHARED);
            ConnectionDraft draft = ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Sales lake")
                    .inSpaceNamed("Finance")
                    .set("region", "us-east-1")
                    .set("bucketName", "acme-sales")
                    .secret("accessKey", Secret.of("consumer-access"))
                    .secret("secretKey", Secret.of("consumer-secret"))
                    .build();
            DataConnection created = qlik.dataConnections().create(draft);
            System.out.println("created " + created.name());
            System.out.println("ensured " + qlik.dataConnections().ensure(draft).outcome());
            System.out.println(
                    "read " + qlik.dataConnections().get(created.id()).name());
            System.out.println("listed "
                    + qlik.dataConnections().list(ConnectionQuery.builder().build()).stream()
                            .count());
            System.out.println("read concurrently " + readConcurrently(qlik, created.id()));
            System.out.println("sources " + (qlik.dataSources().list().isEmpty() ? "none" : "some"));
            try {
                qlik.dataConnections()
                        .create(ConnectionDraft.builder("File_AmazonS3ConnectorV2", "Wrong")
                                .set("buckettName", "acme-sales")
                                .build());
            } catch (InvalidConnectionException e) {
                System.out.println("rejected before it was sent");
            }
        }
    }

    /** Reads a connection with more threads than the client has pooled connections, and returns the number of successes. */
    private static int readConcurrently(QlikClient qlik, String id) {
        ExecutorService executor = threadPerTask();
        try {
            int read = 0;
            Callable<String> call = () -> qlik.dataConnections().get(id).name();
            for (Future<String> name : executor.invokeAll(Collections.nCopies(100, call))) {
                name.get();
                read++;
            }
            return read;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdown();
        }
    }

    /** Returns an executor with virtual threads, or with platform threads on a JDK without virtual ones. */
    private static ExecutorService threadPerTask() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool();
        }
    }
}
