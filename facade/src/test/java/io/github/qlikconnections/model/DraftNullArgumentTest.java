package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DraftNullArgumentTest {

    private final ConnectionDraft.Builder draft = ConnectionDraft.builder("rest", "Orders");
    private final ConnectionPatch.Builder patch = ConnectionPatch.builder();

    @Test
    void nullValueOfADraftIsReportedWithItsProperty() {
        assertRejected(() -> draft.set("x", (String) null), "The value of x must not be null", "unset(\"x\")");
        assertRejected(() -> draft.set("x", (List<?>) null), "The value of x must not be null");
        assertRejected(() -> draft.secret("x", null), "The value of x must not be null");
        assertRejected(() -> draft.setAll(Collections.singletonMap("x", null)), "The value of x must not be null");
        assertRejected(() -> draft.set("x", Arrays.asList("a", null)), "A value within x must not be null");
        assertRejected(() -> draft.set("x", Collections.singletonMap("y", null)), "A value within x must not be null");
        assertRejected(() -> draft.file("x", "a.pem", null), "content must not be null");
    }

    @Test
    void nullNameOrCollectionOfADraftIsNamed() {
        assertRejected(() -> draft.setAll(null), "values must not be null", "empty map");
        assertRejected(() -> draft.set(null, "a"), "The name of a property must not be null");
        assertRejected(() -> draft.tags((String[]) null), "tags must not be null");
        assertRejected(() -> draft.tags("a", null), "A tag must not be null");
        assertRejected(() -> draft.in(null), "space must not be null", "personal()");
    }

    @Test
    void nullValueOfAPatchIsReportedWithItsPath() {
        assertRejected(() -> patch.set("x", (String) null), "/connectionProperties/x must not be null", "remove");
        assertRejected(() -> patch.secret("x", null), "/connectionProperties/x must not be null");
        assertRejected(() -> patch.rename(null), "/qName must not be null");
        assertRejected(() -> patch.tags("a", null), "A tag must not be null");
        assertRejected(() -> patch.remove(null), "The name of a property must not be null");
        assertRejected(() -> patch.operation(null), "operation must not be null");
    }

    @Test
    void longNameIsShortened() {
        String name = "n".repeat(5000);

        assertRejected(() -> draft.set(name, (String) null), "n… (5000 characters) must not be null");
        assertRejected(() -> draft.set(name, Double.NaN), "n… (5000 characters) cannot be written as JSON");
        assertRejected(() -> draft.set(name, nested(100)), "n… (5000 characters) is nested more than 64 levels deep");
    }

    private static List<?> nested(int levels) {
        List<?> value = List.of();
        for (int i = 1; i < levels; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static void assertRejected(ThrowingCallable call, String... texts) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .satisfies(rejection -> assertThat(rejection).hasMessageContainingAll(texts));
    }
}
