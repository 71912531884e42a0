package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Rules for the members of the request that are not connection properties. */
final class RequestRules {

    /** Of the form with connection properties. */
    private static final List<String> MEMBERS =
            List.of("dataSourceId", "qName", "space", "tags", "authUrlOnly", "connectionProperties");

    private static final int MAX_TAGS = 31;
    private static final int MAX_TAG_BYTES = 256;

    private RequestRules() {}

    /** What can be said without asking the tenant. */
    static void check(ConnectionDraft draft, Consumer<Violation> found) {
        name(draft.name(), found);
        placeholder("/dataSourceId", draft.dataSourceId(), found);
        draft.space().id().ifPresent(id -> placeholder("/space", id, found));
        draft.space().name().ifPresent(name -> placeholder("/space", name, found));
        tags(draft.tags(), found);
        for (String member : draft.unknownMembers()) {
            Violation unknown = Violation.of(
                    ViolationCode.UNKNOWN_MEMBER,
                    "/" + member.replace("~", "~0").replace("/", "~1"),
                    "is not a member of this form of the request and is not sent");
            List<String> nearest = NearestNames.of(member, MEMBERS, 1);
            found.accept(unknown.advising(
                    nearest.isEmpty()
                            ? "Connection properties belong into connectionProperties."
                            : "Did you mean " + nearest.get(0) + "?"));
        }
        for (String pointer : draft.nullMembers()) {
            found.accept(Violation.of(
                    ViolationCode.NORMALISED, Explanation.pointer(pointer), "was given as null and is left out"));
        }
        draft.connectStatement()
                .map(statement -> statement.text())
                .filter(Placeholders::isIn)
                .ifPresent(any -> found.accept(placeholder("/qConnectStatement")));
    }

    private static void name(String name, Consumer<Violation> found) {
        if (name.isBlank()) {
            found.accept(Violation.of(ViolationCode.NAME_BLANK, "/qName", "is blank")
                    .advising("Give the connection a name."));
        } else if (hasControlCharacter(name)) {
            found.accept(Violation.of(ViolationCode.NAME_CONTROL_CHARACTER, "/qName", "contains control characters")
                    .advising("Take out line breaks, tabs and the like."));
        } else {
            placeholder("/qName", name, found);
        }
    }

    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void placeholder(String pointer, String value, Consumer<Violation> found) {
        if (Placeholders.isIn(value)) {
            found.accept(placeholder(pointer));
        }
    }

    private static Violation placeholder(String pointer) {
        return Violation.of(ViolationCode.PLACEHOLDER, pointer, "is still a placeholder")
                .advising("Put the real value in its place.");
    }

    private static void tags(List<String> tags, Consumer<Violation> found) {
        if (tags.size() > MAX_TAGS) {
            found.accept(Violation.of(ViolationCode.TOO_MANY_TAGS, "/tags", "has " + tags.size() + " tags")
                    .expecting("at most " + MAX_TAGS)
                    .advising("The API keeps one more place for a tag of its own."));
        }
        for (int i = 0; i < tags.size(); i++) {
            int bytes = tags.get(i).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_TAG_BYTES) {
                found.accept(
                        Violation.of(ViolationCode.TAG_TOO_LONG, "/tags/" + i, "is " + bytes + " bytes of UTF-8 long")
                                .expecting("at most " + MAX_TAG_BYTES));
            }
        }
    }
}
