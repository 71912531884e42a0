package io.github.qlikconnections.validation;

import java.util.EnumSet;
import java.util.Set;

/** The rules that a draft can violate, each with the severity it has under {@link ValidationPolicy#strict()}. */
public enum ViolationCode {
    /** The specification has no such property. */
    UNKNOWN_PROPERTY(Severity.ERROR),
    /** The value is not in the list of allowed values of the specification. */
    NOT_ALLOWED(Severity.ERROR),
    /** The value does not have the type that the specification declares, and cannot be converted without loss. */
    WRONG_TYPE(Severity.ERROR),
    /** The value was converted without loss to the type that the specification declares. */
    NORMALIZED(Severity.NOTE),
    /** A required property is missing. */
    REQUIRED(Severity.ERROR),
    /** The string is shorter or longer than the specification or the OpenAPI document allows. */
    LENGTH(Severity.ERROR),
    /** The string does not match the pattern of the specification or of the OpenAPI document. */
    PATTERN(Severity.ERROR),
    /** The number is out of the range of the specification, or not a multiple of its step. */
    RANGE(Severity.ERROR),
    /** The string does not have the format of the specification. */
    FORMAT(Severity.ERROR),
    /** The list has too few, too many, duplicate or invalid items. */
    ITEMS(Severity.ERROR),
    /** The object has too few or too many members, or members with invalid names. */
    MEMBERS(Severity.ERROR),
    /** The value matches none of the alternatives of the specification, or more than one if only one is allowed. */
    NO_ALTERNATIVE(Severity.ERROR),
    /** The value violates a rule of the specification that has no specific code. */
    SCHEMA(Severity.ERROR),
    /** A file is not specified as a list of objects with {@code name} and {@code value}. */
    FILE_FORM(Severity.ERROR),
    /** The content of a file is not base64. */
    FILE_CONTENT(Severity.ERROR),
    /** The value is still a placeholder such as {@code <BUCKET_NAME>}. */
    PLACEHOLDER(Severity.ERROR),
    /** The value looks like a placeholder such as {@code [DATABASE]} or {@code changeme}. */
    SUSPECTED_PLACEHOLDER(Severity.WARNING),
    /** A secret is an empty string. */
    EMPTY_SECRET(Severity.WARNING),
    /** The value is enclosed in quotes. */
    SURROUNDING_QUOTES(Severity.WARNING),
    /** The value begins or ends with whitespace. */
    SURROUNDING_WHITESPACE(Severity.WARNING),
    /** The value contains a line break. */
    LINE_BREAK(Severity.WARNING),
    /** The value is a URL with credentials in it. */
    CREDENTIALS_IN_URL(Severity.WARNING),
    /** {@code selectedCredentials} is set without {@code separateCredentials}. */
    SELECTED_NOT_SEPARATE(Severity.ERROR),
    /** {@code selectedCredentials} is set together with secrets. */
    SELECTED_WITH_SECRETS(Severity.ERROR),
    /** {@code credentialsName} is set without {@code separateCredentials}. */
    NAMED_NOT_SEPARATE(Severity.ERROR),
    /** A data source behind a Direct Access gateway has no {@code gatewayInstance}. */
    GATEWAY_MISSING(Severity.ERROR),
    /** A Data Integration source that runs on a gateway has no {@code agentId}. */
    AGENT_MISSING(Severity.WARNING),
    /** The name of the connection is blank. */
    NAME_BLANK(Severity.ERROR),
    /** The name of the connection contains control characters. */
    NAME_CONTROL_CHARACTER(Severity.ERROR),
    /** The name of the connection is a dot segment or contains an unpaired surrogate, so the API cannot find it. */
    NAME_NOT_FINDABLE(Severity.ERROR),
    /** The connection has more tags than the API allows. */
    TOO_MANY_TAGS(Severity.ERROR),
    /** A tag is longer than the API allows. */
    TAG_TOO_LONG(Severity.ERROR),
    /** A tag is blank. */
    TAG_BLANK(Severity.WARNING),
    /** A tag occurs more than once. */
    TAG_REPEATED(Severity.WARNING),
    /** A tag starts with the prefix of a tag that the API adds. */
    TAG_RESERVED(Severity.WARNING),
    /** A request from JSON has a member that the API does not define. */
    UNKNOWN_MEMBER(Severity.WARNING),
    /** The tenant has no such data source. */
    UNKNOWN_DATA_SOURCE(Severity.ERROR),
    /** The data source is disabled on the tenant. */
    DISABLED_DATA_SOURCE(Severity.ERROR),
    /** The tenant has no such space, or the caller may not see it. */
    SPACE_NOT_FOUND(Severity.ERROR),
    /** The specification cannot be used, so the properties were not validated. */
    SPEC_UNUSABLE(Severity.WARNING),
    /** The specification does not state which properties are required, so the tenant may require others. */
    REQUIREMENTS_NOT_STATED(Severity.NOTE),
    /** A part of the specification cannot be evaluated, so a property or a rule across properties was not validated. */
    NOT_CHECKED(Severity.NOTE),
    /** The tenant has no gateway of the name for the data source. */
    GATEWAY_NOT_FOUND(Severity.ERROR),
    /** The caller has no credentials of the name. */
    CREDENTIALS_NOT_FOUND(Severity.ERROR),
    /** A patch changes the connect statement and connection properties together. */
    PATCH_MIXES_FORMS(Severity.ERROR),
    /** A patch changes the connect statement, host, server or url without the credentials. */
    PATCH_WITHOUT_CREDENTIALS(Severity.ERROR),
    /** A patch sets the password beside the statement and a secret property together. */
    PATCH_TWO_PASSWORDS(Severity.ERROR),
    /** A patch sets an object, a decimal number or another value that the JSON Patch of the API cannot express. */
    PATCH_VALUE(Severity.ERROR),
    /** A patch changes a value that the API cannot patch. */
    PATCH_PATH(Severity.ERROR),
    /** A list is sent as a whole, and the draft lacks the secret of an existing entry. */
    SECRET_MISSING(Severity.ERROR),
    /** The caller lacks the privilege to change the connection. */
    PRIVILEGE_MISSING(Severity.ERROR);

    private final Severity defaultSeverity;

    /** Violations that a tenant may accept because its specification can be stricter than the tenant. */
    private static final Set<ViolationCode> RELAXABLE = EnumSet.of(
            UNKNOWN_PROPERTY,
            NOT_ALLOWED,
            WRONG_TYPE,
            LENGTH,
            PATTERN,
            RANGE,
            FORMAT,
            ITEMS,
            MEMBERS,
            NO_ALTERNATIVE,
            SCHEMA);

    ViolationCode(Severity defaultSeverity) {
        this.defaultSeverity = defaultSeverity;
    }

    /**
     * Returns the severity under {@link ValidationPolicy#strict()}.
     *
     * @return the severity
     */
    public Severity defaultSeverity() {
        return defaultSeverity;
    }

    /**
     * Returns whether a policy can usefully allow the violation. This is the case if only the specification forbids it.
     */
    boolean isRelaxable() {
        return RELAXABLE.contains(this);
    }
}
