package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrorMembersTest {

    @Test
    void numberThatRepeatsASecretIsRedacted() throws Exception {
        ErrorMembers members = new ErrorMembers(Redactor.of(() -> List.of(Secret.of("48151623"))));

        assertThat(members.read(
                        new ObjectMapper()
                                .readTree("{\"code\": \"X\", \"value\": 48151623, \"other\": 7, \"none\": null, \"on\":"
                                        + " true}"),
                        Set.of("code")))
                .isEqualTo(Map.of("value", "[hidden]", "other", 7, "on", true));
    }
}
