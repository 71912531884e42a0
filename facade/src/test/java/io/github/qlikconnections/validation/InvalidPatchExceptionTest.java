package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidPatchExceptionTest {

    private static final Violation BLANK = Violation.of(ViolationCode.NAME_BLANK, "/qName", "is blank");
    private static final Violation RANGE = Violation.of(ViolationCode.RANGE, "/connectionProperties/port", "is odd");

    @Test
    void messageListsEveryViolation() {
        InvalidPatchException exception = new InvalidPatchException("\"Orders\"", List.of(BLANK, RANGE));

        assertThat(exception)
                .hasMessage("Cannot update \"Orders\", nothing was sent:\n  qName is blank.\n  port is odd.");
        assertThat(exception.violations()).containsExactly(BLANK, RANGE);
    }

    @Test
    void violationsAreNotChangedByTheirList() {
        List<Violation> violations = new ArrayList<>(List.of(BLANK));
        InvalidPatchException exception = new InvalidPatchException("c-1", violations);

        violations.clear();

        assertThat(exception.violations()).containsExactly(BLANK).isUnmodifiable();
    }
}
