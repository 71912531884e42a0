package io.github.qlikconnections.spring.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.StalePlanException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class QlikExceptionHandlerTest {

    private static final ConnectionDraft DRAFT =
            ConnectionDraft.builder("rest", "Orders").build();

    private final AtomicReference<QlikException> next = new AtomicReference<>();
    private final MockMvc application = MockMvcBuilders.standaloneSetup(new Failing(next))
            .setControllerAdvice(new QlikExceptionHandler())
            .build();

    @RestController
    record Failing(AtomicReference<QlikException> next) {

        @GetMapping("/")
        String fail() {
            throw next.get();
        }
    }

    private ResultActions call(QlikException exception) throws Exception {
        next.set(exception);
        return application
                .perform(get("/"))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.title").isNotEmpty());
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(api(400), 400),
                Arguments.of(api(422), 400),
                Arguments.of(api(401), 502),
                Arguments.of(api(403), 502),
                Arguments.of(api(404), 404),
                Arguments.of(api(405), 502),
                Arguments.of(api(409), 409),
                Arguments.of(api(429), 429),
                Arguments.of(api(503), 502),
                Arguments.of(new UnknownNameException("marker"), 404),
                Arguments.of(new NameConflictException("marker"), 409),
                Arguments.of(new StalePlanException("marker"), 409),
                Arguments.of(new MalformedDraftException("marker", 3, 7), 400),
                Arguments.of(new TransportException("marker", false, null), 502),
                Arguments.of(new TransportException("marker", true, null), 502),
                Arguments.of(new JournalException("marker", null), 500),
                Arguments.of(
                        new IncompleteListException(
                                List.of(ApiError.builder().title("marker").build())),
                        502));
    }

    private static QlikApiException api(int status) {
        return QlikApiException.builder("createDataConnection", status)
                .message("marker: call retry() before build()")
                .build();
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void exceptionHasItsStatusAndNoTextForProgrammers(QlikException exception, int status) throws Exception {
        String body = call(exception)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.outcomeUnknown").value(exception.outcomeUnknown()))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(body).doesNotContain("marker").doesNotContain("()");
    }

    @Test
    void invalidConnectionIsA400WithAllViolations() throws Exception {
        List<Violation> violations = List.of(
                Violation.of(ViolationCode.NOT_ALLOWED, "/connectionProperties/region", "\"eu\" is not allowed")
                        .withExpected("one of eu-west-1, us-east-1")
                        .withAdvice("Did you mean \"eu-west-1\"?"),
                Violation.of(ViolationCode.TAG_RESERVED, "/tags/0", "begins with secrets-version:")
                        .withAdvice("Give the version of the secrets with secretsVersion(…)."));

        call(new InvalidConnectionException(ValidationReport.of(DRAFT, violations)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations.length()").value(1))
                .andExpect(jsonPath("$.violations[0].property").value("region"))
                .andExpect(jsonPath("$.violations[0].pointer").value("/connectionProperties/region"))
                .andExpect(jsonPath("$.violations[0].code").value("NOT_ALLOWED"))
                .andExpect(jsonPath("$.violations[0].problem").value("\"eu\" is not allowed"))
                .andExpect(jsonPath("$.violations[0].expected").value("one of eu-west-1, us-east-1"))
                .andExpect(jsonPath("$.violations[0].advice").value("Did you mean \"eu-west-1\"?"));
    }

    @Test
    void adviceWithJavaCodeIsLeftOut() throws Exception {
        List<Violation> violations = Stream.of(
                        "Use SecretUpdate.WHEN_NEEDED.", "Add password(…).", "Create them with separate(\"x\").")
                .map(advice -> Violation.of(ViolationCode.PATCH_VALUE, "/qName", "cannot be changed")
                        .withAdvice(advice))
                .toList();

        call(new InvalidPatchException("marker", violations))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations.length()").value(3))
                .andExpect(jsonPath("$.violations[*].advice").isEmpty());
    }

    @Test
    void rateLimitIsA429WithRetryAfterInWholeSeconds() throws Exception {
        call(QlikApiException.builder("createDataConnection", 429)
                        .retryAfter(Duration.ofMillis(1500))
                        .build())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "2"));
    }

    @Test
    void unknownOutcomeIsA502ForEveryStatus() throws Exception {
        call(QlikApiException.builder("createDataConnection", 429)
                        .retryAfter(Duration.ofSeconds(1))
                        .outcomeUnknown(true)
                        .build())
                .andExpect(status().isBadGateway())
                .andExpect(header().doesNotExist("Retry-After"))
                .andExpect(jsonPath("$.outcomeUnknown").value(true));
    }

    @Test
    void runWithInvalidDraftsIsA400WithTheViolationsOfEach() throws Exception {
        InvalidConnectionException invalid = new InvalidConnectionException(ValidationReport.of(
                DRAFT, List.of(Violation.of(ViolationCode.REQUIRED, "/connectionProperties/url", "is required"))));

        call(new EnsureFailureException(EnsureReport.of(List.of(EnsureItem.failed(DRAFT, invalid)))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.failed[0].name").value("Orders"))
                .andExpect(jsonPath("$.failed[0].violations[0].property").value("url"));
    }

    @Test
    void runWithFailedConnectionsIsA502ThatListsThem() throws Exception {
        call(new EnsureFailureException(EnsureReport.of(List.of(EnsureItem.failed(DRAFT, api(503))))))
                .andExpect(status().isBadGateway())
                .andExpect(jsonPath("$.failed[0].name").value("Orders"));
        call(new BulkFailureException(
                        "delete", BulkResult.of(List.of(BulkItem.withoutResponse("c1", BulkOutcome.FAILED)))))
                .andExpect(status().isBadGateway())
                .andExpect(jsonPath("$.failed[0].id").value("c1"));
    }

    @Test
    void runWithAnUnknownOutcomeListsItsConnections() throws Exception {
        TransportException lost = new TransportException("marker", true, null);

        call(new EnsureFailureException(EnsureReport.of(List.of(EnsureItem.failed(DRAFT, lost)))))
                .andExpect(status().isBadGateway())
                .andExpect(jsonPath("$.title").value("Unknown outcome"))
                .andExpect(jsonPath("$.failed[0].name").value("Orders"))
                .andExpect(jsonPath("$.failed[0].outcomeUnknown").value(true));
        call(new BulkFailureException(
                        "delete", BulkResult.of(List.of(BulkItem.withoutResponse("c1", BulkOutcome.UNKNOWN)))))
                .andExpect(jsonPath("$.title").value("Unknown outcome"))
                .andExpect(jsonPath("$.failed[0].outcome").value("UNKNOWN"));
    }

    @Test
    void exceptionsAreHandledOnlyIfEnabled() {
        WebApplicationContextRunner web = new WebApplicationContextRunner()
                .withInitializer(new TrackedContext())
                .withConfiguration(AutoConfigurations.of(QlikProblemDetailAutoConfiguration.class));

        web.run(context -> assertThat(context).doesNotHaveBean(QlikExceptionHandler.class));
        web.withPropertyValues("qlik.connections.problem-details.enabled=true")
                .run(context -> assertThat(context).hasSingleBean(QlikExceptionHandler.class));
    }
}
