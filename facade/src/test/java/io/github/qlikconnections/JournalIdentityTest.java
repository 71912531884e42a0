package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.SpaceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which arguments continue the run of a journal, and which are another run. */
class JournalIdentityTest extends JournalFixture {

    @Test
    void otherValuesAreAnotherRunAndOtherSecretsAreNot() throws IOException {
        ensureAll(drafts("acme"));
        cutAfter("outcome", 2);
        tenant.clearRequests();

        assertThatThrownBy(() -> ensureAll(drafts("other")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("it belongs to another run (ensureAll on " + tenant.url());
        assertThat(writes()).isEmpty();

        List<ConnectionDraft> otherSecrets = drafts("acme").stream()
                .map(draft -> draft.toBuilder()
                        .secret("secretKey", Secret.of("another"))
                        .build())
                .toList();
        assertThat(ensureAll(otherSecrets).items()).hasSize(3);
    }

    @Test
    void otherAdditionalMemberIsAnotherRunAndAnotherSecretIsNot() throws IOException {
        ensureAll(List.of(s3("Lake").additionalMember("description", "Sales").build()));
        cutAfter("run", 1);

        assertAnotherRun(s3("Lake").additionalMember("description", "Orders").build());
        assertAnotherRun(s3("Lake").build());
    }

    @Test
    void otherMemberOfAStatementIsAnotherRunAndAnotherPasswordIsNot() throws IOException {
        ensureAll(List.of(statement("reader", "PW-1")));
        cutAfter("run", 1);

        assertAnotherRun(statement("writer", "PW-1"));
        assertThat(ensureAll(List.of(statement("reader", "PW-2"))).items()).hasSize(1);
    }

    private void assertAnotherRun(ConnectionDraft draft) {
        assertThatThrownBy(() -> ensureAll(List.of(draft)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("it belongs to another run");
    }

    private static ConnectionDraft statement(String username, String password) {
        return ConnectionDraft.builder(
                        "mssql",
                        "Orders",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"provider=x\"", "x.exe")
                                .username(username)
                                .password(Secret.of(password))
                                .build())
                .build();
    }

    @Test
    void orderOfTheDraftsIsNotPartOfTheRun() throws IOException {
        List<ConnectionDraft> drafts = new ArrayList<>(drafts("acme"));
        ensureAll(drafts);
        cutAfter("outcome", 2);
        Collections.reverse(drafts);

        assertThat(ensureAll(drafts).with(EnsureOutcome.CREATED))
                .extracting(item -> item.draft().name())
                .containsExactly("Lake 1", "Lake 0");
    }

    @Test
    void orderOfTheIdsIsNotPartOfTheRun() throws IOException {
        SpaceRef space = SpaceRef.ofId(tenant.addSpace("Lab", SpaceType.SHARED));
        BulkOptions options = BulkOptions.builder().journal(journal).build();
        List<String> ids = databases(3);
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        qlik.dataConnections().move(ids, space, options);
        cutAfter("intended", 1);
        tenant.clearRequests();

        BulkResult continued = qlik.dataConnections().move(reversed, space, options);

        assertThat(continued.failed()).isEmpty();
        assertThat(writes()).isEmpty();
    }
}
