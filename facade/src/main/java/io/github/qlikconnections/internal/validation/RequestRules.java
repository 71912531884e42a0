package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.constraint.ConstraintFailure;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.wire.ControlCharacters;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for the members of the request that are not connection properties. */
public final class RequestRules {

    private RequestRules() {}

    /**
     * Returns the schema of the request that creates the connection of a draft.
     *
     * @param draft the draft
     * @return the schema
     */
    public static RequestSchema schemaOf(ConnectionDraft draft) {
        return draft.connectStatement().isPresent() ? RequestSchema.STATEMENT : RequestSchema.PROPERTIES;
    }

    /**
     * Returns the schema of the request that created a connection. The API marks connections that are created from properties by a tag.
     *
     * @param connection the connection
     * @return the schema
     */
    public static RequestSchema schemaOf(DataConnection connection) {
        boolean isFromStatement = connection.connectStatement().isPresent()
                && ownTags(connection.tags()).size() == connection.tags().size();
        return isFromStatement ? RequestSchema.STATEMENT : RequestSchema.PROPERTIES;
    }

    /** Checks all members that can be checked without the tenant. */
    static void check(ConnectionDraft draft, List<Violation> violations) {
        RequestSchema schema = schemaOf(draft);
        addNameViolations(draft.name(), schema, violations);
        addTextViolation(WireNames.DATA_SOURCE, draft.dataSourceId(), violations);
        draft.space().id().ifPresent(id -> addTextViolation(WireNames.SPACE, id, violations));
        draft.space().name().ifPresent(name -> addTextViolation(WireNames.SPACE, name, violations));
        List<String> sentTags = ownTags(draft.tags());
        draft.secretsVersion().ifPresent(version -> sentTags.add(WireNames.SECRETS_VERSION_TAG + version));
        addTagCountViolations(sentTags, schema, violations);
        addTagViolations(draft.tags(), schema, violations);
        ConstraintRules.check(draft, schema, violations);
        for (String member : draft.unknownMembers()) {
            String question = NameSuggester.toQuestion(NameSuggester.suggest(member, List.copyOf(schema.members()), 1));
            violations.add(Violation.of(
                            ViolationCode.UNKNOWN_MEMBER,
                            JsonPointers.child("", member),
                            "is not a member of this form of the request and is not sent")
                    .withAdvice(
                            question.isEmpty()
                                    ? "Put connection properties into " + WireMembers.CONNECTION_PROPERTIES + "."
                                    : question));
        }
        for (String pointer : draft.nullMembers()) {
            violations.add(Violation.of(
                    ViolationCode.NORMALIZED,
                    ViolationFactory.requestPointer(pointer),
                    "was given as null and is omitted"));
        }
        draft.gatewayName()
                .ifPresent(name -> addTextViolation(
                        ViolationFactory.requestPointer("/" + WireNames.GATEWAY_INSTANCE), name, violations));
        draft.credentialsName()
                .ifPresent(name -> addTextViolation(
                        ViolationFactory.requestPointer("/" + WireNames.SELECTED_CREDENTIALS), name, violations));
        draft.connectStatement().ifPresent(statement -> violations.addAll(checkStatement(statement.text())));
    }

    /**
     * Checks the name of a connection.
     *
     * @param name the name
     * @return the violations
     */
    public static List<Violation> checkName(String name) {
        List<Violation> violations = new ArrayList<>();
        addNameViolations(name, RequestSchema.PROPERTIES, violations);
        return violations;
    }

    /**
     * Checks the tags of a connection.
     *
     * @param tags all tags of the connection, including the version tag; the automatic tag is not counted
     * @param schema the schema of the request that created the connection
     * @return the violations
     */
    public static List<Violation> checkTags(List<String> tags, RequestSchema schema) {
        List<Violation> violations = new ArrayList<>();
        addTagCountViolations(ownTags(tags), schema, violations);
        addTagViolations(tags, schema, violations);
        violations.removeIf(violation -> violation.code() == ViolationCode.TAG_RESERVED);
        return violations;
    }

    /**
     * Checks a connect statement.
     *
     * @param statement the statement
     * @return the violations
     */
    public static List<Violation> checkStatement(String statement) {
        List<Violation> violations = new ArrayList<>();
        addTextViolation(WireNames.STATEMENT, statement, violations);
        return violations;
    }

    /**
     * Checks a value within a connection property by the rules that do not depend on the specification.
     *
     * @param path the location of the value in the request
     * @param value the value
     * @return the violations
     */
    public static List<Violation> checkValue(String path, Object value) {
        List<Violation> violations = new ArrayList<>();
        new ValueRules(violations).check(path, value);
        return violations;
    }

