package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import io.github.qlikconnections.spec.Requirement;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Renders the page. Values of secrets are never rendered. */
record ConnectionPage(List<DataSource> sources, ConnectionSpec spec, Map<String, String> form) {

    private static final Set<PropertyType> SINGLE_VALUES =
            EnumSet.complementOf(EnumSet.of(PropertyType.ARRAY, PropertyType.OBJECT, PropertyType.FILE));

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Data connections</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 0; color: #222; }
            main { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2rem; max-width: 70rem; padding: 1.5rem; margin: auto; }
            nav a { display: block; padding: .2rem .5rem; color: inherit; text-decoration: none; border-radius: 4px; }
            nav a[aria-current] { background: #e3efe3; font-weight: 600; }
            label { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1rem; margin: .6rem 0; }
            input, select { font: inherit; padding: .25rem .4rem; width: 100%%; box-sizing: border-box; }
            small { color: #666; display: block; }
            b.required { color: #b00020; }
            table { border-collapse: collapse; width: 100%%; }
            td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
            tr.ERROR td:first-child { color: #b00020; }
            [role=status], [role=alert] { padding: .6rem 1rem; background: #e3efe3; border-radius: 4px; }
            [role=alert] { background: #fbe3e4; }
            </style>
            </head>
            <body>
            <main>
            <nav><h2>Data sources</h2>
            %s
            </nav>
            <section>
            <h1>New connection to %s</h1>
            %s
            <form method="post" action="/">
            <input type="hidden" name="source" value="%s">
            <label><span>Name <b class="required">*</b></span><input name="name" value="%s"></label>
            %s
            <button name="action" value="validate">Validate</button>
            <button name="action" value="create">Create</button>
            </form>
            <p><small>* required. Lists, objects and files are not in this form.</small></p>
            </section>
            </main>
            </body>
            </html>
            """;

    /** Returns the name of the field of a property. */
    static String field(PropertySpec property) {
        return "property." + property.name();
    }

    /** Renders the page with a result above the form. */
    String render(String result) {
        return PAGE.formatted(
                sources.stream().map(this::link).collect(Collectors.joining("\n")),
                text(sourceName()),
                result,
                text(spec.dataSourceId()),
                text(form.getOrDefault("name", "")),
                spec.properties().stream()
                        .filter(property -> SINGLE_VALUES.contains(property.type()))
                        .map(this::row)
                        .collect(Collectors.joining("\n")));
    }

    static String success(String message) {
        return "<p role=\"status\">" + text(message) + "</p>";
    }

    static String failure(String message) {
        return "<p role=\"alert\">" + text(message) + "</p>";
    }

    /** Renders what is wrong with a draft. */
    static String report(ValidationReport report) {
        String message = report.isCreatable()
                ? success("The connection can be created. Nothing was sent.")
                : failure("The connection cannot be created. Nothing was sent.");
        if (report.violations().isEmpty()) {
            return message;
        }
        return message
                + "<table><thead><tr><th>Severity</th><th>Property</th><th>Problem</th></tr></thead><tbody>"
                + report.violations().stream().map(ConnectionPage::row).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String row(Violation violation) {
        String advice = Stream.of(violation.expected().map(expected -> "Expected: " + expected), violation.advice())
                .flatMap(part -> part.stream())
                .map(part -> "<small>" + text(part) + "</small>")
                .collect(Collectors.joining());
        return "<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s%s</td></tr>"
                .formatted(
                        violation.severity(),
                        violation.severity(),
                        text(violation.path()),
                        text(violation.problem()),
                        advice);
    }

    private String sourceName() {
        return sources.stream()
                .filter(source -> source.id().equals(spec.dataSourceId()))
                .findFirst()
                .map(DataSource::displayName)
                .orElse(spec.dataSourceId());
    }

    private String link(DataSource source) {
        return "<a href=\"/?source=%s\"%s>%s</a>"
                .formatted(
                        text(source.id()),
                        source.id().equals(spec.dataSourceId()) ? " aria-current=\"page\"" : "",
                        text(source.displayName()));
    }

    private String row(PropertySpec property) {
        String requirement = property.requirement() == Requirement.REQUIRED
                ? " <b class=\"required\">*</b>"
                : property.requiredWhen()
                        .map(condition -> "<small>required when " + text(condition) + "</small>")
                        .orElse("");
        return "<label><span>%s%s</span><span>%s<small>%s</small></span></label>"
                .formatted(text(property.name()), requirement, input(property), text(property.description()));
    }

    private String input(PropertySpec property) {
        String name = text(field(property));
        if (property.isSecret()) {
            return "<input type=\"password\" autocomplete=\"off\" name=\"" + name + "\">";
        }
        String value = form.getOrDefault(field(property), "");
        List<String> choices = property.type() == PropertyType.BOOLEAN
                ? List.of("true", "false")
                : property.allowedValues().stream().map(String::valueOf).toList();
        if (choices.isEmpty()) {
            return "<input name=\"%s\" value=\"%s\" placeholder=\"%s\">"
                    .formatted(
                            name,
                            text(value),
                            text(property.defaultValue().map(String::valueOf).orElse("")));
        }
        return "<select name=\"" + name + "\"><option></option>"
                + choices.stream().map(choice -> option(choice, value)).collect(Collectors.joining()) + "</select>";
    }

    private static String option(String choice, String value) {
        return "<option%s>%s</option>".formatted(choice.equals(value) ? " selected" : "", text(choice));
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value);
    }
}
