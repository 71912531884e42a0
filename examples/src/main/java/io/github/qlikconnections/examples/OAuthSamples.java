package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import java.net.URI;
import java.util.Map;

/** A sign-in over two web requests, as {@code docs/guides/interactive-oauth.md} shows it. */
final class OAuthSamples {

    private OAuthSamples() {}

    static URI beginSignIn(QlikClient qlik, ConnectionDraft draft, Map<String, Object> session) {
        OAuthChallenge challenge = qlik.dataConnections().beginOAuth(draft);
        session.put("challenge", challenge.toMap());
        return challenge.authUrl().orElseThrow();
    }

    static DataConnection completeSignIn(QlikClient qlik, Map<String, ?> stored, Secret clientSecret, Secret code) {
        OAuthChallenge challenge = OAuthChallenge.from(stored);
        ConnectionDraft draft = challenge.draft().toBuilder()
                .secret("clientSecret", clientSecret)
                .build();
        return qlik.dataConnections().completeOAuth(challenge.withDraft(draft), code);
    }
}
