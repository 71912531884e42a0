package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The media types that are accepted as JSON, in successes and in error responses. */
class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "APPLICATION/JSON;CHARSET=UTF-8",
                "application/json ; odata.metadata=minimal",
                "application/problem+json",
                "Application/Vnd.Qlik.V1+JSON; q=1",
                "application/json;",
                "application/json, application/json"
            })
    void jsonMediaTypeIsAcceptedInEverySpelling(String type) throws IOException {
        try (RawResponses tenant = new RawResponses(response(201, type, "{\"a\":1}"))) {
            assertThat(tenant.send(Operation.CREATE_CONNECTION, "POST")).isEqualTo("{\"a\":1}");
        }
        String error = "{\"errors\":[{\"code\":\"X-1\"}]}";
        try (RawResponses tenant = new RawResponses(response(409, type, error))) {
            QlikException conflict = tenant.failure(Operation.CREATE_CONNECTION, "POST");
            assertThat(conflict).isInstanceOf(ConflictException.class).hasMessageContaining("X-1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "Text/Plain; x=application/json",
                "application/jsonp",
                "application/xml+jsonx",
                "json"
            })
    void messageNamesAnotherMediaType(String type) throws IOException {
        try (RawResponses tenant = new RawResponses(response(200, type, "{}"))) {
            assertThat(tenant.failure(Operation.GET_CONNECTION, "GET"))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(
                            "is " + type.split(";", 2)[0].toLowerCase(java.util.Locale.ROOT) + ", not JSON");
        }
    }
}
