package io.github.qlikconnections.livedrift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the responses of a tenant with the OpenAPI documents. It reports undocumented members, types and enum values, missing
 * required members, and deprecated operations. For each data source it reports whether the specification is usable and how it
 * differs from the saved one, and which saved ones the tenant no longer lists. It only reads, with plain HTTP, because the library ignores unknown members.
 *
 * <p>{@code QLIK_TENANT} and {@code QLIK_API_KEY} select the tenant. The arguments are the directory of the documents and a
 * directory of saved specifications: {@code openapi target/specs}.
 */
public final class LiveDrift {

    private static final int SINGLE_READS = 20;

    /** The API version of the requests, which determines the announced deprecations. */
    private static final String API_VERSION = "2026-11";

    private static final List<String> ANNOUNCEMENTS = List.of("Deprecation", "Sunset", "Link");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Drift drift = new Drift();
    private final Map<String, DocumentedResponses> documented = new HashMap<>();
    private final URI tenant;
    private final String bearer;
    private final Path documents;
    private final PrintStream out;
    private int responses;
    private int rejected;

    private LiveDrift(String tenant, String apiKey, Path documents, PrintStream out) {
        this.tenant = URI.create(tenant);
        this.bearer = "Bearer " + apiKey;
        this.documents = documents;
        this.out = out;
    }

    /**
     * Runs the check. The exit status is 0 if there is no drift, 1 if there is drift, and 2 if not everything could be read.
     *
     * @param args the directory of the documents, by default {@code openapi}, and the directory of the saved specifications, by default
     *     {@code target/specs}
     * @throws IOException if the tenant cannot be reached or a file cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String tenant = String.valueOf(System.getenv("QLIK_TENANT"));
        if (!tenant.matches("https://.+|http://(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
            System.err.println("Set QLIK_TENANT to https://<tenant>.<region>.qlikcloud.com and QLIK_API_KEY to a key.");
            System.exit(2);
        }
        Path documents = Path.of(args.length < 1 ? "openapi" : args[0]);
        Path saved = Path.of(args.length < 2 ? "target/specs" : args[1]);
        System.exit(run(tenant, Secret.fromEnv("QLIK_API_KEY").reveal(), documents, saved, System.out));
    }

    static int run(String tenant, String apiKey, Path documents, Path saved, PrintStream out)
            throws IOException, InterruptedException {
        LiveDrift live = new LiveDrift(tenant, apiKey, documents, out);
        List<String> sources = live.sources();
        boolean specsChanged = live.specifications(sources, new SavedSpecs(saved, out));
        live.users(live.connections());
        live.read("spaces", "/api/v1/spaces", "?limit=100");
        return live.conclude(specsChanged);
    }

    private List<String> sources() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        read("data-sources", "/api/v1/data-sources", "?detail=true&includeui=true&includeDisabled=true")
                .path("dataSources")
                .forEach(source -> ids.add(source.path("dataSourceId").asText()));
        return ids;
    }

    private boolean specifications(List<String> sources, SavedSpecs saved) throws IOException, InterruptedException {
        boolean isChanged = false;
        for (String id : sources) {
            read("data-sources", "/api/v1/data-sources/{dataSourceId}/settings", "", id);
            if (id.startsWith("DG_")) {
                read("data-sources", "/api/v1/data-sources/{dataSourceId}/gateways", "", id);
            }
            JsonNode specification = read("data-sources", "/api/v1/data-sources/{dataSourceId}/api-specs", "", id);
            if (!specification.isMissingNode()) {
                isChanged |= saved.compare(ConnectionSpec.parse(id, specification.toString()));
            }
        }
        // Without a list nothing can be said about the sources that are missing in it.
        isChanged |= !sources.isEmpty() && saved.reportMissing(sources);
        out.println();
        return isChanged;
    }

    /** Reads connections and returns the ids of their owners. */
    private Set<String> connections() throws IOException, InterruptedException {
        Set<String> owners = new LinkedHashSet<>();
        JsonNode list = read("data-connections", "/api/v1/data-connections", "?limit=100&includeDisabled=true");
        int singles = 0;
        for (JsonNode connection : list.path("data")) {
            String id = connection.path("qID").asText();
            if (singles < SINGLE_READS) {
                read("data-connections", "/api/v1/data-connections/{qID}", "?parseConnection=true", id);
                singles++;
            }
            if (connection.path("user").isTextual()) {
                owners.add(connection.path("user").asText());
            }
        }
        return owners;
    }

    private void users(Set<String> ids) throws IOException, InterruptedException {
        for (String id : ids.stream().limit(SINGLE_READS).toList()) {
            read("users", "/api/v1/users/{userId}", "", id);
        }
    }

    /** Compares the response with its schema. Returns its JSON if it was successful, otherwise a missing node. */
    private JsonNode read(String document, String path, String query, String... id)
            throws IOException, InterruptedException {
        String real = id.length == 0
                ? path
                : path.replaceAll(
                        "\\{\\w+}",
                        URLEncoder.encode(id[0], StandardCharsets.UTF_8).replace("+", "%20"));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(tenant.resolve(real + query))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", bearer)
                        .header("Accept", "application/json")
                        .header("qlik-api-version", API_VERSION)
                        .build(),
                BodyHandlers.ofString());
        responses++;
        String place = "GET " + path + " " + response.statusCode() + " ";
        deprecations(response).forEach(field -> drift.add("deprecated", place, field));
        DocumentedResponses service = service(document);
        Optional<JsonNode> schema = service.schemaOf(path, response.statusCode());
        if (schema.isEmpty()) {
            drift.add("unknown status", place, "");
        }
        JsonNode body = bodyOf(response, place);
        schema.filter(known -> !body.isMissingNode()).ifPresent(known -> drift.compare(place, service, known, body));
        if (response.statusCode() / 100 == 2) {
            return body;
        }
        rejected += response.statusCode() == 404 ? 0 : 1;
        return DocumentedResponses.unlimited();
    }

    /** Returns the header fields that announce the deprecation of an operation, including links with a matching relation. */
    private static List<String> deprecations(HttpResponse<String> response) {
        return ANNOUNCEMENTS.stream()
                .flatMap(name -> response.headers().allValues(name).stream()
                        .filter(value -> !name.equals("Link")
                                || value.matches("(?i).*rel *= *\"?[^\",;]*(deprecation|sunset).*"))
                        .map(value -> name + ": " + value))
                .toList();
    }

    private DocumentedResponses service(String document) throws IOException {
        DocumentedResponses known = documented.get(document);
        if (known == null) {
            known = DocumentedResponses.read(documents.resolve(document + ".yaml"));
            documented.put(document, known);
        }
        return known;
    }

    private JsonNode bodyOf(HttpResponse<String> response, String place) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            drift.add("not JSON", place, "");
            return DocumentedResponses.unlimited();
        }
    }

    private int conclude(boolean specsChanged) {
        drift.print(out);
        out.printf(
                "%n%d responses read, %d rejected: %s%n",
                responses, rejected, drift.isEmpty() ? "as documented" : "not all as documented");
        if (rejected > 0) {
            return 2;
        }
        return drift.isEmpty() && !specsChanged ? 0 : 1;
    }
}
