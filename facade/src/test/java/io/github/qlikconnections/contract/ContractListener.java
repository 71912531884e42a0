package io.github.qlikconnections.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
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
                SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
                if (!body.isEmpty()) {
                    response.withContentType(contentType).withBody(body);
                }
                ValidationReport report = validator.validate(request(request), response.build());
                report.getMessages().stream()
                        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                        .forEach(message -> MISMATCHES.add(request.method() + " " + request.path() + " -> " + status
                                + ": " + message.getKey() + " " + message.getMessage()));
            }
        });
    }

    private static Request request(ReceivedRequest received) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(received.method(), received.path());
        received.query().forEach((name, values) -> request.withQueryParam(name, values));
        received.headers().forEach((name, values) -> request.withHeader(name, values));
        if (!received.body().isEmpty()) {
            request.withBody(received.body());
        }
        return request.build();
    }

    /** Returns the mismatches since the last call and clears them. */
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
