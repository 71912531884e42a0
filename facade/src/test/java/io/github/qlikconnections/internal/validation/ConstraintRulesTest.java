package io.github.qlikconnections.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.MemberConstraints;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules must not depend on which members the current OpenAPI document constrains, so the schemas are made up. */
class ConstraintRulesTest {

    private static final MemberConstraints WITHOUT_ALLOWED_VALUE =
            new MemberConstraints(false, null, null, null, null, null, null, List.of("none"), null);
    private static final MemberConstraints REQUIRED =
            new MemberConstraints(true, null, null, null, null, null, null, List.of(), null);

    private static final ConnectStatement STATEMENT = ConnectStatement.builder("CUSTOM CONNECT TO \"x\"", "Some.exe")
            .username("ann")
            .password(Secret.of("hush"))
            .connectionSecret(Secret.of("hush"))
            .logOn("1")
            .architecture(0)
            .credentialsId("k-1")
            .credentialsName("Mine")
            .connectionId("c-1")
            .engineObjectId("e-1")
            .owner("u-1")
            .qri("qri:x")
            .build();

    private static RequestSchema everyMember(RequestSchema schema, MemberConstraints constraints) {
        return new RequestSchema(
                schema.members().stream().collect(Collectors.toMap(Function.identity(), member -> constraints)));
    }

    private static List<Violation> check(ConnectionDraft.Builder draft, RequestSchema schema) {
        List<Violation> violations = new ArrayList<>();
        ConstraintRules.check(draft.build(), schema, violations);
        return violations;
    }

    @Test
    void everyMemberOfAStatementExceptSecretsIsChecked() {
        assertThat(check(
                        ConnectionDraft.builder("rest", "x", STATEMENT).inSpace("s-1"),
                        everyMember(RequestSchema.STATEMENT, WITHOUT_ALLOWED_VALUE)))
                .extracting(Violation::toString)
                .allMatch(text -> text.endsWith(" is not allowed; expected one of none."))
                .extracting(text -> text.split(" ", -1)[2])
                .containsExactlyInAnyOrder(
                        "space",
                        "datasourceID",
                        "qConnectStatement",
                        "qType",
                        "qUsername",
                        "qLogOn",
                        "qArchitecture",
                        "qCredentialsID",
                        "qCredentialsName",
                        "qID",
                        "qEngineObjectID",
                        "owner",
                        "qriInRequest");
    }

    @Test
    void everyMemberBesideThePropertiesIsChecked() {
        assertThat(check(
                        ConnectionDraft.builder("rest", "x").inSpace("s-1"),
                        everyMember(RequestSchema.PROPERTIES, WITHOUT_ALLOWED_VALUE)))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("space", "dataSourceId");
    }

    @Test
    void missingMemberIsReported() {
        RequestSchema schema = new RequestSchema(
                Map.of("space", REQUIRED, "tags", REQUIRED, "qName", REQUIRED, "connectionProperties", REQUIRED));

        assertThat(check(ConnectionDraft.builder("rest", "x"), schema))
                .extracting(Violation::message)
                .containsExactlyInAnyOrder(
                        "space is required. Give a value for space.", "tags is required. Give a value for tags.");
        assertThat(check(ConnectionDraft.builder("rest", "x").inSpace("s-1").tags("a"), schema))
                .isEmpty();
        assertThat(check(
                        ConnectionDraft.builder("rest", "x")
                                .inSpaceNamed("Sales")
                                .tags("a"),
                        schema))
                .isEmpty();
    }
}
