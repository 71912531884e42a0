package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A page with the data sources of the tenant and a form that is generated from the specification of one of them. */
@RestController
class PageController {

    private final DataSources dataSources;
    private final DataConnections connections;

    PageController(DataSources dataSources, DataConnections connections) {
        this.dataSources = dataSources;
        this.connections = connections;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String show(@RequestParam(defaultValue = "rest") String source) {
        return new ConnectionPage(dataSources.list(), dataSources.spec(source), Map.of()).render("");
    }

    @PostMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String submit(@RequestParam Map<String, String> form) {
        ConnectionSpec spec = dataSources.spec(form.getOrDefault("source", ""));
        ConnectionPage page = new ConnectionPage(dataSources.list(), spec, form);
        ConnectionDraft draft = draft(spec, form);
        ValidationReport report = connections.validate(draft);
        if (!report.isCreatable() || "validate".equals(form.get("action"))) {
            return page.render(ConnectionPage.report(report));
        }
        try {
            return page.render(ConnectionPage.success(
                    "Created " + connections.create(draft).id()));
        } catch (QlikException e) {
            String outcome = e.outcomeUnknown() ? "may have been created: " : "was not created: ";
            return page.render(ConnectionPage.failure("The connection " + outcome + e.getMessage()));
        }
    }

    /** An empty field is a property that is not set. The library converts each text to the type of its property. */
    private static ConnectionDraft draft(ConnectionSpec spec, Map<String, String> form) {
        Map<String, Object> properties = new TreeMap<>();
        for (PropertySpec property : spec.properties()) {
            String value = form.getOrDefault(ConnectionPage.field(property), "");
            if (!value.isEmpty()) {
                properties.put(property.name(), property.isSecret() ? Secret.of(value) : value);
            }
        }
        return ConnectionDraft.builder(spec.dataSourceId(), form.getOrDefault("name", ""))
                .setAll(properties)
                .build();
    }
}
