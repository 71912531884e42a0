package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import org.junit.jupiter.api.Test;

class ConnectStatementTest {

    private static final String TEXT = "CUSTOM CONNECT TO \"provider=Some.exe;server=db\"";

    @Test
    void allMembersOfTheOlderFormAreKept() {
        ConnectStatement statement = ConnectStatement.builder(TEXT, "Some.exe")
                .username("ann")
                .password(Secret.of("hush"))
                .connectionSecret(Secret.of("hush2"))
                .logOn("1")
                .architecture(0)
                .separateCredentials(true)
                .credentialsId("c1")
                .credentialsName("mine")
                .connectionId("q1")
                .engineObjectId("e1")
                .owner("app1")
                .qri("qri:db:x")
                .build();

        assertThat(statement.text()).isEqualTo(TEXT);
        assertThat(statement.type()).isEqualTo("Some.exe");
        assertThat(statement.username()).contains("ann");
        assertThat(statement.password()).contains(Secret.of("hush"));
        assertThat(statement.connectionSecret()).contains(Secret.of("hush2"));
        assertThat(statement.logOn()).contains("1");
        assertThat(statement.architecture()).contains(0);
        assertThat(statement.separateCredentials()).contains(true);
        assertThat(statement.credentialsId()).contains("c1");
        assertThat(statement.credentialsName()).contains("mine");
        assertThat(statement.connectionId()).contains("q1");
        assertThat(statement.engineObjectId()).contains("e1");
        assertThat(statement.owner()).contains("app1");
        assertThat(statement.qri()).contains("qri:db:x");
        assertThat(statement).hasToString("ConnectStatement[Some.exe]");
    }

    @Test
    void onlyStatementAndTypeAreRequired() {
        ConnectStatement statement = ConnectStatement.builder(TEXT, "Some.exe").build();

        assertThat(statement.username()).isEmpty();
        assertThat(statement.password()).isEmpty();
        assertThat(statement.architecture()).isEmpty();
        assertThat(statement.separateCredentials()).isEmpty();
    }

    @Test
    void statementsWithEqualMembersAreEqual() {
        ConnectStatement one =
                ConnectStatement.builder(TEXT, "Some.exe").username("ann").build();

        assertThat(one)
                .isEqualTo(ConnectStatement.builder(TEXT, "Some.exe")
                        .username("ann")
                        .build())
                .hasSameHashCodeAs(ConnectStatement.builder(TEXT, "Some.exe").build())
                .isNotEqualTo(ConnectStatement.builder(TEXT, "Some.exe")
                        .username("bob")
                        .build())
                .isNotEqualTo(ConnectStatement.builder("other", "Some.exe")
                        .username("ann")
                        .build());
    }

    @Test
    void draftOfAStatementAcceptsNoProperties() {
        ConnectStatement statement = ConnectStatement.builder(TEXT, "Some.exe").build();
        ConnectionDraft draft = ConnectionDraft.builder("snowflake", "Warehouse", statement)
                .inSpace("s1")
                .build();

        assertThat(draft.connectStatement()).contains(statement);
        assertThat(draft.toBuilder().build()).isEqualTo(draft);
        assertThat(draft)
                .hasToString(
                        "ConnectionDraft[snowflake \"Warehouse\" in space with id s1, ConnectStatement[Some.exe]]");
        assertThatThrownBy(() -> draft.toBuilder().set("server", "db").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server");
    }
}
