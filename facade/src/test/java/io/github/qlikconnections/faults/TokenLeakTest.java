package io.github.qlikconnections.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither a link in a response nor an id of a caller directs a request or the token to another address. */
class TokenLeakTest {

    @Test
    void nextPageIsRequestedFromTheTenantIfTheLinkNamesAnotherHost() throws IOException {
        int tried = 0;
        try (RawServer otherServer =
                new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"))) {
            for (String origin : List.of(
                    otherServer.url(),
                    "http://localhost:" + otherServer.port(),
                    "http://user@127.0.0.1:" + otherServer.port(),
                    "https://127.0.0.1:" + otherServer.port(),
                    "//127.0.0.1:" + otherServer.port())) {
                try (FakeTenant tenant =
                                FakeTenant.builder().pageLinkOrigin(origin).start();
                        QlikClient qlik = client(tenant.url(), tenant.apiKey())) {
                    for (int i = 0; i < 250; i++) {
                        tenant.addConnection("rest", "c" + i, null, Map.of("url", "https://x.example"));
                    }
                    assertThat(qlik.dataConnections().list(ConnectionQuery.all()).stream())
                            .hasSizeGreaterThanOrEqualTo(250);
                    assertThat(tenant.requestCount()).isGreaterThan(1);
                    tried++;
                }
            }
            assertThat(otherServer.requests()).isEmpty();
        }
        TestMetrics.record("links-to-other-hosts", "links to other hosts tried: " + tried + ", tokens leaked: 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "../../oauth/token",
                "a/../../b",
                "a/b",
                "a%2Fb",
                "%2e%2e",
                "..%2f..%2fx",
                "a\\..\\b",
                "a?x=1",
                "a#b",
                "a;b=c",
                "//evil.example",
                "http://evil.example/",
                "@evil.example",
                "a\r\nX-Evil: 1",
                "a\nb",
                "a\u0000b",
                " a",
                "é"
            })
    void idIsEncodedAsOnePathSegmentOrRejected(String id) throws IOException {
        try (RawServer server =
                        new RawServer((request, socket) -> RawServer.send(socket, "404 No", "application/json", "{}"));
                QlikClient qlik = client(server.url(), "the-key")) {
            List<Runnable> calls = List.of(
                    () -> qlik.dataConnections().get(id),
                    () -> qlik.dataConnections().delete(id),
                    () -> qlik.dataConnections().getWithProperties(id),
                    () -> qlik.dataConnections().findByName(id, SpaceRef.personal()),
                    () -> qlik.dataConnections()
                            .replace(
                                    id,
                                    ConnectionReplacement.builder("n", "P.exe", "CUSTOM CONNECT TO \"provider=P.exe;\"")
                                            .build()),
                    () -> qlik.dataConnections().rotateCredentials(id, Map.of("password", Secret.of("s"))),
                    () -> qlik.dataCredentials().get(id),
                    () -> qlik.dataCredentials().findByName(id),
                    () -> qlik.dataCredentials().rename(id, "n"),
                    () -> qlik.dataCredentials().delete(id),
                    () -> qlik.spaces().get(id),
                    () -> qlik.dataSources().gateways(id),
                    () -> qlik.dataSources().spec(id),
                    () -> qlik.dataSources().settings(id),
                    () -> qlik.dataSources().enable(id),
                    () -> qlik.dataConnections()
                            .update(id, ConnectionPatch.builder().tags("t").build()));
            for (Runnable call : calls) {
                assertThat(catchThrowable(call::run) instanceof IllegalStateException)
                        .isFalse();
            }
            assertThat(server.requests()).allSatisfy(request -> {
                assertThat(request.target().replaceAll("\\?.*", ""))
                        .matches("/api/v1/(data-connections|data-credentials|spaces|data-sources)/[^/]+"
                                + "(/gateways|/api-specs|/settings)?|/api/v1/data-(sources|connections)")
                        .doesNotMatch(".*/\\.{1,2}(/.*)?");
                assertThat(request.head()).doesNotContain("X-Evil").contains("Host: 127.0.0.1:" + server.port());
            });
        }
    }

    private static QlikClient client(String url, String key) {
        return TrackedClients.build(
                QlikClient.builder().tenant(url).credentials(QlikCredentials.apiKey(Secret.of(key))));
    }
}
