package io.github.qlikconnections.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import org.junit.jupiter.api.Test;

class CallerIdentityTest {

    private static final Secret SECRET = Secret.of("s3cret-value");

    @Test
    void clientIdIdentifiesTheCallerForEachKindOfOAuthCredentials() {
        String caller = CallerIdentity.of(QlikCredentials.oauth("nightly-sync", SECRET));

        assertThat(caller).matches("client-[0-9a-f]{16}").doesNotContain("nightly");
        assertThat(CallerIdentity.of(QlikCredentials.privateKey("nightly-sync", SECRET, SigningAlgorithm.RS256)))
                .isEqualTo(caller);
        assertThat(CallerIdentity.of(QlikCredentials.oauth("other", SECRET))).isNotEqualTo(caller);
    }

    @Test
    void apiKeyIdentifiesTheCallerByItsHash() {
        // The first 8 bytes of sha256sum. The name must be the same in every process and version.
        assertThat(CallerIdentity.of(QlikCredentials.apiKey(SECRET))).isEqualTo("key-bf496b76b91b8282");
    }

    @Test
    void suppliedTokensIdentifyNoCaller() {
        assertThat(CallerIdentity.of(QlikCredentials.tokens(() -> SECRET))).isNull();
    }
}
