package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import io.github.qlikconnections.spec.Requirement;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One validation of one draft. */
public final class DraftValidation {

    private static final Set<String> FREE_MEMBERS =
            Set.of("separateCredentials", "selectedCredentials", "credentialsName", "authCode");

    private final ConnectionSpec spec;
    private final ConnectionDraft draft;
    private final ValidationPolicy policy;
    private final List<Violation> found = new ArrayList<>();

    /**
     * Prepares the validation.
     *
     * @param spec what the data source says
     * @param draft what was drafted
     * @param policy how strictly to look
     */
    public DraftValidation(ConnectionSpec spec, ConnectionDraft draft, ValidationPolicy policy) {
        this.spec = spec;
        this.draft = draft;
        this.policy = policy;
    }

    /**
     * Validates.
     *
     * @return what was found
     */
    public ValidationReport report() {
        if (!spec.isUsable()) {
            String reason = spec.unusableReason().orElse("");
            add(Violation.of(ViolationCode.SPEC_UNUSABLE, "", "the properties were not checked: " + reason));
            return ValidationReport.unchecked(draft, found, reason);
        }
        for (PropertySpec property : spec.properties()) {
            Object value = draft.properties().get(property.name());
            if (value != null) {
                check(property, value);
            } else if (property.requirement() == Requirement.REQUIRED) {
                add(Violation.of(ViolationCode.REQUIRED, pointer(property.name()), "is required")
                        .advising("Set " + property.name() + "."));
            }
        }
        List<String> names = spec.properties().stream().map(PropertySpec::name).toList();
        for (String name : draft.properties().keySet()) {
            if (!names.contains(name) && !isFree(name)) {
                unknown(name, names);
            }
        }
        return ValidationReport.of(draft, found);
    }

    private boolean isFree(String name) {
        String source = draft.dataSourceId();
        return FREE_MEMBERS.contains(name)
                || (name.equals("gatewayInstance") && source.startsWith("DG_"))
                || (name.equals("agentId") && (source.startsWith("repsrc_") || source.startsWith("reptgt_")));
    }

    private void unknown(String name, List<String> names) {
        List<String> nearest = NearestNames.of(name, names, 3);
        Violation violation = Violation.of(
                ViolationCode.UNKNOWN_PROPERTY, pointer(name), "is not a property of " + draft.dataSourceId());
        add(nearest.isEmpty() ? violation : violation.advising("Did you mean " + nearest.get(0) + "?"));
    }

    private void check(PropertySpec property, Object value) {
        boolean secret = property.isSecret() || value instanceof Secret;
        if (!hasType(property.type(), value)) {
            add(Violation.of(ViolationCode.WRONG_TYPE, pointer(property.name()), "has the wrong type")
                    .expecting(property.type().toString()));
        } else if (!property.allowedValues().isEmpty()
                && !property.allowedValues().contains(value)) {
            List<String> allowed =
                    property.allowedValues().stream().map(String::valueOf).toList();
            Violation violation = Violation.of(
                            ViolationCode.NOT_ALLOWED, pointer(property.name()), "has a value that is not allowed")
                    .expecting("one of " + String.join(", ", allowed));
            List<String> nearest = secret ? List.of() : NearestNames.of(String.valueOf(value), allowed, 1);
            add(nearest.isEmpty() ? violation : violation.advising("Use \"" + nearest.get(0) + "\"."));
        }
    }

    private static boolean hasType(PropertyType type, Object value) {
        return switch (type) {
            case STRING -> value instanceof String || value instanceof Secret;
            case INTEGER -> value instanceof Long;
            case NUMBER -> value instanceof Long || value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case ARRAY, FILE -> value instanceof List;
            case OBJECT -> value instanceof Map;
            case ANY -> true;
        };
    }

    private static String pointer(String property) {
        return "/connectionProperties/" + property.replace("~", "~0").replace("/", "~1");
    }

    private void add(Violation violation) {
        found.add(violation.withSeverity(policy.severityOf(violation)));
    }
}
