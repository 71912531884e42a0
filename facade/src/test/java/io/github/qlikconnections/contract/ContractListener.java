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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Validates every request to a FakeTenant and every response of it against the OpenAPI documents. {@link
 * ContractExtension} fails the test that caused a mismatch.
 */
public final class ContractListener implements ExchangeListener {

    private static final String BASE_PATH = "/api/v1";

    private static final AtomicLong CHECKED = new AtomicLong();
    private static final Queue<String> MISMATCHES = new ConcurrentLinkedQueue<>();

    /** The exchanges of the current test without a mismatch. Tests read the same specification or connection many times. */
    private static final Set<Exchange> MATCHES = ConcurrentHashMap.newKeySet();

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
                Exchange exchange = new Exchange(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.body(),
                        status,
                        contentType,
                        body);
                if (!MATCHES.contains(exchange)) {
                    validate(validator, exchange);
                }
            }
        });
    }

    private static void validate(OpenApiInteractionValidator validator, Exchange exchange) {
        List<String> mismatches = validator.validate(exchange.toRequest(), exchange.toResponse()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> exchange.method() + " " + exchange.path() + " -> " + exchange.status() + ": "
                        + message.getKey() + " " + message.getMessage())
                .toList();
        if (mismatches.isEmpty()) {
            MATCHES.add(exchange);
        }
        MISMATCHES.addAll(mismatches);
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

    /** Returns the mismatches since the last call and clears all results. */
    static List<String> drain() {
        MATCHES.clear();
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
