package io.github.qlikconnections.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @TempDir
    Path folder;

    @Test
    void valueIsReturnedOnlyOnExplicitRequest() {
        Secret secret = Secret.of("hush-4711");

        assertThat(secret.reveal()).isEqualTo("hush-4711");
        assertThat(secret.toString()).isEqualTo("Secret[hidden]");
        assertThat(secret.hashCode()).isEqualTo(Secret.of("other").hashCode());
    }

    @Test
    void secretsWithTheSameValueAreEqual() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a")).isNotEqualTo("a").isNotEqualTo(Secret.of("ab"));
    }

    @Test
    void arrayOfTheCallerIsCopied() {
        char[] value = {'a', 'b'};
        Secret secret = Secret.of(value);
        value[0] = 'x';

        assertThat(secret.reveal()).isEqualTo("ab");
    }

    @Test
    void clearedSecretCannotBeUsed() {
        Secret secret = Secret.of("a");
        assertThat(secret.isCleared()).isFalse();

        secret.clear();
        secret.clear();

        assertThat(secret.isCleared()).isTrue();
        assertThatThrownBy(secret::reveal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cleared");
        assertThat(java.util.List.of(secret).contains(secret)).isTrue();
        assertThat(secret).isNotEqualTo(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(secret);
    }

    @Test
    void serializationIsRejected() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(Secret.of("a"))).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void secretIsReadFromAnEnvironmentVariable() {
        assertThat(Secret.fromEnv("KEY", Map.of("KEY", "hush")).reveal()).isEqualTo("hush");
    }

    @Test
    void missingOrBlankEnvironmentVariableIsNamed() {
        assertThatThrownBy(() -> Secret.fromEnv("NO_SUCH_VARIABLE_4711"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NO_SUCH_VARIABLE_4711 is not set");
        assertThatThrownBy(() -> Secret.fromEnv("KEY", Map.of("KEY", " ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KEY is blank");
    }

    @Test
    void trailingLineBreakOfAFileIsRemoved() throws Exception {
        assertThat(read("hush\n")).isEqualTo("hush");
        assertThat(read("hush\r\n")).isEqualTo("hush");
        assertThat(read("hush\n\n")).isEqualTo("hush\n");
        assertThat(read("hu\nsh\r")).isEqualTo("hu\nsh\r");
        assertThat(read("\n")).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read("schlüssel")).isEqualTo("schlüssel");
    }

    private String read(String content) throws Exception {
        return Secret.fromFile(Files.writeString(folder.resolve("key"), content))
                .reveal();
    }

    @Test
    void unreadableFileIsNamedWithoutItsContent() throws Exception {
        assertThatThrownBy(() -> Secret.fromFile(folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'h', 'u', 's', 'h', (byte) 0xff});
        assertThatThrownBy(() -> Secret.fromFile(binary))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("binary")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void fileInAnotherUnicodeEncodingIsRejected(String charset) throws Exception {
        Path file = Files.write(folder.resolve("key"), "hush\n".getBytes(charset));
        assertThatThrownBy(() -> Secret.fromFile(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The secret file " + file + " cannot be read as UTF-8 text.");
    }

    @Test
    void byteOrderMarkOfAFileIsRemoved() throws Exception {
        assertThat(read("\uFEFFhush\r\n")).isEqualTo("hush");
        assertThat(read("\uFEFF")).isEmpty();
        assertThat(read("\uFEFF\n")).isEmpty();
        assertThat(read("hu\uFEFFsh")).isEqualTo("hu\uFEFFsh");
    }

    @Test
    void nullIsRejectedWithTheParameterAndAnAlternative() {
        assertThatThrownBy(() -> Secret.of((String) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value must not be null. To read an environment variable use Secret.fromEnv(name).");
        assertThatThrownBy(() -> Secret.of((char[]) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("value must not be null.");
        assertThatThrownBy(() -> Secret.fromEnv(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name must not be null.");
        assertThatThrownBy(() -> Secret.fromFile(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("file must not be null.");
    }
}
