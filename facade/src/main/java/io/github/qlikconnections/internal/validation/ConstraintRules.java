package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.constraint.ConstraintFailure;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies the constraints of the OpenAPI document to the members of a create request. Secrets are not checked. */
final class ConstraintRules {

    private ConstraintRules() {}

    /** Adds the violations of all members except name and tags, which have rules of their own. */
    static void check(ConnectionDraft draft, RequestSchema schema, List<Violation> violations) {
        Map<String, Object> members = membersOf(draft);
        members.forEach((member, value) ->
                schema.check(member, value).forEach(failure -> violations.add(createViolation("/" + member, failure))));
        for (String member : schema.required()) {
            if (!members.containsKey(member) && !isGivenElsewhere(member, draft)) {
                violations.add(Violation.of(ViolationCode.REQUIRED, "/" + member, "is required")
                        .withAdvice("Give a value for " + member + "."));
            }
        }
    }

    private static boolean isGivenElsewhere(String member, ConnectionDraft draft) {
        return switch (member) {
            case WireMembers.NAME, WireMembers.CONNECTION_PROPERTIES -> true;
            case WireMembers.SPACE -> draft.space().name().isPresent();
            case WireMembers.TAGS -> !draft.tags().isEmpty();
            default -> false;
        };
    }

    private static Map<String, Object> membersOf(ConnectionDraft draft) {
        Map<String, Object> members = new HashMap<>();
        draft.space().id().ifPresent(id -> members.put(WireMembers.SPACE, id));
        ConnectStatement statement = draft.connectStatement().orElse(null);
        if (statement == null) {
            members.put(WireMembers.DATA_SOURCE_ID, draft.dataSourceId());
            return members;
        }
        members.put(WireMembers.DATA_SOURCE_ID_OF_CONNECTION, draft.dataSourceId());
        members.put(WireMembers.CONNECT_STATEMENT, statement.text());
        members.put(WireMembers.TYPE, statement.type());
        statement.username().ifPresent(value -> members.put(WireMembers.USERNAME, value));
        statement.logOn().ifPresent(value -> members.put(WireMembers.LOG_ON, value));
        statement.architecture().ifPresent(value -> members.put(WireMembers.ARCHITECTURE, value));
        statement.credentialsId().ifPresent(value -> members.put(WireMembers.CREDENTIALS_ID, value));
        statement.credentialsName().ifPresent(value -> members.put(WireMembers.CREDENTIALS_NAME, value));
        statement.connectionId().ifPresent(value -> members.put(WireMembers.ID, value));
        statement.engineObjectId().ifPresent(value -> members.put(WireMembers.ENGINE_OBJECT_ID, value));
        statement.owner().ifPresent(value -> members.put(WireMembers.OWNER, value));
        statement.qri().ifPresent(value -> members.put(WireMembers.QRI_IN_REQUEST, value));
        return members;
    }

    /** Creates the violation of a member outside the connection properties. */
    static Violation createViolation(String pointer, ConstraintFailure failure) {
        ViolationCode code = switch (failure.constraint()) {
            case MIN_LENGTH, MAX_LENGTH, MAX_BYTES -> ViolationCode.LENGTH;
            case MIN_ITEMS, MAX_ITEMS -> ViolationCode.ITEMS;
            case PATTERN -> ViolationCode.PATTERN;
            case VALUES -> ViolationCode.NOT_ALLOWED;
        };
        return createViolation(code, pointer, failure);
    }

    /** Creates the violation of the list of tags or of one tag. */
    static Violation createTagViolation(String pointer, ConstraintFailure failure) {
        return switch (failure.constraint()) {
            case MAX_LENGTH, MAX_BYTES -> createViolation(ViolationCode.TAG_TOO_LONG, pointer, failure);
            case MAX_ITEMS -> createViolation(ViolationCode.TOO_MANY_TAGS, pointer, failure);
            case MIN_LENGTH, MIN_ITEMS, PATTERN, VALUES -> createViolation(pointer, failure);
        };
    }

    private static Violation createViolation(ViolationCode code, String pointer, ConstraintFailure failure) {
        String problem = switch (failure.constraint()) {
            case MIN_LENGTH, MAX_LENGTH -> "has " + failure.size() + " characters";
            case MAX_BYTES -> "is " + failure.size() + " bytes of UTF-8 long";
            case MIN_ITEMS, MAX_ITEMS ->
                "has " + failure.size() + (code == ViolationCode.TOO_MANY_TAGS ? " tags" : " items");
            case PATTERN -> "does not match the required pattern";
            case VALUES -> "is not allowed";
        };
        String expected = switch (failure.constraint()) {
            case MIN_LENGTH, MIN_ITEMS -> "at least " + failure.limit();
            case MAX_LENGTH, MAX_BYTES, MAX_ITEMS -> "at most " + failure.limit();
            case PATTERN -> "the pattern " + failure.limit();
            case VALUES -> "one of " + failure.limit();
        };
        return Violation.of(code, pointer, problem).withExpected(expected);
    }
}
