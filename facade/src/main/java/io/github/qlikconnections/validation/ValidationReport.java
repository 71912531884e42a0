package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found about a draft, in the order of the specification.
 *
 * <p>Nothing in it but {@link #draft()} holds the value of a property that may be secret, nor any value of more than 60
 * characters. Immutable and safe for use by several threads.
 */
public final class ValidationReport {

    private final ConnectionDraft draft;
    private final List<Violation> violations;
    private final @Nullable String uncheckedReason;

    private ValidationReport(ConnectionDraft draft, List<Violation> violations, @Nullable String uncheckedReason) {
        this.draft = Arguments.given(draft, "draft");
        this.violations = Arguments.list(violations, "violations");
        this.uncheckedReason = uncheckedReason;
    }

    /**
     * A report on a draft that was checked.
     *
     * @param draft the draft as it would be sent
     * @param violations what was found, in the order to show it
     * @return the report
     */
    public static ValidationReport of(ConnectionDraft draft, List<Violation> violations) {
        return new ValidationReport(draft, violations, null);
    }

    /**
     * A report on a draft whose properties could not be checked.
     *
     * @param draft the draft as it would be sent
     * @param violations what was found nevertheless, in the order to show it
     * @param reason why the specification cannot be used
     * @return the report
     */
    public static ValidationReport unchecked(ConnectionDraft draft, List<Violation> violations, String reason) {
        return new ValidationReport(draft, violations, Arguments.given(reason, "reason"));
    }

    /**
     * The same report with violations found elsewhere, such as on the tenant, put before its own.
     *
     * @param found the violations
     * @return a new report
     */
    public ValidationReport with(List<Violation> found) {
        List<Violation> all = new ArrayList<>(Arguments.list(found, "found"));
        if (all.isEmpty()) {
            return this;
        }
        all.addAll(violations);
        return new ValidationReport(draft, all, uncheckedReason);
    }

    /**
     * The draft as it would be sent, its values converted to the declared types where that loses nothing; each
     * conversion is a {@link ViolationCode#NORMALIZED} note.
     *
     * @return the draft, secrets included
     */
    public ConnectionDraft draft() {
        return draft;
    }

    /**
     * Everything that was found.
     *
     * @return an unmodifiable list in the order of the specification
     */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * What must be put right.
     *
     * @return an unmodifiable list, empty when the draft may be created
     */
    public List<Violation> errors() {
        return withSeverity(Severity.ERROR);
    }

    /**
     * What someone should look at.
     *
     * @return an unmodifiable list
     */
    public List<Violation> warnings() {
        return withSeverity(Severity.WARNING);
    }

    /**
     * What was put right or is worth knowing.
     *
     * @return an unmodifiable list
     */
    public List<Violation> notes() {
        return withSeverity(Severity.NOTE);
    }

    private List<Violation> withSeverity(Severity severity) {
        return violations.stream().filter(v -> v.severity() == severity).toList();
    }

    /**
     * What the validation came to.
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
     * Returns whether the draft was checked and has no errors.
     *
     * @return whether the outcome is {@link ValidationOutcome#VALID}
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
     * Why the properties were not checked.
     *
     * @return the reason, empty when they were
     */
    public Optional<String> uncheckedReason() {
        return Optional.ofNullable(uncheckedReason);
    }

    /**
     * An aligned text for a terminal or a log.
     *
     * @return several lines, without a line break at the end
     */
    public String render() {
        return TextReportRenderer.render(this);
    }

    /**
     * The report for a build to read.
     *
     * @return a JSON object with {@code outcome}, the number of {@code errors}, {@code warnings} and {@code notes}, and
     *     {@code violations}
     */
    public String toJson() {
        return JsonReportRenderer.render(this);
    }

    /**
     * The report for a pull request.
     *
     * @return a heading and a table in Markdown
     */
    public String toMarkdown() {
        return MarkdownReportRenderer.render(this);
    }

    /**
     * The same as {@link #render()}.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return render();
    }
}