    /**
     * Checks the content of a file.
     *
     * @param path the location of the content in the request
     * @param value the content
     * @return the violations
     */
    public static List<Violation> checkFileContent(String path, Object value) {
        List<Violation> violations = new ArrayList<>();
        new FileRules(violations, new ValueRules(violations)).checkContent(path, value);
        return violations;
    }

    private static void addNameViolations(String name, RequestSchema schema, List<Violation> violations) {
        if (name.isBlank()) {
            violations.add(Violation.of(ViolationCode.NAME_BLANK, WireNames.NAME, "is blank")
                    .withAdvice("Give the connection a name."));
        } else if (ControlCharacters.hasAny(name)) {
            violations.add(
                    Violation.of(ViolationCode.NAME_CONTROL_CHARACTER, WireNames.NAME, "contains control characters")
                            .withAdvice("Remove line breaks, tabs and other control characters."));
        } else if (name.equals(".") || name.equals("..") || hasLoneSurrogate(name)) {
            violations.add(Violation.of(
                            ViolationCode.NAME_NOT_FINDABLE,
                            WireNames.NAME,
                            "is a dot segment or contains an unpaired surrogate, so it could not be found by name")
                    .withAdvice("Choose another name."));
        } else {
            addTextViolation(WireNames.NAME, name, violations);
            schema.check(WireMembers.NAME, name)
                    .forEach(failure -> violations.add(ConstraintRules.createViolation(WireNames.NAME, failure)));
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Checks a name or an id for placeholders and surrounding characters. */
    private static void addTextViolation(String pointer, String value, List<Violation> violations) {
        Violation violation = PlaceholderDetector.find(pointer, value, false);
        violation = violation == null ? SurroundingCharacterDetector.find(pointer, value) : violation;
        if (violation != null) {
            violations.add(violation);
        }
    }

    /** Returns the distinct tags that the caller determines. The API adds the automatic tag itself. */
    private static List<String> ownTags(List<String> tags) {
        if (tags.isEmpty()) {
            return new ArrayList<>();
        }
        return tags.stream()
                .distinct()
                .filter(tag -> !tag.startsWith(WireNames.AUTOMATIC_TAG))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void addTagCountViolations(List<String> tags, RequestSchema schema, List<Violation> violations) {
        if (tags.isEmpty()) {
            return;
        }
        for (ConstraintFailure failure : schema.check(WireMembers.TAGS, tags)) {
            Violation violation = ConstraintRules.createTagViolation(WireNames.TAGS, failure);
            violations.add(
                    schema == RequestSchema.PROPERTIES && violation.code() == ViolationCode.TOO_MANY_TAGS
                            ? violation.withAdvice("The API reserves one more for its own tag.")
                            : violation);
        }
    }

    private static void addTagViolations(List<String> tags, RequestSchema schema, List<Violation> violations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            String pointer = WireNames.TAGS + "/" + i;
            String tag = tags.get(i);
            schema.checkItem(WireMembers.TAGS, tag)
                    .forEach(failure -> violations.add(ConstraintRules.createTagViolation(pointer, failure)));
            addTagViolation(pointer, tag, seen, violations);
        }
    }

    private static void addTagViolation(String pointer, String tag, Set<String> seen, List<Violation> violations) {
        if (tag.codePoints().allMatch(MessageFormatter::isWhitespace)) {
            violations.add(
                    Violation.of(ViolationCode.TAG_BLANK, pointer, "is blank").withAdvice("Leave it out."));
        } else if (!seen.add(tag)) {
            violations.add(Violation.of(
                            ViolationCode.TAG_REPEATED,
                            pointer,
                            MessageFormatter.formatDraftValue(tag, false) + " is given twice")
                    .withAdvice("Give it once."));
        } else if (tag.startsWith(WireNames.AUTOMATIC_TAG)) {
            violations.add(Violation.of(ViolationCode.TAG_RESERVED, pointer, "begins with " + WireNames.AUTOMATIC_TAG)
                    .withAdvice("Leave it out. The API adds this tag itself."));
        } else if (tag.startsWith(WireNames.SECRETS_VERSION_TAG)) {
            violations.add(
                    Violation.of(ViolationCode.TAG_RESERVED, pointer, "begins with " + WireNames.SECRETS_VERSION_TAG)
                            .withAdvice("Give the version of the secrets with secretsVersion(…)."));
        } else {
            addTextViolation(pointer, tag, violations);
        }
    }
}
