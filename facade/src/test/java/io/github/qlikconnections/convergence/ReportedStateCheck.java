package io.github.qlikconnections.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.model.TagPolicy;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.testkit.StoredConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the tenant has the reported state and nothing else was changed. */
final class ReportedStateCheck {

    private static final String VERSION_TAG = "secrets-version:";
    private static final Set<String> SELECTIONS =
            Set.of("separateCredentials", "selectedCredentials", "credentialsName");

    private final GeneratedCase given;
    private final Optional<StoredConnection> before;
    private final StoredConnection after;
    private final EnsureResult result;

    ReportedStateCheck(
            GeneratedCase given, Optional<StoredConnection> before, StoredConnection after, EnsureResult result) {
        this.given = given;
        this.before = before;
        this.after = after;
        this.result = result;
    }

    void run() {
        Map<String, Object> wanted = given.draft().properties();
        wanted.forEach((name, value) -> {
            if (!SELECTIONS.contains(name)) {
                checkProperty(name, value, entry("/connectionProperties/" + name));
            }
        });
        checkSelection(wanted);
        before.ifPresent(this::checkRest);
        checkTags();
        checkStatement();
    }

    private PlannedChange entry(String path) {
        return ConvergenceCheck.entry(result.entries(), path)
                .orElseThrow(() -> new AssertionError("no entry for " + path + " in " + result.entries()));
    }

    private void checkProperty(String name, Object wanted, PlannedChange entry) {
        boolean matches = stored(after, name)
                .filter(stored -> DeclaredEquality.equal(name, given.source().declared(name), wanted, stored))
                .isPresent();
        StoredForm form = given.forms().get(name);
        switch (entry.status()) {
            case EQUAL ->
                assertThat(matches || isDefaultOfAbsent(name, entry))
                        .as("%s is equal to %s", entry, stored(after, name))
                        .isTrue();
            case NOT_RETURNED -> {
                assertThat(isHidden(name)).as("%s", entry).isTrue();
                assertThat(matches || isLostWithCredentials(name))
                        .as("%s is %s", entry, stored(after, name))
                        .isTrue();
            }
            case STORED_AS ->
                // The tenant returns typed values. The client does not have the types without a specification.
                assertThat(form != null || !given.source().usable())
                        .as("%s", entry)
                        .isTrue();
            case NOT_READABLE -> {
                if (isSent(name) && (form == null || form == StoredForm.HIDDEN)) {
                    assertThat(matches)
                            .as("%s was sent, is %s", entry, stored(after, name))
                            .isTrue();
                }
            }
            case NOT_COMPARED ->
                assertThat(given.hidesProperties()).as("%s", entry).isTrue();
            default -> throw new AssertionError("after an ensure: " + entry);
        }
    }

    /** Returns whether a value is not stored, because the credentials are separated. */
    private boolean isLostWithCredentials(String name) {
        PropertyKind kind = given.source().properties().get(name);
        boolean secret = kind != null && (kind.isSecret() || kind.isFile() || kind == PropertyKind.ENTRIES);
        return after.separateCredentials()
                && (secret || given.source().hiddenByName().contains(name));
    }

    private static Optional<Object> stored(StoredConnection connection, String name) {
        return Optional.ofNullable(connection.secrets().get(name))
                .or(() -> Optional.ofNullable(connection.properties().get(name)));
    }

    /** Returns whether a property equals its default because it is not returned, regardless of the stored value. */
    private boolean isDefaultOfAbsent(String name, PlannedChange entry) {
        return (isHidden(name) || given.hidesProperties())
                && entry.before().isEmpty()
                && given.source()
                        .declared(name)
                        .filter(kind -> kind.schema.contains("default"))
                        .isPresent();
    }

    private boolean isHidden(String name) {
        return given.forms().get(name) == StoredForm.HIDDEN
                || !after.properties().containsKey(name);
    }

    /** Returns whether a property was sent. Separated credentials are sent only to create them. */
    private boolean isSent(String name) {
        return result.credentialsSent().contains(name)
                || (result.outcome() == EnsureOutcome.CREATED && !after.separateCredentials());
    }

