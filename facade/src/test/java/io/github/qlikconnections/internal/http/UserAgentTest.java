package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    @ParameterizedTest
    @ValueSource(strings = {"nightly-sync", "nightly_sync/2.1", "a!#$%&'*+-.^_`|~b"})
    void putsTheApplicationBehindTheLibrary(String application) {
        assertThat(UserAgent.with(application))
                .matches("qlik-connections-java/\\S+ \\S+")
                .endsWith(" " + application);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b/c", "/a", "a/", "a\r\nX: 1", "a(b)", "é", "a\u0000"})
    void invalidProductIsRejected(String application) {
        assertThatThrownBy(() -> UserAgent.with(application))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The application name must be a product");
    }
}
