package io.github.qlikconnections.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.qlikconnections.testkit.ExchangeListener;
import io.github.qlikconnections.testkit.ReceivedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Validates every request to a FakeTenant and every response of it against the OpenAPI documents. {@link
 * ContractExtension} fails the test that caused a mismatch.
 */
public final class ContractListener implements ExchangeListener {

    private static final String BASE_PATH = "/api/v1";

    private static final AtomicLong CHECKED = new AtomicLong();
    private static final Queue<String> MISMATCHES = new ConcurrentLinkedQueue<>();

    /** The exchanges without a mismatch. Validation takes most of the time of one, and tests repeat most. */
    private static final Set<String> MATCHES = ConcurrentHashMap.newKeySet();

    private static final Pattern WORD = Pattern.compile("[\\w:.-]+");

    /** Words that differ between repeated exchanges: valid ids and timestamps, hashes, ports, numbers in names. */
    private static final Pattern VARIABLE = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24}"
            + "|20\\d\\d-(?:0[1-9]|1[0-2])-[0-2][1-8]T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?Z"
            + "|(?<=://)[\\w-]{43}|127\\.0\\.0\\.1:\\d+|(?:[A-Za-z]+-)+\\d+|(?<=[A-Za-z] )\\d+");

    /** The headers that differ between repeated exchanges. The documents do not describe them. */
    private static final List<String> VARIABLE_HEADERS = List.of("Host", "Content-Length");

    private static final Map<String, OpenApiInteractionValidator> DOCUMENTS = documents();

    private static Map<String, OpenApiInteractionValidator> documents() {
        Map<String, OpenApiInteractionValidator> documents = new LinkedHashMap<>();
        for (String service : List.of("data-sources", "data-connections", "data-credentials", "spaces", "users")) {
            Path document = Path.of("..", "openapi", service + ".yaml");
            documents.put(
                    BASE_PATH + "/" + service,
                    OpenApiInteractionValidator.createForSpecificationUrl(
                                    document.toAbsolutePath().toString())
                            // The address in the documents has variables, which the validator does not resolve.
                            .withBasePathOverride(BASE_PATH)
                            // The documents allow unknown members, because the API adds members without notice.
                            .withLevelResolver(LevelResolver.create()
                                    .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                                    .build())
                            .build());
        }
        return documents;
    }

    @Override
    public void onExchange(ReceivedRequest request, int status, String contentType, String body) {
        DOCUMENTS.forEach((path, validator) -> {
            if (request.path().equals(path) || request.path().startsWith(path + "/")) {
                CHECKED.incrementAndGet();
                Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                headers.putAll(request.headers());
                VARIABLE_HEADERS.forEach(headers::remove);
                Exchange exchange = new Exchange(
                        request.method(),
                        request.path(),
                        request.query(),
                        headers,
                        request.body(),
                        status,
                        contentType,
                        body);
                String repeated = withoutVariables(exchange.toString());
                if (!MATCHES.contains(repeated) && validate(validator, exchange)) {
                    MATCHES.add(repeated);
                }
            }
        });
    }

    /** Looks for variables in words with a digit only. A search of the whole text would take longer than validation. */
    private static String withoutVariables(String text) {
        Matcher variable = VARIABLE.matcher(text).useTransparentBounds(true);
        return WORD.matcher(text)
                .replaceAll(word -> word.group().chars().anyMatch(Character::isDigit)
                                && variable.region(word.start(), word.end()).matches()
                        ? "0"
                        : word.group());
    }

    /** Validates an exchange, collects its mismatches and returns whether there are none. */
    private static boolean validate(OpenApiInteractionValidator validator, Exchange exchange) {
        List<String> mismatches = validator.validate(exchange.toRequest(), exchange.toResponse()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> exchange.method() + " " + exchange.path() + " -> " + exchange.status() + ": "
                        + message.getKey() + " " + message.getMessage())
                .toList();
        MISMATCHES.addAll(mismatches);
        return mismatches.isEmpty();
    }

    /** Everything that is validated. */
    private record Exchange(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            String requestBody,
            int status,
            String contentType,
            String responseBody) {

        Request toRequest() {
            SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
            query.forEach(request::withQueryParam);
            headers.forEach(request::withHeader);
            if (!requestBody.isEmpty()) {
                request.withBody(requestBody);
            }
            return request.build();
        }

        Response toResponse() {
            SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
            if (!responseBody.isEmpty()) {
                response.withContentType(contentType).withBody(responseBody);
            }
            return response.build();
        }
    }

    /** Returns and removes the mismatches since the last call. */
    static List<String> drain() {
        List<String> found = new ArrayList<>();
        for (String mismatch = MISMATCHES.poll(); mismatch != null; mismatch = MISMATCHES.poll()) {
            found.add(mismatch);
        }
        return found;
    }

    /** Returns the number of validated exchanges. */
    static long checked() {
        return CHECKED.get();
    }
}
