package io.github.qlikconnections.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.validation.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

    private static final String AUTOMATIC_TAG = "DcaasAPI:Some.exe:1";

    private static List<String> codes(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.code() + " " + violation.path())
                .toList();
    }

    private static List<String> tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }

    private static DataConnection.Builder connection() {
        return DataConnection.builder("c-1", "Orders");
    }

    @Test
    void newNameIsCheckedLikeThatOfADraft() {
        assertThat(codes(RequestRules.checkName(" "))).containsExactly("NAME_BLANK qName");
        assertThat(codes(RequestRules.checkName("<NAME>"))).containsExactly("PLACEHOLDER qName");
        assertThat(RequestRules.checkName("Orders")).isEmpty();
    }

    @Test
    void newTagsAreCheckedLikeThoseOfADraft() {
        assertThat(codes(RequestRules.checkTags(List.of("a", " ", "a", "ü".repeat(129)), RequestSchema.PROPERTIES)))
                .containsExactly("TAG_BLANK tags[1]", "TAG_REPEATED tags[2]", "TAG_TOO_LONG tags[3]");
    }

    @Test
    void tagsOfTheLibraryAndTheApiAreAllowedInAnUpdate() {
        assertThat(RequestRules.checkTags(
                        List.of("a", AUTOMATIC_TAG, "secrets-version:2026-11"), RequestSchema.PROPERTIES))
                .isEmpty();
    }

    @Test
    void automaticTagIsNotCounted() {
        List<String> tags =
                Stream.concat(tags(31).stream(), Stream.of(AUTOMATIC_TAG)).toList();

        assertThat(RequestRules.checkTags(tags, RequestSchema.PROPERTIES)).isEmpty();
        assertThat(RequestRules.checkTags(tags(32), RequestSchema.PROPERTIES))
                .extracting(Violation::message)
                .containsExactly("tags has 32 tags; expected at most 31. The API reserves one more for its own tag.");
        assertThat(RequestRules.checkTags(tags(33), RequestSchema.STATEMENT))
                .extracting(Violation::message)
                .containsExactly("tags has 33 tags; expected at most 32.");
    }

    @Test
    void newStatementIsCheckedForPlaceholders() {
        assertThat(codes(RequestRules.checkStatement("CUSTOM CONNECT TO \"host=<HOST>\"")))
                .containsExactly("PLACEHOLDER qConnectStatement");
        assertThat(RequestRules.checkStatement("CUSTOM CONNECT TO \"host=db\"")).isEmpty();
    }

    @Test
    void valueOfAPatchIsReportedAtItsPath() {
        assertThat(codes(RequestRules.checkValue("/connectionProperties/proxy", Map.of("host", "<HOST>"))))
                .containsExactly("PLACEHOLDER proxy.host");
        assertThat(RequestRules.checkValue("/connectionProperties/proxy", "db")).isEmpty();
    }

    @Test
    void contentOfAFileInAPatchIsReportedAtItsPath() {
        String path = "/connectionProperties/keyFile/0/value";

        assertThat(codes(RequestRules.checkFileContent(path, "no base64")))
                .containsExactly("FILE_CONTENT keyFile[0].value");
        assertThat(RequestRules.checkFileContent(path, "QUJD")).isEmpty();
    }

    @Test
    void automaticTagShowsThatAConnectionWasCreatedFromProperties() {
        assertThat(RequestRules.schemaOf(
                        connection().connectStatement("x").tags(List.of("a")).build()))
                .isSameAs(RequestSchema.STATEMENT);
        assertThat(RequestRules.schemaOf(connection()
                        .connectStatement("x")
                        .tags(List.of("a", AUTOMATIC_TAG))
                        .build()))
                .isSameAs(RequestSchema.PROPERTIES);
        assertThat(RequestRules.schemaOf(connection().tags(List.of("a")).build()))
                .isSameAs(RequestSchema.PROPERTIES);
    }

    @Test
    void draftWithAStatementIsCreatedFromTheStatement() {
        assertThat(RequestRules.schemaOf(ConnectionDraft.builder(
                                "rest",
                                "x",
                                ConnectStatement.builder("CUSTOM CONNECT TO \"x\"", "Some.exe")
                                        .build())
                        .build()))
                .isSameAs(RequestSchema.STATEMENT);
        assertThat(RequestRules.schemaOf(ConnectionDraft.builder("rest", "x").build()))
                .isSameAs(RequestSchema.PROPERTIES);
    }
}
