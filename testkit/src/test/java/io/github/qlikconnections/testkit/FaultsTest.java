package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultsTest {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private final AtomicInteger names = new AtomicInteger();

    @BeforeEach
    void createCaller() {
        api = new ApiCaller(tenant);
    }

    /** Returns the status of a creation, "html" for an HTML page, or "dropped" without a response. */
    private String create() {
        String body = "{\"datasourceID\": \"rest\", \"qName\": \"n%d\", \"connectionProperties\": {}}"
                .formatted(names.incrementAndGet());
        try {
            var response = api.tryToSend("POST", CONNECTIONS, body);
            return response.body().startsWith("<") ? "html" : String.valueOf(response.status());
        } catch (IOException e) {
            return "dropped";
        }
    }

    private List<String> create(int count) {
        List<String> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(create());
        }
        return results;
    }

    @Test
    void serverErrorBeforeHandlingCreatesNothing() {
        tenant.injectFaults(Faults.seeded(1).serverErrorBeforeHandling(1));

        assertThat(create(40)).containsOnly("500", "502", "503", "504");

        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void serverErrorAfterHandlingCreatesAll() {
        tenant.injectFaults(Faults.seeded(1).serverErrorAfterHandling(1));

        assertThat(create(40)).containsOnly("500", "502", "503", "504");

        assertThat(tenant.connections()).hasSize(40);
    }

    @Test
    void connectionsAreDroppedBeforeAndAfterHandling() {
        tenant.injectFaults(Faults.seeded(1).drop(1));

        assertThat(create(40)).containsOnly("dropped");

        assertThat(tenant.connections()).hasSizeBetween(10, 30);
    }

    @Test
    void htmlIsReturnedBeforeAndAfterHandling() {
        tenant.injectFaults(Faults.seeded(1).html(1));

        assertThat(create(40)).containsOnly("html");

        assertThat(tenant.connections()).hasSizeBetween(10, 30);
        assertThat(api.get(CONNECTIONS).http().headers().firstValue("Content-Type"))
                .contains("text/html; charset=utf-8");
        assertThat(api.get(CONNECTIONS).status()).isEqualTo(200);
    }

    @Test
    void sharesAddUp() {
        tenant.injectFaults(Faults.seeded(7)
                .serverErrorBeforeHandling(0.1)
                .serverErrorAfterHandling(0.1)
                .drop(0.1)
                .html(0.2));

        List<String> results = create(600);

        assertThat(Collections.frequency(results, "201")).isBetween(250, 350);
        assertThat(Collections.frequency(results, "dropped")).isBetween(30, 90);
        assertThat(Collections.frequency(results, "html")).isBetween(80, 160);
        assertThat(results).contains("500", "502", "503", "504");
    }

    @Test
    void equalSeedsAndRequestsCauseEqualFaults() {
        Faults faults =
                Faults.seeded(42).serverErrorBeforeHandling(0.3).drop(0.2).html(0.2);

        tenant.injectFaults(faults);
        List<String> first = create(60);
        tenant.injectFaults(faults);
        List<String> second = create(60);
        tenant.injectFaults(
                Faults.seeded(43).serverErrorBeforeHandling(0.3).drop(0.2).html(0.2));
        List<String> third = create(60);

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
    }

    @Test
    void concurrentRequestsHaveTheSameNumberOfFaults() {
        Faults faults = Faults.seeded(42).serverErrorBeforeHandling(0.3);
        tenant.injectFaults(faults);
        int inOrder = Collections.frequency(create(200), "201");

        tenant.injectFaults(faults);
        long concurrently = IntStream.range(0, 200)
                .parallel()
                .filter(i -> create().equals("201"))
                .count();

        assertThat(concurrently).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH", "PUT", "DELETE"})
    void faultsApplyToEveryMethod(String method) {
        String id = tenant.addConnection("rest", "Orders", null, Map.of());
        tenant.injectFaults(Faults.seeded(1).serverErrorBeforeHandling(1));

        assertThat(api.send(method, CONNECTIONS + "/" + id, "[]").status()).isBetween(500, 504);
    }

    @Test
    void stubbedResponsesPrecedeFaults() {
        tenant.injectFaults(Faults.seeded(1).drop(1));
        tenant.stubNext(StubResponse.status(418));

        assertThat(api.get(CONNECTIONS).status()).isEqualTo(418);
        assertThat(create()).isEqualTo("dropped");
    }

    @Test
    void clearingStopsFaults() {
        tenant.injectFaults(Faults.seeded(1).drop(1));

        tenant.clearFaults();

        assertThat(create(20)).containsOnly("201");
    }

    @Test
    void sharesOutsideZeroToOneAreRejected() {
        Faults faults = Faults.seeded(1);

        assertThatIllegalArgumentException().isThrownBy(() -> faults.drop(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.html(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.serverErrorAfterHandling(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.drop(0.6).serverErrorBeforeHandling(0.5))
                .withMessageContaining("1.1");
        assertThat(faults.drop(0.1).html(0.2).serverErrorBeforeHandling(0.7)).isNotNull();
    }
}