    private void checkSelection(Map<String, Object> wanted) {
        Object separate = wanted.get("separateCredentials");
        if (separate != null
                && entry("/connectionProperties/separateCredentials").status() == ComparisonStatus.EQUAL) {
            assertThat(after.separateCredentials())
                    .isEqualTo(String.valueOf(separate).equals("true"));
        }
        Object selected = wanted.get("selectedCredentials");
        if (selected != null
                && entry("/connectionProperties/selectedCredentials").status() == ComparisonStatus.EQUAL) {
            assertThat(after.credentialId()).contains(String.valueOf(selected));
        }
        Object name = wanted.get("credentialsName");
        if (name != null && entry("/connectionProperties/credentialsName").status() == ComparisonStatus.EQUAL) {
            assertThat(after.credentialName()).contains(String.valueOf(name));
        }
        if (wanted.isEmpty()
                || after.separateCredentials()
                || before.isEmpty()
                || before.get().separateCredentials()) {
            return;
        }
        // Credentials must not change if they are not sent.
        before.get().secrets().forEach((secret, value) -> {
            if (!result.credentialsSent().contains(secret) && !isChanged(secret)) {
                assertThat(after.secrets().get(secret)).as(secret).isEqualTo(value);
            }
        });
    }

    private boolean isChanged(String name) {
        return result.changes().stream().anyMatch(change -> change.path().equals("/connectionProperties/" + name));
    }

    /** Checks that properties outside the draft are unchanged. */
    private void checkRest(StoredConnection old) {
        if (given.draft().connectStatement().isPresent()) {
            return;
        }
        old.properties().forEach((name, value) -> {
            if (!given.draft().properties().containsKey(name) && !SELECTIONS.contains(name)) {
                assertThat(after.properties().get(name)).as(name).isEqualTo(value);
            }
        });
    }

    private void checkTags() {
        Set<String> wanted = new TreeSet<>(given.draft().tags());
        Optional<PlannedChange> entry = ConvergenceCheck.entry(result.entries(), "/tags");
        if (entry.isPresent() && entry.get().status() == ComparisonStatus.EQUAL) {
            Set<String> own = own(after.tags());
            own.removeIf(tag -> tag.startsWith(VERSION_TAG));
            assertThat(own).containsAll(wanted);
            if (given.options().tags() == TagPolicy.EXACT) {
                assertThat(own).isEqualTo(wanted);
            } else {
                before.ifPresent(old -> {
                    Set<String> kept = own(old.tags());
                    kept.removeIf(tag -> tag.startsWith(VERSION_TAG));
                    assertThat(own).containsAll(kept);
                });
            }
        } else {
            assertThat(wanted.isEmpty() || given.hidesTags() || after.tags().isEmpty())
                    .as("%s", entry)
                    .isTrue();
        }
        Optional<PlannedChange> version = ConvergenceCheck.entry(result.entries(), "/secretsVersion");
        if (version.isPresent() && version.get().status() == ComparisonStatus.EQUAL) {
            assertThat(after.tags().stream().filter(tag -> tag.startsWith(VERSION_TAG)))
                    .containsExactly(
                            VERSION_TAG + given.draft().secretsVersion().orElseThrow());
        }
        before.ifPresent(old -> assertThat(after.tags()).containsAll(automatic(old.tags())));
    }

    private static Set<String> own(List<String> tags) {
        Set<String> own = new TreeSet<>(tags);
        own.removeAll(automatic(tags));
        return own;
    }

    private static List<String> automatic(List<String> tags) {
        return tags.stream().filter(tag -> tag.startsWith("DcaasAPI:")).toList();
    }

    private void checkStatement() {
        given.draft().connectStatement().ifPresent(statement -> {
            ComparisonStatus status = entry("/qConnectStatement").status();
            boolean written = status == ComparisonStatus.EQUAL || status == ComparisonStatus.STORED_AS;
            if (written && (given.statementShown().isEmpty() || status == ComparisonStatus.STORED_AS)) {
                assertThat(after.connectStatement()).isEqualTo(statement.text());
            }
            boolean sent = result.outcome() == EnsureOutcome.CREATED
                    || result.credentialsSent().contains("qPassword");
            if (sent && !after.separateCredentials()) {
                statement
                        .password()
                        .ifPresent(password -> assertThat(
                                        Objects.toString(after.secrets().get("qPassword")))
                                .isEqualTo(password.reveal()));
            }
        });
    }
}
