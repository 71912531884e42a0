package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders reports as JSON, for processing in builds. */
final class JsonReportRenderer {

    private JsonReportRenderer() {}

    /**
     * Renders a report.
     *
     * @param report the report
     * @return a JSON object over several lines
     */
    static String render(ValidationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(WireMembers.DATA_SOURCE_ID, report.draft().dataSourceId());
        json.put("name", MessageFormatter.shorten(report.draft().name(), MessageFormatter.MAX_LENGTH));
        json.put("outcome", report.outcome().name());
        json.put("isCreatable", report.isCreatable());
        report.uncheckedReason().ifPresent(reason -> json.put("uncheckedReason", reason));
        json.put("errors", report.errors().size());
        json.put("warnings", report.warnings().size());
        json.put("notes", report.notes().size());
        json.put(
                "violations",
                report.violations().stream().map(JsonReportRenderer::toJson).toList());
        return JsonWriter.pretty(json);
    }

    private static Map<String, Object> toJson(Violation violation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", violation.code().name());
        json.put("severity", violation.severity().name());
        json.put("path", violation.path());
        json.put("pointer", violation.pointer());
        json.put("problem", violation.problem());
        violation.expected().ifPresent(expected -> json.put("expected", expected));
        violation.advice().ifPresent(advice -> json.put("advice", advice));
        violation.relaxationHint().ifPresent(relaxation -> json.put("relaxation", relaxation));
        return json;
    }
}
