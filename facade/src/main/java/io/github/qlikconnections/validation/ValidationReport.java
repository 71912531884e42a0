package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of the validation of a draft: its violations in the order of the specification.
 *
 * <p>Only {@link #draft()} contains values of properties that may be secret, and values of more than 60 characters.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class ValidationReport {

    private final ConnectionDraft draft;
    private final List<Violation> violations;
    private final @Nullable String uncheckedReason;

    ValidationReport(ConnectionDraft draft, List<Violation> violations, @Nullable String uncheckedReason) {
        this.draft = Arguments.require(draft, "draft");
        this.violations = Arguments.list(violations, "violations");
        this.uncheckedReason = uncheckedReason;
    }

    /**
     * Creates a report for a validated draft.
     *
     * @param draft the draft as it would be sent
     * @param violations the violations in the order of the report
     * @return the report
     */
    public static ValidationReport of(ConnectionDraft draft, List<Violation> violations) {
        return new ValidationReport(draft, violations, null);
    }

    /**
     * Creates a report for a draft whose properties could not be validated.
     *
     * @param draft the draft as it would be sent
     * @param violations the other violations in the order of the report
     * @param reason why the specification cannot be used
     * @return the report
     */
    public static ValidationReport unchecked(ConnectionDraft draft, List<Violation> violations, String reason) {
        return new ValidationReport(draft, violations, Arguments.require(reason, "reason"));
    }

    /**
     * Returns a copy with additional violations, such as those found on the tenant. They precede the violations of this
     * report.
     *
     * @param additional the additional violations
     * @return the copy
     */
    public ValidationReport with(List<Violation> additional) {
        List<Violation> all = new ArrayList<>(Arguments.list(additional, "additional"));
        if (all.isEmpty()) {
            return this;
        }
        all.addAll(violations);
        return new ValidationReport(draft, all, uncheckedReason);
    }

    /**
     * Returns the draft as it would be sent. Values are converted to the declared types if this is possible without
     * loss. Each conversion is reported as a {@link ViolationCode#NORMALIZED} note.
     *
     * @return the draft, including its secrets
     */
    public ConnectionDraft draft() {
        return draft;
    }

    /**
     * Returns all violations.
     *
     * @return an unmodifiable list in the order of the specification
     */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * Returns the violations that prevent the creation of the connection.
     *
     * @return an unmodifiable list; empty if the connection can be created
     */
    public List<Violation> errors() {
        return withSeverity(Severity.ERROR);
    }

    /**
     * Returns the violations that should be checked.
     *
     * @return an unmodifiable list
     */
    public List<Violation> warnings() {
        return withSeverity(Severity.WARNING);
    }

    /**
     * Returns the notes, for example about normalized values.
     *
     * @return an unmodifiable list
     */
    public List<Violation> notes() {
        return withSeverity(Severity.NOTE);
    }

    private List<Violation> withSeverity(Severity severity) {
        return violations.stream()
                .filter(violation -> violation.severity() == severity)
                .toList();
    }

    /**
     * Returns the outcome of the validation.
     *
     * @return the outcome
     */
    public ValidationOutcome outcome() {
        if (!isCreatable()) {
            return ValidationOutcome.INVALID;
        }
        return uncheckedReason == null ? ValidationOutcome.VALID : ValidationOutcome.UNCHECKED;
    }

    /**
     * Returns whether the draft was validated and has no errors.
     *
     * @return true if the outcome is {@link ValidationOutcome#VALID}
     */
    public boolean isValid() {
        return outcome() == ValidationOutcome.VALID;
    }

    /**
     * Returns whether the draft has no errors. An unchecked draft can be created unless the policy rejects it.
     *
     * @return true if the connection can be created
     */
    public boolean isCreatable() {
        for (Violation violation : violations) {
            if (violation.severity() == Severity.ERROR) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns why the properties were not validated.
     *
     * @return the reason; empty if they were validated
     */
    public Optional<String> uncheckedReason() {
        return Optional.ofNullable(uncheckedReason);
    }

    /**
     * Returns the report as aligned text, for terminals and logs.
     *
     * @return several lines, without a line break at the end
     */
    public String render() {
        return TextReportRenderer.render(this);
    }

    /**
     * Returns the report as JSON, for processing in builds.
     *
     * @return a JSON object with {@code outcome}, the number of {@code errors}, {@code warnings} and {@code notes}, and
     *     {@code violations}
     */
    public String toJson() {
        return JsonWriter.pretty(toMap());
    }

    /**
     * Returns the report as Markdown, for pull requests.
     *
     * @return a heading and a table in Markdown
     */
    public String toMarkdown() {
        return MarkdownReportRenderer.render(this);
    }

    /**
     * Returns the values for a JSON library: those of {@link #toJson()}. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(WireMembers.DATA_SOURCE_ID, draft.dataSourceId())
                .put("name", MessageFormatter.shorten(draft.name(), MessageFormatter.MAX_LENGTH))
                .put("outcome", outcome())
                .put("isCreatable", isCreatable())
                .put("uncheckedReason", uncheckedReason)
                .put("errors", errors().size())
                .put("warnings", warnings().size())
                .put("notes", notes().size())
                .put("violations", violations, Violation::toMap)
                .toMap();
    }

    /**
     * Returns the same string as {@link #render()}.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return render();
    }
}
