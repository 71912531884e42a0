package io.github.qlikconnections.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.spring.test.AutoConfigureFakeTenant;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureFakeTenant
class PageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, String> VALID = Map.of(
            "source", "rest",
            "name", "Sales <lake>",
            "property.url", "https://sales.example.com",
            "property.authSchema", "basic",
            "property.username", "reader",
            "property.password", "s3cret-pass");

    @Autowired
    private FakeTenant tenant;

    @Value("${local.server.port}")
    private int port;

    @Test
    void pageShowsTheDataSourcesAndTheFormOfTheSelectedOne() throws Exception {
        String page = send(HttpRequest.newBuilder(uri("/?source=rest")).build());

        assertThat(page)
                .contains("<a href=\"/?source=mssql\">", "<a href=\"/?source=rest\" aria-current=\"page\">REST</a>")
                .contains("url <b class=\"required\">*</b>", "required when password is given")
                .contains("<select name=\"property.method\"><option></option><option>GET</option><option>POST</option>")
                .contains("<input type=\"password\" autocomplete=\"off\" name=\"property.password\">");
    }

    @Test
    void reportListsEveryProblemAndKeepsTheValuesExceptSecrets() throws Exception {
        String page = submit("create", Map.of("property.url", "", "property.authSchema", "Basic"));

        assertThat(page)
                .contains("The connection cannot be created.")
                .contains("<td>url</td><td>is required", "<td>authSchema</td><td>&quot;Basic&quot; is not allowed")
                .contains("value=\"Sales &lt;lake&gt;\"", "value=\"reader\"")
                .doesNotContain("s3cret-pass");
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void validateCreatesNothing() throws Exception {
        assertThat(submit("validate", Map.of())).contains("The connection can be created. Nothing was sent.");
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void createCreatesTheConnection() throws Exception {
        assertThat(submit("create", Map.of())).contains("Created ");
        assertThat(tenant.connections())
                .singleElement()
                .satisfies(connection -> assertThat(connection.name()).isEqualTo("Sales <lake>"));
    }

    @Test
    void unknownOutcomeIsShown() throws Exception {
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.status(502));

        assertThat(submit("create", Map.of())).contains("The connection may have been created: ");
    }

    private String submit(String action, Map<String, String> changes) throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(VALID);
        form.putAll(changes);
        form.put("action", action);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }
}
