package io.github.qlikconnections.consumer;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;

/** Makes one call in a process of its own. */
final class FirstCall {

    private FirstCall() {}

    /**
     * Reads one connection.
     *
     * @param arguments the address of a tenant, a key of it, and the id of the connection
     */
    public static void main(String[] arguments) {
        try (QlikClient qlik = QlikClient.builder()
                .tenant(arguments[0])
                .credentials(QlikCredentials.apiKey(Secret.of(arguments[1])))
                .build()) {
            System.out.println(qlik.dataConnections().get(arguments[2]).name());
        }
    }
}
