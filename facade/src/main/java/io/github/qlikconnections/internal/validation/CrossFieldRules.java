package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules across properties that apply to every data source, and the implicit members of each kind of source. */
final class CrossFieldRules {

    private static final String AGENT = "agentId";
    private static final List<String> COMMON_MEMBERS = List.of(
            WireNames.SEPARATE_CREDENTIALS,
            WireNames.SELECTED_CREDENTIALS,
            WireNames.CREDENTIALS_NAME,
            WireNames.AUTH_CODE);

    /** Targets that run in the cloud without a gateway. */
    private static final Set<String> WITHOUT_AGENT =
            Set.of("reptgt_qdisnowflake", "reptgt_qdidatabricks", "reptgt_qdibigquery");

    private CrossFieldRules() {}

    /** Returns the members that a source accepts even if its specification does not declare them. */
    static Set<String> implicitMembers(String dataSourceId) {
        Set<String> free = new LinkedHashSet<>(COMMON_MEMBERS);
        if (isBehindGateway(dataSourceId)) {
            free.add(WireNames.GATEWAY_INSTANCE);
        }
        if (isDataIntegration(dataSourceId)) {
            free.add(AGENT);
        }
        return free;
    }

    private static boolean isBehindGateway(String dataSourceId) {
        return dataSourceId.startsWith("DG_");
    }

    private static boolean isDataIntegration(String dataSourceId) {
        return dataSourceId.startsWith("repsrc_") || dataSourceId.startsWith("reptgt_");
    }

    static void check(ConnectionDraft draft, SecretDetector secrets, List<Violation> violations) {
        Map<String, Object> values = draft.properties();
        boolean separate = isTrue(values.get(WireNames.SEPARATE_CREDENTIALS));
        if (values.containsKey(WireNames.SELECTED_CREDENTIALS)) {
            if (!separate) {
                violations.add(separationMissing(ViolationCode.SELECTED_NOT_SEPARATE, WireNames.SELECTED_CREDENTIALS));
            }
            List<String> given = new ArrayList<>();
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                if (isCredential(entry.getKey(), entry.getValue(), secrets)) {
                    given.add(MessageFormatter.escape(entry.getKey()));
                }
            }
            if (!given.isEmpty()) {
                violations.add(violationAt(
                                ViolationCode.SELECTED_WITH_SECRETS,
                                WireNames.SELECTED_CREDENTIALS,
                                "selects existing credentials, but secrets are also given: " + String.join(", ", given))
                        .withAdvice("Leave out either the secrets or " + WireNames.SELECTED_CREDENTIALS + "."));
            }
        }
        if (values.containsKey(WireNames.CREDENTIALS_NAME) && !separate) {
            violations.add(separationMissing(ViolationCode.NAMED_NOT_SEPARATE, WireNames.CREDENTIALS_NAME));
        }
        String source = draft.dataSourceId();
        if (isBehindGateway(source)
                && !values.containsKey(WireNames.GATEWAY_INSTANCE)
                && draft.gatewayName().isEmpty()) {
            violations.add(violationAt(
                            ViolationCode.GATEWAY_MISSING,
                            WireNames.GATEWAY_INSTANCE,
                            "is required for a source behind a gateway")
                    .withAdvice("Give the id of one of the gateways of " + source + "."));
        }
        if (isDataIntegration(source)
                && !WITHOUT_AGENT.contains(source.toLowerCase(Locale.ROOT))
                && !values.containsKey(AGENT)) {
            violations.add(violationAt(
                            ViolationCode.AGENT_MISSING,
                            AGENT,
                            "is not given, though this kind of source runs on a gateway")
                    .withAdvice("Give the id of a Data Movement gateway, or of the one that Qlik manages."));
        }
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && "true".equalsIgnoreCase(String.valueOf(value));
    }

    /** Returns whether a property is a credential. Headers and parameters belong to the connection. */
    private static boolean isCredential(String name, Object value, SecretDetector secrets) {
        boolean entries = value instanceof List && name.toLowerCase(Locale.ROOT).startsWith("query");
        boolean empty = "".equals(ValueConverter.toText(value));
        return !entries && !empty && secrets.isCredential(name) && !name.equals(WireNames.SELECTED_CREDENTIALS);
    }

    private static Violation separationMissing(ViolationCode code, String property) {
        return violationAt(code, property, "has an effect only together with " + WireNames.SEPARATE_CREDENTIALS)
                .withAdvice("Set " + WireNames.SEPARATE_CREDENTIALS + " to true, or leave out " + property + ".");
    }

    private static Violation violationAt(ViolationCode code, String property, String problem) {
        return Violation.of(code, ViolationFactory.requestPointer("/" + property), problem);
    }
}
