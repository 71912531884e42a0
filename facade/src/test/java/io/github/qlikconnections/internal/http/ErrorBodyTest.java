package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.QlikApiException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The supported shapes of error bodies. */
class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'message': 'Not so.'}|Not so.",
                "{'error': {'message': 'Not so.'}}|Not so.",
                "{'errorCodeName': 'X-1', 'errorMessage': 'Not so.', 'dcaasErrorCode': 7}|X-1: Not so.",
                "{'errorCode': 'X-1', 'errorMessage': 'Not so.'}|X-1: Not so.",
                "{'dcaasErrorCode': 7}|7",
                "{'errors': {'code': 'X-1', 'title': 'No', 'detail': 'Not so.'}}|X-1 No: Not so.",
                "{'errors': {'qName': {'code': 'X-1', 'detail': 'Not so.'}}}|X-1: Not so.",
                "{'errors': {'qName': 'Not so.'}}|: Not so.",
                "{'errors': ['Not so.']}|: Not so.",
                "{'title': 'Invalid', 'errors': {'qName': ['Not so.']}}|: Not so.",
                "{'errors': [{'errorCodeName': 'X-1', 'message': 'Not so.'}]}|X-1: Not so.",
                "[{'code': 'X-1', 'title': 'No'}]|X-1 No",
                "{'title': 'No', 'detail': 'Not so.', 'type': 'about:blank', 'status': 400}|No: Not so.",
                "{'error': 'X-1', 'error_description': 'Not so.'}|X-1: Not so.",
                "{'error': 'X-1'}|X-1",
                "{'code': 'X-1', 'message': 'Not so.'}|X-1: Not so."
            })
    void eachShapeIsReported(String body, String text) throws IOException {
        QlikApiException failure = failure(json(400, body.replace('\'', '"')));

        String expected = text.startsWith(": ") ? text.substring(2) : text;
        assertThat(failure.errors())
                .singleElement()
                .satisfies(error -> assertThat(text(error)).isEqualTo(expected));
        String withoutStop = expected.replaceAll("\\.$", "");
        assertThat(failure).hasMessageContaining("400 Bad Request, " + withoutStop + ". ");
    }

    private static String text(ApiError error) {
        return error.toString();
    }

    @Test
    void allErrorsOfAnObjectAreReported() throws IOException {
        String body = "{\"errors\":{\"qName\":[],\"a\":{\"code\":\"X-1\"},\"b\":[\"Too long.\",\"Too"
                + " odd.\"]},\"traceId\":\"t1\"}";

        QlikApiException failure = failure(json(400, body));

        assertThat(failure.errors()).extracting(ApiError::toString).containsExactly("X-1", "Too long.", "Too odd.");
        assertThat(failure.traceId()).contains("t1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"errors\":{}}",
                "{\"errors\":{\"a\":{}}}",
                "{\"message\":\" \"}",
                "{\"error\":null}"
            })
    void bodyWithoutErrorsIsIgnored(String body) throws IOException {
        assertThat(failure(json(400, body)).errors()).isEmpty();
    }

    @Test
    void aSecretIsRedactedInEachMember() throws IOException {
        String body = "{\"errorCodeName\":\"p4ssw0rd\",\"title\":\"is p4ssw0rd\",\"errorMessage\":\"p\\u0034ssw0rd\"}";

        QlikApiException failure = failure(json(400, body));

        assertThat(failure.errors())
                .extracting(ApiError::toString)
                .isEqualTo(List.of("[hidden] is [hidden]: [hidden]"));
    }

    @Test
    void additionalMembersAreRedactedAndBounded() throws IOException {
        String body =
                "{\"code\":\"X-1\",\"type\":\"about:p4ssw0rd\",\"p4ssw0rd\":[\"p4ssw0rd\",null,1,true],\"accessToken\":\"t-7\","
                        + "\"meta\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}},\"many\":[" + "1,".repeat(100) + "1]}";

        Map<String, Object> members = failure(json(400, body)).errors().get(0).additionalMembers();

        assertThat(members).containsOnlyKeys("type", "[hidden]", "accessToken", "meta", "many");
        assertThat(members)
                .containsEntry("type", "about:[hidden]")
                .containsEntry("[hidden]", List.of("[hidden]", 1L, true))
                .containsEntry("accessToken", Secret.of("t-7"))
                .containsEntry("meta", Map.of("a", Map.of("b", Map.of())));
        assertThat((List<?>) members.get("many")).hasSize(20);
    }

    @Test
    void errorOfOAuthHasAdditionalMembers() throws IOException {
        String body = "{\"error\":\"invalid_request\",\"error_uri\":\"https://example.com/help\",\"retries\":2}";

        assertThat(failure(json(400, body)).errors().get(0).additionalMembers())
                .isEqualTo(Map.of("error_uri", "https://example.com/help", "retries", 2L));
    }

    private static QlikApiException failure(String response) throws IOException {
        try (RawResponses tenant = new RawResponses(response)) {
            return (QlikApiException) tenant.failure(Operation.CREATE_CONNECTION, "POST");
        }
    }
}
