package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.model.PatchOperation.Op;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchFromJsonTest {

    private static List<PatchOperation> read(String json) {
        return ConnectionPatch.fromJson(json).operations();
    }

    @Test
    void documentedBodyWithCapitalLettersIsRead() {
        assertThat(read("""
                        [
                          {"op": "replace", "path": "/connectionProperties/bucketName", "Value": "my-bucket"},
                          {"op": "replace", "path": "/connectionProperties/secretKey", "Value": "hush"},
                          {"op": "replace", "path": "/connectionProperties/separateCredentials", "value": true},
                          {"op": "add", "path": "/connectionProperties/credentialsName", "Value": "New"},
                          {"op": "remove", "path": "/connectionProperties/port"}
                        ]\
                        """))
                .containsExactly(
                        PatchOperation.set(Op.REPLACE, "/connectionProperties/bucketName", "my-bucket"),
                        PatchOperation.set(Op.REPLACE, "/connectionProperties/secretKey", Secret.of("hush")),
                        PatchOperation.set(Op.REPLACE, "/connectionProperties/separateCredentials", true),
                        PatchOperation.set(Op.ADD, "/connectionProperties/credentialsName", "New"),
                        PatchOperation.remove("/connectionProperties/port"));
    }

    @Test
    void formerBodyIsRead() {
        assertThat(read("{\"patchData\": [{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"New\"}]}"))
                .containsExactly(PatchOperation.set(Op.REPLACE, "/qName", "New"));
    }

    @Test
    void bodyThatIsEscapedForAShellIsRead() {
        assertThat(read("'[ {\\\"op\\\": \\\"replace\\\", \\\"path\\\": \\\"/qName\\\", \\\"value\\\": \\\"New\\\"}]'"))
                .containsExactly(PatchOperation.set(Op.REPLACE, "/qName", "New"));
    }

    @Test
    void passwordContentsOfFilesAndSecretEntriesAreSecrets() {
        assertThat(read("""
                        [
                          {"op": "add", "path": "/qConnectStatement", "value": "CUSTOM CONNECT"},
                          {"op": "add", "path": "/qPassword", "value": "hush"},
                          {"op": "replace", "path": "/connectionProperties/rootCertificates/0/name", "value": "a.pem"},
                          {"op": "replace", "path": "/connectionProperties/rootCertificates/0/value", "value": "QQ=="},
                          {"op": "add", "path": "/connectionProperties/queryHeaders",
                           "value": [{"name": "X-Key", "value": "hush"}]}
                        ]\
                        """).stream().map(operation -> operation.value().orElseThrow()))
                .containsExactly(
                        "CUSTOM CONNECT",
                        Secret.of("hush"),
                        "a.pem",
                        Secret.of("QQ=="),
                        List.of(Map.of("name", "X-Key", "value", Secret.of("hush"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                 | is not a JSON array; paste the body of a patch request
            []                                                 | changes nothing
            [1]                                                | Operation 1 of the request is not a JSON object
            [{"path": "/qName", "value": "hush"}]              | Operation 1 of the request has no op that the API accepts
            [{"op": "move", "path": "/qName"}]                 | has no op that the API accepts: add, replace or remove
            [{"op": "add", "value": "hush"}]                   | has no path; give a JSON Pointer
            [{"op": "add", "path": "/qName"}]                  | has no value; to remove a value, use the operation remove
            [{"op": "add", "path": "/tags", "value": [null]}]  | has null in its value
            [{"op": "add", "path": "/qName", "val": "hush"}]   | has a member other than op, path and value
            [{"op": "add", "path": "/a", "value": 1, "Value": 2}] | gives a member twice
            op: add                                            | paste only the body of the request, from [ to ]
            """)
    void otherTextIsRejectedWithoutItsValues(String json, String message) {
        assertThatThrownBy(() -> ConnectionPatch.fromJson(json))
                .isInstanceOf(MalformedDraftException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("hush");
    }

    @Test
    void brokenJsonIsReportedWithItsPosition() {
        MalformedDraftException exception = catchThrowableOfType(
                MalformedDraftException.class,
                () -> ConnectionPatch.fromJson("[{\"op\": \"add\",\n \"path\": \"/qName\", // new\n \"value\": 1}]"));

        assertThat(exception.line()).isEqualTo(2);
        assertThat(exception).hasMessageContaining("comment");
    }

    @Test
    void fileIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("patch.json"), "[{\"op\": \"add\", \"path\": \"/qName\", \"value\": \"New\"}]");

        assertThat(ConnectionPatch.fromJson(file).operations())
                .containsExactly(PatchOperation.set(Op.ADD, "/qName", "New"));
        assertThatThrownBy(() -> ConnectionPatch.fromJson(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The patch file");
    }
}
