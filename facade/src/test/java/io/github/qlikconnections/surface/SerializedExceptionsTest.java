package io.github.qlikconnections.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
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
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.InvalidPatchException;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deserialized exception has the values of the original, except those that may contain secrets, and no null. */
class SerializedExceptionsTest {

    private static final ApiError ERROR = ApiError.builder()
            .code("DCERROR-0010")
            .title("No")
            .detail("Not now.")
            .status(400)
            .build();

    private static final List<Violation> VIOLATIONS = List.of(
            Violation.of(ViolationCode.NAME_BLANK, "/qName", "is blank").withAdvice("Set it."),
            Violation.of(ViolationCode.RANGE, "/connectionProperties/port", "is odd")
                    .withExpected("an even one"));

    private static final ConnectionDraft DRAFT = ConnectionDraft.builder("mssql", "Sales")
            .set("host", Samples.MARKER)
            .secret("password", Secret.of(Samples.MARKER))
            .build();

    static Stream<QlikException> exceptions() {
        IOException cause = new IOException("reset");
        return Stream.concat(
                Stream.of(400, 401, 403, 404, 409, 429, 503).map(SerializedExceptionsTest::apiException),
                Stream.of(
                        new QlikException("x", cause),
                        new TransportException("x", true, cause),
                        new UnexpectedResponseException("x", 200, true),
                        new JournalException("x", cause),
                        new StalePlanException("x"),
                        new UnknownNameException("x"),
                        new NameConflictException("x"),
                        new MalformedDraftException("x", 2, 3),
                        new IncompleteListException(List.of(ERROR)),
                        new InvalidPatchException("c-1", VIOLATIONS),
                        new InvalidConnectionException(ValidationReport.of(DRAFT, VIOLATIONS)),
                        new BulkFailureException("delete", bulkResult(ERROR), new QlikException("x")),
                        ensureFailure()));
    }

    private static QlikApiException apiException(int status) {
        QlikApiException exception = QlikApiException.builder("createDataConnection", status)
                .message("x")
                .errors(List.of(ERROR))
                .traceId("t-1")
                .attempts(2)
                .outcomeUnknown(true)
                .retryAfter(Duration.ofSeconds(3))
                .build();
        exception.addSuppressed(new TransportException("y", false, null));
        return exception;
    }

    private static BulkResult bulkResult(ApiError error) {
        return BulkResult.of(List.of(
                BulkItem.builder("c-1").status(204).build(),
                BulkItem.builder("c-2").status(400).error(error).build(),
                BulkItem.withoutResponse("c-3", BulkOutcome.UNKNOWN)));
    }

    private static EnsureFailureException ensureFailure() {
        return new EnsureFailureException(
                EnsureReport.of(List.of(EnsureItem.failed(DRAFT, new TransportException("x", true, null)))));
    }

    @Test
    void everyExceptionIsTested() {
        assertThat(exceptions().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(PublicTypes.all().stream()
                        .filter(Throwable.class::isAssignableFrom)
                        .<Class<? extends QlikException>>map(type -> type.asSubclass(QlikException.class))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void valuesSurvive(QlikException exception) throws Exception {
        QlikException read = copy(exception);

        assertThat(read).hasSameClassAs(exception).hasMessage(exception.getMessage());
        assertThat(read.getSuppressed()).hasSameSizeAs(exception.getSuppressed());
        for (Method accessor : exception.getClass().getMethods()) {
            if (isAccessor(accessor)) {
                Object value = accessor.invoke(read);

                assertThat(value).as(accessor.getName()).isNotNull();
                if (!(value instanceof ValidationReport || value instanceof EnsureReport)) {
                    assertThat(value).as(accessor.getName()).isEqualTo(accessor.invoke(exception));
                }
            }
        }
    }

    private static boolean isAccessor(Method method) {
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && QlikException.class.isAssignableFrom(method.getDeclaringClass())
                && !method.getName().equals("toBuilder");
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void streamHasNoSecret(QlikException exception) throws Exception {
        assertThat(new String(serialize(exception), StandardCharsets.ISO_8859_1))
                .doesNotContain(Samples.MARKER);
    }

    @Test
    void reportHasItsViolationsAndADraftWithoutValues() throws Exception {
        for (ValidationReport report : List.of(
                ValidationReport.of(DRAFT, VIOLATIONS),
                ValidationReport.unchecked(DRAFT, VIOLATIONS, "the schema cannot be used"))) {
            ValidationReport read = copy(new InvalidConnectionException(report)).report();

            assertThat(read.violations()).isEqualTo(VIOLATIONS);
            assertThat(read.uncheckedReason()).isEqualTo(report.uncheckedReason());
            assertThat(read.render()).isEqualTo(report.render());
            assertThat(read.draft())
                    .isEqualTo(ConnectionDraft.builder("mssql", "Sales").build());
        }
    }

    @Test
    void reportOfManyDraftsIsEmpty() throws Exception {
        EnsureFailureException read = copy(ensureFailure());

        assertThat(read.report().items()).isEmpty();
        assertThat(read.outcomeUnknown()).isTrue();
    }

    @Test
    void membersThatMayBeSecretAreOmitted() throws Exception {
        Map<String, Object> members = Map.of("apiToken", Samples.MARKER, "hint", Samples.MARKER);
        ApiError error = ApiError.builder().code("A").additionalMembers(members).build();
        BulkItem item = BulkItem.builder("c-1")
                .status(400)
                .error(error)
                .additionalMembers(members)
                .build();
        BulkFailureException failure = new BulkFailureException("delete", BulkResult.of(List.of(item)));

        assertThat(new String(serialize(failure), StandardCharsets.ISO_8859_1)).doesNotContain(Samples.MARKER);
        assertThat(copy(failure).result().items())
                .containsExactly(BulkItem.builder("c-1")
                        .status(400)
                        .error(ApiError.builder().code("A").build())
                        .build());
    }

    private static byte[] serialize(QlikException exception) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(exception);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <E extends QlikException> E copy(E exception) throws IOException, ClassNotFoundException {
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(serialize(exception)))) {
            return (E) input.readObject();
        }
    }
}
