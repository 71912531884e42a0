package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.error.QlikException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message of a failed call contains each fact once and ends with one next step for the operation. */
class FailureAdviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET_CONNECTION   |400|This is not a connection id: use findByName(name, space) to look a connection"
                        + " up by its name.",
                "DELETE_CONNECTION|400|This is not a connection id: use findByName(name, space) to look a connection"
                        + " up by its name.",
                "GET_CREDENTIAL   |400|This is not an id of credentials: use findByName(name) to look them up by their"
                        + " name.",
                "PATCH_CREDENTIAL |400|Check the id of the credentials and their new name.",
                "PATCH_CREDENTIAL |409|Other credentials have this name: choose another name for the credentials.",
                "GET_SPACE        |400|This is not a space id: use findByName(name) to look a space up by its name.",
                "LIST_SPACES      |400|Check the name of the space.",
                "LIST_CONNECTIONS |400|Check the filter and the sort order of the query.",
                "GET_API_SPECS    |400|Check the id of the data source: see dataSources().list().",
                "CREATE_CONNECTION|400|Compare what was sent with the specification of the data source.",
                "CREATE_CONNECTION|409|The name is taken there: choose another, or look at the connection that has it.",
                "UPDATE_CONNECTIONS|400|Check that all of them are connection ids, and the id of the space or user.",
                "DELETE_CONNECTIONS|404|Check the ids and that the caller may see them.",
                "GET_CREDENTIAL   |404|Check the id, which findByName(name) returns, and that the caller may see the"
                        + " credentials.",
                "GET_SPACE        |404|Check the space id, which findByName(name) returns, and that the caller is a"
                        + " member of the space.",
                "LIST_DATA_SOURCES|400|See the API's documentation of this status.",
                "LIST_DATA_SOURCES|404|See the API's documentation of this status.",
                "LIST_ORPHANS     |404|See the API's documentation of this status.",
                "LIST_SPACES      |404|See the API's documentation of this status.",
                "UPDATE_SETTINGS  |409|It conflicts with the current state: read that before you repeat the call."
            })
    void adviceMatchesTheOperation(Operation operation, int status, String advice) throws IOException {
        String method = operation.name().startsWith("GET") || operation.name().startsWith("LIST") ? "GET" : "POST";
        try (RawResponses tenant = new RawResponses(json(status, "{}"))) {
            assertThat(tenant.failure(operation, method))
                    .hasMessageEndingWith(StatusFormatter.of(status) + ". " + advice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x?type=connectionname", "/x?byCredentialName=true"})
    void lookupByNameHasNoAdviceToLookUpByName(String target) throws IOException {
        try (RawResponses tenant = new RawResponses(json(400, "{}"))) {
            QlikException[] failure = new QlikException[1];
            try {
                tenant.send(Operation.GET_CONNECTION, new WireRequest("GET", target, Map.of(), null));
            } catch (QlikException e) {
                failure[0] = e;
            }
            assertThat(failure[0]).hasMessageEndingWith("Check the name.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'errors':[{'code':'HTTP-409','title':'Conflict'}]}                    |409 Conflict",
                "{'errors':[{'code':'409','title':'conflict','detail':'Conflict'}]}     |409 Conflict",
                "{'errors':[{'code':'HTTP-409','title':'Conflict','detail':'In use.'}]} |409 Conflict, In use",
                "{'errors':[{'code':'X-1','title':'In use','detail':'In use'}]}         |409 Conflict, X-1 In use",
                "{'errors':[{'code':'X-1'},{'code':'X-1'},{'code':'X-2'}]}              |409 Conflict, X-1, X-2",
                "{'errors':[{'title':'Conflict'}],'traceId':'t1'}                       |409 Conflict (trace t1)"
            })
    void messageContainsEachFactOnce(String body, String facts) throws IOException {
        try (RawResponses tenant = new RawResponses(json(409, body.replace('\'', '"')))) {
            assertThat(tenant.failure(Operation.CREATE_CONNECTION, "POST"))
                    .hasMessage("Cannot create connection c1: " + facts
                            + ". The name is taken there: choose another, or look at the connection that has it.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void adviceAfterAnUnknownOutcomeIsToReadTheState(Operation operation) {
        assertThat(FailureAdvice.afterUnknownOutcome(operation))
                .containsPattern(": (look for|read) .+ before you repeat the call\\.$")
                .doesNotContain("try again");
    }

    @Test
    void delayBelowASecondIsInMilliseconds() {
        assertThat(DurationFormatter.of(java.time.Duration.ofMillis(300))).isEqualTo("300 ms");
        assertThat(DurationFormatter.of(java.time.Duration.ofMillis(1500))).isEqualTo("1500 ms");
        assertThat(DurationFormatter.of(java.time.Duration.ofSeconds(2))).isEqualTo("2 s");
        assertThat(DurationFormatter.of(java.time.Duration.ofSeconds(90, 999_000_000)))
                .isEqualTo("90 s");
    }
}
