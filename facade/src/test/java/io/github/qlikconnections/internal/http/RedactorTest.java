package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {

    @Test
    void blotsOutEverySecretWhereverItStands() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("hunter2"), Secret.of("s3cr3t")));
        assertThat(redactor.clean("user hunter2 with key=s3cr3t; again hunter2"))
                .isEqualTo("user [hidden] with key=[hidden]; again [hidden]");
    }

    @Test
    void blotsOutTheLongerSecretFirst() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("abc"), Secret.of("abcdef")));
        assertThat(redactor.clean("abcdef")).isEqualTo("[hidden]");
    }

    @Test
    void blotsOutASecretAsItStandsInJson() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("a \"b\"\n\\c")));
        assertThat(redactor.clean("near 'a \\\"b\\\"\\n\\\\c', or a \"b\"\n\\c"))
                .isEqualTo("near '[hidden]', or [hidden]");
    }

    @Test
    void blotsOutTheBeginningOfASecretThatWasBrokenOff() {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("0123456789abcdef")));
        assertThat(redactor.clean("value 0123456789abcd… is bad")).isEqualTo("value [hidden]… is bad");
        assertThat(redactor.clean("port 01234567")).isEqualTo("port 01234567");
    }

    @Test
    void keepsToOneLineOfLimitedLength() {
        assertThat(Redactor.NONE.clean("a\r\nb\u0000c")).isEqualTo("a b c");
        assertThat(Redactor.NONE.clean("x".repeat(2000))).hasSize(501).endsWith("…");
    }

    @Test
    void leavesAClearedSecretOut() {
        Secret cleared = Secret.of("gone");
        cleared.clear();
        assertThat(Redactor.of(() -> List.of(cleared)).clean("text")).isEqualTo("text");
    }
}
