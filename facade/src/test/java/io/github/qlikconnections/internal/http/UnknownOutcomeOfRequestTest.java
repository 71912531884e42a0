package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.BROKEN;
import static io.github.qlikconnections.internal.http.RawResponses.json;
import static io.github.qlikconnections.internal.http.RawResponses.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures with an unknown outcome and their messages. */
class UnknownOutcomeOfRequestTest {

    private static final String HTML = response(200, "text/html", "<html>");

    static Stream<Arguments> openFailures() {
        return Stream.of(
                Arguments.of(json(500, "{}"), ServerException.class),
                Arguments.of(json(503, "{}"), ServerException.class),
                Arguments.of(json(408, "{}"), QlikApiException.class),
                Arguments.of(HTML, UnexpectedResponseException.class),
                Arguments.of(json(201, "<"), UnexpectedResponseException.class),
                Arguments.of(json(200, ""), UnexpectedResponseException.class),
                Arguments.of(json(302, "{}"), UnexpectedResponseException.class),
                Arguments.of(json(600, "{}"), UnexpectedResponseException.class),
                Arguments.of(json(999, "{}"), UnexpectedResponseException.class),
                Arguments.of(BROKEN, TransportException.class));
    }

    @ParameterizedTest
    @MethodSource("openFailures")
    void messageOfAWriteWithAnUnknownOutcomeAdvisesToReadTheState(String response, Class<?> type) throws IOException {
        QlikException failure = failure("POST", Operation.CREATE_CONNECTION, response);

        assertThat(failure).isInstanceOf(type);
        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(failure)
                .hasMessageEndingWith(
                        ". The connection may have been created: look for its name before you repeat the call.")
                .hasMessageNotContaining("try again");
    }

    @ParameterizedTest
    @MethodSource("openFailures")
    void patchThatMayHaveBeenAppliedAdvisesToReadFirst(String response, Class<?> type) throws IOException {
        QlikException failure = failure("PATCH", Operation.PATCH_CONNECTION, response);

        assertThat(failure).isInstanceOf(type);
        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(failure)
                .hasMessageEndingWith(
                        "The update may have been applied: read the connection before you repeat the call.");
    }

    @ParameterizedTest
    @MethodSource("openFailures")
    void aReadChangesNothing(String response, Class<?> type) throws IOException {
        QlikException failure = failure("GET", Operation.GET_CONNECTION, response);

        assertThat(failure).isInstanceOf(type);
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(failure).hasMessageNotContaining("before you repeat");
    }

    @ParameterizedTest
    @MethodSource("openFailures")
    void aSearchByPostChangesNothing(String response, Class<?> type) throws IOException {
        assertThat(failure("POST", Operation.LIST_ORPHANS, response).outcomeUnknown())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 418, 429})
    void anErrorResponseOfTheClientClassChangesNothing(int status) throws IOException {
        QlikException failure = failure("POST", Operation.CREATE_CONNECTION, json(status, "{}"));

        assertThat(failure).isInstanceOf(QlikApiException.class);
        assertThat(failure.outcomeUnknown()).isFalse();
    }

    @Test
    void errorResponseDoesNotHideTheUnknownOutcomeOfAnEarlierAttempt() throws IOException {
        QlikException failure = failure("PUT", Operation.REPLACE_CONNECTION, json(503, "{}"), json(409, "{}"));

        assertThat(failure).isInstanceOf(QlikApiException.class);
        assertThat(failure.outcomeUnknown()).isTrue();
    }

    private static QlikException failure(String method, Operation operation, String... responses) throws IOException {
        try (RawResponses tenant = new RawResponses(responses)) {
            return tenant.failure(operation, method);
        }
    }
}
