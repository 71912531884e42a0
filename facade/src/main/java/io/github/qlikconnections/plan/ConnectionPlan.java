package io.github.qlikconnections.plan;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes that {@code ensure} would make for a draft. Apply a plan with
 * {@link io.github.qlikconnections.DataConnections#apply(ConnectionPlan)}.
 *
 * <p>No string of a plan contains a value that may be a secret. The draft of a plan contains its secrets as
 * {@code Secret} values.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class ConnectionPlan {

    private final ConnectionDraft draft;
    private final PlanAction action;
    private final String reason;
    private final EnsureOptions options;
    private final @Nullable DataConnection connection;
    private final List<PlannedChange> entries;
    private final List<String> credentialsSent;
    private final @Nullable String credentialsReason;
    private final List<String> credentialsNotSent;
    private final List<Violation> violations;
    private final @Nullable ValidationReport report;
    private final List<String> warnings;

    private ConnectionPlan(Builder builder) {
        this.draft = builder.draft;
        this.action = builder.action;
        this.reason = builder.reason;
        this.options = builder.options;
        this.connection = builder.connection;
        this.entries = List.copyOf(builder.entries);
        this.credentialsSent = List.copyOf(builder.credentialsSent);
        this.credentialsReason = builder.credentialsReason;
        this.credentialsNotSent = List.copyOf(builder.credentialsNotSent);
        this.violations = List.copyOf(builder.violations);
        this.report = builder.report;
        this.warnings = List.copyOf(builder.warnings);
    }

    /**
     * Creates a builder of a plan, for stubs and tests.
     *
     * @param draft the draft
     * @param action the action of the plan
     * @param reason the reason for the action, one sentence
     * @return a builder
     */
    public static Builder builder(ConnectionDraft draft, PlanAction action, String reason) {
        return new Builder(draft, action, reason);
    }

    /**
     * Returns the draft of the plan.
     *
     * @return the unchanged draft
     */
    public ConnectionDraft draft() {
        return draft;
    }

    /**
     * Returns the action of the plan.
     *
     * @return the action
     */
    public PlanAction action() {
        return action;
    }

    /**
     * Returns the reason for the action.
     *
     * @return one sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the options with which the plan was made and is applied.
     *
     * @return the options
     */
    public EnsureOptions options() {
        return options;
    }

    /**
     * Returns the compared connection, as the tenant returned it.
     *
     * @return the connection; empty if there is none, or several
     */
    public Optional<DataConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /**
     * Returns all compared values: the properties of the draft, its name, space, tags and credentials.
     *
     * @return an unmodifiable list in the order of the draft; empty if nothing was compared
     */
    public List<PlannedChange> entries() {
        return entries;
    }

    /**
     * Returns the values that the plan writes, except credentials.
     *
     * @return an unmodifiable list
     * @see #credentialsSent()
     */
    public List<PlannedChange> changes() {
        return entries.stream().filter(entry -> entry.status().isWritten()).toList();
    }

    /**
     * Returns the values whose comparison has no result. The note of each value contains the reason.
     *
     * @return an unmodifiable list of the entries that are neither equal nor written
     */
    public List<PlannedChange> notCompared() {
        return entries.stream()
                .filter(entry -> entry.status() != ComparisonStatus.EQUAL
                        && !entry.status().isWritten())
                .toList();
    }

    /**
     * Returns which credentials are sent with the changes.
     *
     * @return an unmodifiable list of property names
     */
    public List<String> credentialsSent() {
        return credentialsSent;
    }

    /**
     * Returns the reason why credentials are sent.
     *
     * @return one clause; empty if none are sent
     */
    public Optional<String> credentialsReason() {
        return Optional.ofNullable(credentialsReason);
    }

    /**
     * Returns which credentials of the draft are not sent. The connection keeps its existing ones.
     *
     * @return an unmodifiable list of property names
     */
    public List<String> credentialsNotSent() {
        return credentialsNotSent;
    }

    /**
     * Returns the violations that block the plan, except those of an invalid draft.
     *
     * @return an unmodifiable list; empty unless the action is {@link PlanAction#BLOCKED}
     */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * Returns the validation report of the draft.
     *
     * @return the report; empty if the draft was not validated
     */
    public Optional<ValidationReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * Returns the warnings about applying the plan.
     *
     * @return an unmodifiable list of sentences
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns whether applying the plan sends a write request.
     *
     * @return true for {@link PlanAction#CREATE} and {@link PlanAction#UPDATE}
     */
    public boolean isWriting() {
        return action == PlanAction.CREATE || action == PlanAction.UPDATE;
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("action", action)
                .put("reason", reason)
                .put("draft", draft.toMap())
                .put("options", options.toMap())
                .put("connection", connection(), DataConnection::toMap)
                .put("entries", entries, PlannedChange::toMap)
                .put("credentialsSent", credentialsSent)
                .put("credentialsReason", credentialsReason)
                .put("credentialsNotSent", credentialsNotSent)
                .put("violations", violations, Violation::toMap)
                .put("report", report(), ValidationReport::toMap)
                .put("warnings", warnings)
                .put("isWriting", isWriting())
                .toMap();
    }

    /** Returns the action, the connection, the reason and the changes, without a value that may be a secret. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(action.name())
                .append(" \"")
                .append(draft.name())
                .append("\" in ")
                .append(draft.space());
        if (connection != null) {
            text.append(" (").append(connection.id()).append(')');
        }
        text.append(": ").append(reason);
        changes().forEach(change -> text.append("\n  ").append(change));
        if (!credentialsSent.isEmpty()) {
            text.append("\n  credentials sent: ")
                    .append(String.join(", ", credentialsSent))
                    .append(credentialsReason == null ? "" : " (" + credentialsReason + ")");
        }
        notCompared().forEach(entry -> text.append("\n  ").append(entry));
        warnings.forEach(warning -> text.append("\n  ").append(warning));
        return text.toString();
    }

    /** Builds a {@link ConnectionPlan}. Not thread-safe. */
    public static final class Builder {

        private final ConnectionDraft draft;
        private final PlanAction action;
        private final String reason;
        private EnsureOptions options = EnsureOptions.defaults();
        private @Nullable DataConnection connection;
        private List<PlannedChange> entries = List.of();
        private List<String> credentialsSent = List.of();
        private @Nullable String credentialsReason;
        private List<String> credentialsNotSent = List.of();
        private List<Violation> violations = List.of();
        private @Nullable ValidationReport report;
        private List<String> warnings = List.of();

        private Builder(ConnectionDraft draft, PlanAction action, String reason) {
            this.draft = Arguments.require(draft, "draft");
            this.action = Arguments.require(action, "action");
            this.reason = Arguments.require(reason, "reason");
        }

        /**
         * Sets the options with which the plan is applied.
         *
         * @param value the options; default: {@link EnsureOptions#defaults()}
         * @return this builder
         */
        public Builder options(EnsureOptions value) {
            this.options = Arguments.optional(value, "options");
            return this;
        }

        /**
         * Sets the connection that was compared.
         *
         * @param value the connection as the tenant returned it
         * @return this builder
         */
        public Builder connection(DataConnection value) {
            this.connection = Arguments.optional(value, "connection");
            return this;
        }

        /**
         * Sets the compared values.
         *
         * @param value the entries in the order of the draft
         * @return this builder
         */
        public Builder entries(List<PlannedChange> value) {
            this.entries = Arguments.list(value, "entries");
            return this;
        }

        /**
         * Sets which credentials are sent, and the reason.
         *
         * @param names the property names
         * @param reason one clause, such as "the host changes"
         * @return this builder
         */
        public Builder credentialsSent(List<String> names, String reason) {
            this.credentialsSent = Arguments.list(names, "names");
            this.credentialsReason = Arguments.require(reason, "reason");
            return this;
        }

        /**
         * Sets which credentials of the draft are not sent.
         *
         * @param names the property names
         * @return this builder
         */
        public Builder credentialsNotSent(List<String> names) {
            this.credentialsNotSent = Arguments.list(names, "names");
            return this;
        }

        /**
         * Sets the violations that block the plan.
         *
         * @param value the violations
         * @return this builder
         */
        public Builder violations(List<Violation> value) {
            this.violations = Arguments.list(value, "violations");
            return this;
        }

        /**
         * Sets the validation report of the draft.
         *
         * @param value the report
         * @return this builder
         */
        public Builder report(ValidationReport value) {
            this.report = Arguments.optional(value, "report");
            return this;
        }

        /**
         * Sets the warnings about applying the plan.
         *
         * @param value the warnings, as sentences
         * @return this builder
         */
        public Builder warnings(List<String> value) {
            this.warnings = Arguments.list(value, "warnings");
            return this;
        }

        /**
         * Builds the plan.
         *
         * @return the plan
         */
        public ConnectionPlan build() {
            return new ConnectionPlan(this);
        }

        /** Returns the action, the draft and the reason. */
        @Override
        public String toString() {
            return "ConnectionPlan.Builder[" + action + " " + draft + ": " + reason + "]";
        }
    }
}
