package io.github.qlikconnections.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.FakeTenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Verifies that the contract check can fail. */
class ContractTest {

    @Test
    void undocumentedRequestIsDetected() throws Exception {
        long before = ContractListener.checked();
        try (FakeTenant tenant = FakeTenant.start()) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(tenant.url() + "/api/v1/data-connections?limit=many"))
                                    .header("Authorization", "Bearer " + tenant.apiKey())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        }
        assertThat(ContractListener.checked()).isEqualTo(before + 1);
        assertThat(ContractListener.drain())
                .isNotEmpty()
                .allMatch(mismatch -> mismatch.contains("validation.request.parameter"));
    }
}
